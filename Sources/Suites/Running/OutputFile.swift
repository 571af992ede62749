import CaseModel
import Foundation

/// A suite's output on the host: grows as it comes, and ends at its limit.
struct OutputFile {
  let path: String
  private let handle: FileHandle
  private let limit: Int64
  private(set) var size: Int64 = 0
  /// Start and end, for the row of a suite that has no better evidence.
  private(set) var excerpt: Excerpt
  private var lastLine: [UInt8] = []

  init(path: String, limits: SuiteLimits) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CaselabError(.labFailed, "file \"\(path)\" cannot be written") }
    self.path = path
    self.handle = handle
    limit = limits.outputBytes
    excerpt = Excerpt(limit: limits.excerptBytes)
  }

  mutating func append(_ bytes: [UInt8]) throws {
    let kept = bytes.prefix(Int(max(0, limit - size)))
    do {
      try handle.write(contentsOf: Data(kept))
    } catch {
      throw CaselabError(.labFailed, "file \"\(path)\" cannot be written", cause: error)
    }
    size += Int64(kept.count)
    excerpt.append(bytes: kept)
    let lines = (lastLine + kept).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    lastLine = Array(lines.last?.suffix(400) ?? [])
  }

  /// The last line so far, fit for a terminal; nil before there is one.
  var progress: String? {
    lastLine.isEmpty ? nil : String(decoding: lastLine, as: UTF8.self).printable(limit: 120)
  }

  func close() throws {
    try handle.close()
  }
}
