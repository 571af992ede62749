import CaseModel
import Foundation
import Intake
import Testing

@testable import CaselabCommands

@Suite struct CaseFilesTests {
  private let home = Home(root: FileManager.default.temporaryDirectory.path + "/\(UUID())")
  private let id: CaseID

  init() throws { id = try CaseID("SUP-1") }

  private func bytes(_ file: TicketFile) throws -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): bytes
    case .path(let path): Array(try #require(FileManager.default.contents(atPath: path)))
    }
  }

  @Test func filesComeBackInTheOrderTheyCame() throws {
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    #expect(CaseFiles.load(id, in: home).isEmpty)
    let first = (1...12).map { TicketFile(name: "mail.eml", bytes: [UInt8($0)]) }
    try CaseFiles.add(first, to: id, in: home)
    let log = TicketFile(name: "a b/ü;$(x).log", bytes: [13], isAttachment: true)
    try CaseFiles.add([log], to: id, in: home)
    let loaded = CaseFiles.load(id, in: home)
    #expect(try loaded.map(bytes) == (1...13).map { [UInt8($0)] })
    #expect(loaded.map(\.isAttachment) == Array(repeating: false, count: 12) + [true])
    #expect(loaded.map(\.name).suffix(2) == ["mail.eml", "a_b_ü___x_.log"])
  }

  @Test func aFileOnDiskIsCopiedAndALinkFollowed() throws {
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let folder = home.root + "/given"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: folder + "/real.log"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.log", withDestinationPath: "real.log")
    let given = try TicketSource.files(ticket: [folder + "/link.log"], attached: [])
    try CaseFiles.add(given, to: id, in: home)
    try FileManager.default.removeItem(atPath: folder)
    #expect(try CaseFiles.load(id, in: home).map(bytes) == [Array("x".utf8)])
  }

  @Test(arguments: [
    "", ".", "..", "../../x", "/etc/passwd", "a\nb", "-rf", String(repeating: "ü", count: 300),
    ".part", "\u{0}",
  ])
  func anyNameIsKeptWithinTheFolder(_ name: String) throws {
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    try CaseFiles.add([TicketFile(name: name, bytes: [1])], to: id, in: home)
    #expect(CaseFiles.load(id, in: home).count == 1)
    let kept = try FileManager.default.contentsOfDirectory(atPath: home.tickets(of: id))
    #expect(kept.count == 1 && kept[0].utf8.count < 255)
  }

  @Test func aCaseThatWasOpenedByAnEarlierReleaseIsRead() {
    #expect(CaseFiles.Kept(fileName: "2.txt")?.number == 2)
    for name in [".part", "x.txt", "2.log", "0.txt", "1.other.x", "001.ticket.", "-1.ticket.x"] {
      #expect(CaseFiles.Kept(fileName: name) == nil, "\(name)")
    }
  }

  @Test func allFilesThatCannotBeReadAreTold() throws {
    let error = #expect(throws: CaselabError.self) {
      try TicketSource.files(ticket: ["/nonexistent/a", "/"], attached: ["/nonexistent/b"])
    }
    #expect(
      error?.message == """
        file "/nonexistent/a" cannot be read: No such file or directory
          "/" is a folder, not a file
          file "/nonexistent/b" cannot be read: No such file or directory
        """)
  }

  @Test func filesOfOneNameAreToldApart() throws {
    defer { try? FileManager.default.removeItem(atPath: home.root) }
    let paths = ["one", "two"].map { home.root + "/\($0)/server.log" }
    for path in paths {
      let folder = NSString(string: path).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(filePath: path))
    }
    let files = try TicketSource.files(ticket: paths, attached: [])
    #expect(files.map(\.name) == ["one/server.log", "two/server.log"])
  }
}
