import CaseModel
import Foundation

enum DiskSpace {
  /// Bytes that this user may still write on the file system of `path`.
  static func free(at path: String) throws -> Int64 {
    let values = try FileManager.default.attributesOfFileSystem(forPath: path)
    return (values[.systemFreeSize] as? NSNumber)?.int64Value ?? .max
  }
}
