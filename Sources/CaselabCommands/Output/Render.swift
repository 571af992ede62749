import CaseModel
import Foundation

/// The one place that turns a command's value into text: JSON for programs, a table for people.
enum Render {
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// - Parameter table: called only when no JSON was asked for.
  static func output(
    _ value: some Encodable, _ options: OutputOptions, table: () -> String
  ) throws {
    Terminal.print(options.json ? try json(value) : table())
  }
}

/// A list with the schema field that every JSON answer has.
struct Listing<Item: Encodable>: Encodable {
  var schema: String
  var items: [Item]
}

/// Left-aligned columns, two spaces apart; the last column is as long as it is.
struct Table {
  var header: [String]
  var rows: [[String]] = []

  func text() -> String {
    let cells = ([header] + rows).map { $0.map { $0.printable(limit: 120) } }
    let widths = header.indices.map { column in cells.map { Self.width($0[column]) }.max() ?? 0 }
    return cells.map { row in
      zip(row, widths).enumerated().map { index, cell in
        index == row.count - 1
          ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - Self.width(cell.0))
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// Characters of a printable text; finding where they end is dear, and ASCII needs none of it.
  private static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }
}

enum Wording {
  /// `0.42 s`, `12.3 s`, `3 min 5 s`.
  static func duration(_ seconds: Double) -> String {
    if seconds < 10 { return String(format: "%.2f s", seconds) }
    if seconds < 60 { return String(format: "%.1f s", seconds) }
    return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
  }

  /// `7 s`, `3 min 5 s`: for a line that is drawn each second.
  static func elapsed(_ seconds: Int64) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// `812 B`, `3.4 MiB`.
  static func size(_ bytes: Int64) -> String {
    var value = Double(bytes)
    for unit in ["B", "KiB", "MiB", "GiB"] {
      if value < 1024 || unit == "GiB" {
        return unit == "B" ? "\(bytes) B" : String(format: "%.1f ", value) + unit
      }
      value /= 1024
    }
    return "\(bytes) B"
  }

  /// A recorded time to the second, without its letters.
  static func time(_ recorded: String) -> String {
    String(recorded.prefix(19).map { $0 == "T" ? " " : $0 })
  }
}
