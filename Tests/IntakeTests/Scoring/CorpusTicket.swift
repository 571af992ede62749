import Foundation
import Intake

/// A ticket of the corpus with what a right reading of it is.
struct CorpusTicket: Sendable {
  var name: String
  var files: [TicketFile]
  var expected: ExpectedReading

  enum Set: String, CaseIterable, Sendable {
    case known = ""
    case heldOut = "held-out"
    case later

    var title: String {
      switch self {
      case .known: "corpus"
      case .heldOut: "held-out corpus"
      case .later: "later corpus"
      }
    }
  }

  static func all(_ set: Set) throws -> [CorpusTicket] {
    try all(in: root.appending(path: set.rawValue))
  }

  /// Every `NAME.expected.json` beside which a ticket stands, by name.
  static func all(in folder: URL) throws -> [CorpusTicket] {
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try entries.filter { $0.hasSuffix(ending) }.sorted().map { entry in
      let name = String(entry.dropLast(ending.count))
      guard
        let ticket = entries.sorted().first(where: {
          ($0 == name || $0.hasPrefix(name + ".")) && !$0.hasSuffix(ending)
        })
      else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: name]) }
      let expected = try Data(contentsOf: folder.appending(path: entry))
      return CorpusTicket(
        name: name, files: try files(folder.appending(path: ticket)),
        expected: try JSONDecoder().decode(ExpectedReading.self, from: expected))
    }
  }

  /// One file, or the files of a folder by name.
  private static func files(_ url: URL) throws -> [TicketFile] {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else { return [try file(url)] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map {
      try file(url.appending(path: $0))
    }
  }

  private static func file(_ url: URL) throws -> TicketFile {
    TicketFile(name: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
  }

  private static let ending = ".expected.json"
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")
}
