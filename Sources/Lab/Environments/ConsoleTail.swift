import CaseModel
import Foundation

/// The end of a serial console's log, fit to be printed.
public enum ConsoleTail {
  /// At most `count` lines that are not empty, each cut to 160 characters; none when unreadable.
  public static func lines(of path: String, count: Int) -> [String] {
    guard let file = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? file.close() }
    let end = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: end > 8192 ? end - 8192 : 0)
    let bytes = (try? file.read(upToCount: 8192)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces).printable(limit: 160) }
      .filter { !$0.isEmpty }
      .suffix(count)
  }
}
