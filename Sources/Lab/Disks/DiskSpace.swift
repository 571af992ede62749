import CaseModel
import Foundation

public enum DiskSpace {
  /// Bytes that this user may still write on the file system of `path`.
  public static func free(at path: String) throws -> Int64 {
    let values = try FileManager.default.attributesOfFileSystem(forPath: path)
    return (values[.systemFreeSize] as? NSNumber)?.int64Value ?? .max
  }
}
