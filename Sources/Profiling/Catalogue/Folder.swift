import CaseModel
import Foundation

/// Reads what a team writes: regular files of bounded size.
enum Folder {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  static func text(_ path: String, limit: Int = YAMLTree.byteLimit) throws(Problems) -> String {
    func problem(_ message: String) -> Problems {
      Problems(list: [Problem(file: path, line: 0, column: 0, path: "", message: message)])
    }
    let kind = try? FileManager.default.attributesOfItem(atPath: resolved(path))[.type]
    guard kind as? FileAttributeType == .typeRegular,
      let handle = FileHandle(forReadingAtPath: path)
    else { throw problem("cannot be read") }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: limit + 1) else { throw problem("cannot be read") }
    guard data.count <= limit else { throw problem("is larger than \(limit / 1024) KiB") }
    guard let text = String(validating: data, as: UTF8.self) else { throw problem("is not UTF-8") }
    return text
  }

  /// Whether `name` is a file in `folder`, symbolic links followed and still within it.
  static func hasFile(_ name: String, in folder: String) -> Bool {
    let (root, path) = (resolved(folder), resolved(folder + "/" + name))
    var isFolder: ObjCBool = false
    return path.hasPrefix(root + "/")
      && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
