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
    let lines = ([header] + rows).map { $0.map(Cell.init) }
    let widths = header.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
    // Bytes: appending so many small pieces to a string takes several times as long.
    var text: [UInt8] = []
    for line in lines {
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      for (index, cell) in line.enumerated() {
        text += cell.text.utf8
        guard index < line.count - 1 else { break }
        text += repeatElement(UInt8(ascii: " "), count: widths[index] - cell.width + 2)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private struct Cell {
    var text: String
    var width: Int

    init(_ value: String) {
      text = value.printable(limit: 120)
      // Finding where characters end is dear, and ASCII needs none of it.
      width = text.isPrintableASCII ? text.utf8.count : text.count
    }
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
    String(
      decoding: recorded.utf8.prefix(19).map { $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0 },
      as: UTF8.self)
  }
}
