import CaseModel
import Foundation

/// The files of a suite's folder, as they are copied into a guest.
struct SuiteFolder {
  struct File: Equatable {
    /// Relative, with `/`.
    var path: String
    var bytes: [UInt8]
    var isExecutable: Bool
  }

  var files: [File]

  /// The folders that the files need, each after the one it is in.
  var folders: [String] {
    var found: Set<String> = []
    for file in files {
      var parts = file.path.split(separator: "/").dropLast()
      while !parts.isEmpty {
        found.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    return found.sorted()
  }

  /// Regular files only: a link could lead out of the folder. Hidden files and Python's caches stay.
  static func read(_ suite: Suite, limits: SuiteLimits) throws -> SuiteFolder {
    let root = URL(fileURLWithPath: suite.folder, isDirectory: true).standardizedFileURL
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .isSymbolicLinkKey, .fileSizeKey]
    guard
      let walk = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
    else { throw unreadable(suite, "its folder \"\(suite.folder)\" cannot be read") }
    var files: [File] = []
    var size: Int64 = 0
    for case let url as URL in walk {
      let values = try url.resourceValues(forKeys: keys)
      if url.lastPathComponent == "__pycache__" { walk.skipDescendants() }
      guard values.isRegularFile == true, values.isSymbolicLink != true else { continue }
      size += Int64(values.fileSize ?? 0)
      guard files.count < limits.folderFiles, size <= limits.folderBytes else {
        throw unreadable(
          suite,
          "its folder holds more than \(limits.folderFiles) files or \(limits.folderBytes) bytes")
      }
      files.append(
        File(
          path: String(url.standardizedFileURL.path.dropFirst(root.path.count + 1)),
          bytes: [UInt8](try Data(contentsOf: url)),
          isExecutable: FileManager.default.isExecutableFile(atPath: url.path)))
    }
    return SuiteFolder(files: files.sorted { $0.path < $1.path })
  }

  private static func unreadable(_ suite: Suite, _ why: String) -> CaselabError {
    CaselabError(.badInput, "suite \"\(suite.name.printable(limit: 60))\" cannot be used: \(why)")
  }
}
