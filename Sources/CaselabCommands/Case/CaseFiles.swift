import CaseModel
import Foundation
import Intake
import Lab

/// The files of a ticket as they came, kept with the case in the order they came.
///
/// `003.ticket.reply.eml`: number, what it was given as, its name.
enum CaseFiles {
  /// What the case has, in order.
  static func load(_ id: CaseID, in home: Home) -> [TicketFile] {
    let folder = home.tickets(of: id)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.compactMap { Kept(fileName: $0) }.sorted { $0.number < $1.number }
    return found.map { kept in
      TicketFile(
        name: kept.name, path: folder + "/" + kept.fileName, isAttachment: kept.isAttachment)
    }
  }

  /// Puts copies of the files behind those that are there.
  static func add(_ files: [TicketFile], to id: CaseID, in home: Home) throws {
    let folder = home.tickets(of: id)
    try Folder.create(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let last = names.compactMap { Kept(fileName: $0)?.number }.max() ?? 0
    for (index, file) in files.enumerated() {
      let kept = Kept(
        number: last + index + 1, isAttachment: file.isAttachment, name: Kept.safe(file.name))
      // A copy that a killed command left half done has a name that is not read.
      let (part, place) = (folder + "/.part", folder + "/" + kept.fileName)
      try? FileManager.default.removeItem(atPath: part)
      switch file.content {
      case .bytes(let bytes): try Data(bytes).write(to: URL(filePath: part))
      case .path(let path):
        // What is copied is the file, not a link to where it may change.
        let source = URL(filePath: path).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: source, to: URL(filePath: part))
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part)
      try FileManager.default.moveItem(atPath: part, toPath: place)
    }
  }

  struct Kept: Equatable {
    var number: Int
    var isAttachment: Bool
    var name: String

    var fileName: String {
      let digits = String(number)
      return String(repeating: "0", count: max(3 - digits.count, 0)) + digits
        + (isAttachment ? ".attachment." : ".ticket.") + name
    }

    init(number: Int, isAttachment: Bool, name: String) {
      self.number = number
      self.isAttachment = isAttachment
      self.name = name
    }

    /// Nil for what is none of ours; `1.txt` is how cases were kept first.
    init?(fileName: String) {
      let parts = fileName.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count >= 2, let number = Int(parts[0]), number > 0 else { return nil }
      if parts.count == 3, parts[1] == "ticket" || parts[1] == "attachment" {
        self.init(
          number: number, isAttachment: parts[1] == "attachment", name: String(parts[2]))
      } else {
        self.init(number: number, isAttachment: false, name: fileName)
        guard fileName == "\(number).txt" else { return nil }
      }
      guard !name.isEmpty, parts.count == 2 || self.fileName == fileName else { return nil }
    }

    /// A name that any file system takes and no shell minds, its ending kept.
    static func safe(_ name: String) -> String {
      let letters = name.unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ".-_+".unicodeScalars.contains(scalar)
          ? Character(scalar) : "_"
      }
      var safe = String(letters)
      while safe.utf8.count > 120 { safe.removeFirst() }
      return safe.isEmpty || safe.allSatisfy { $0 == "." } ? "file" : safe
    }
  }
}
