import CaseModel
import Foundation
import Intake

/// Reads a ticket file, or standard input for `-`, never more than the intake takes.
enum TicketReader {
  static let limit = 5 << 20

  static func read(_ path: String) throws -> TicketFile {
    let file: FileHandle
    if path == "-" {
      file = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      file = opened
    } else {
      throw CaselabError(.badInput, "ticket \"\(path.printable())\" cannot be read")
    }
    let data: Data
    do {
      data = try file.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw CaselabError(
        .badInput, "ticket \"\(path.printable())\" cannot be read", cause: error)
    }
    guard data.count <= limit else {
      throw CaselabError(
        .badInput, "ticket \"\(path.printable())\" is larger than \(limit >> 20) MiB",
        hint: "give the customer's text; logs and bundles are attachments")
    }
    return TicketFile(
      name: path == "-" ? "standard input" : URL(filePath: path).lastPathComponent,
      bytes: Array(data))
  }
}
