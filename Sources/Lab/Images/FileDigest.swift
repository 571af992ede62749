import CaseModel
import Crypto
import Foundation

/// SHA-256 over the names, sizes and contents of files, read in pieces.
struct FileDigest {
  private var hasher = SHA256()

  mutating func add(_ path: String, as name: String) async throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
    hasher.update(data: Data("\(name) \(size?.int64Value ?? 0)\n".utf8))
    try await Self.update(&hasher, with: path)
  }

  /// What stands beside the files, as if it were one of them.
  mutating func add(text: String, as name: String) {
    hasher.update(data: Data("\(name) \(text.utf8.count)\n\(text)".utf8))
  }

  func hex() -> String { Self.hex(hasher.finalize()) }

  /// Hex digest of one file's content.
  static func hex<Function: HashFunction>(of path: String, by _: Function.Type) async throws
    -> String
  {
    var hasher = Function()
    try await update(&hasher, with: path)
    return hex(hasher.finalize())
  }

  private static func update(
    _ hasher: inout some HashFunction, with path: String
  ) async throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw CaselabError(.labFailed, "\"\(path.printable())\" cannot be read")
    }
    defer { try? handle.close() }
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(data: piece)
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  private static func hex(_ digest: some Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
