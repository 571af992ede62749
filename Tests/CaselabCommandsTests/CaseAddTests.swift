import CaseModel
import Foundation
import Testing

@testable import CaselabCommands

@Suite struct CaseAddTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/\(UUID())"
  private let context: Context

  init() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    context = Context(
      home: Home(root: folder + "/home"), profileFolders: [repository + "/Profiles"],
      connection: nil, environment: [:], user: "robin@example",
      connect: { _ in throw CaselabError(.unreachable, "no machine is needed") })
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func open() async throws {
    let mail = try file(
      "mail.txt",
      """
      Product version? ProFTPD 1.3.7a
      Operating system name and version? Debian GNU/Linux 12
      File transfer protocol(s) used? FTP
      """)
    let command = try CaseOpenCommand.parse(["SUP-1", "--ticket", mail, "--json"])
    try await command.run(in: context)
  }

  private func profile() throws -> String {
    try String(contentsOfFile: context.home.profile(of: CaseID("SUP-1")), encoding: .utf8)
  }

  @Test func aLaterAnswerCorrectsAnEarlierOne() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await open()
    #expect(try profile().contains("\n  version: 1.3.7a\n"))
    let reply = try file("reply.txt", "Product version? ProFTPD 1.3.8b")
    try CaseAddCommand.parse(["SUP-1", "--ticket", reply, "--json"]).run(in: context)
    // The earlier words stay in the comments.
    #expect(try profile().contains("\n  version: 1.3.8b\n"))
    let journal = try context.store().journal(CaseID("SUP-1")).map(\.what)
    #expect(journal == ["opened the case", "added reply.txt"])
  }

  @Test func anEditOfTheProfileSurvives() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await open()
    let edited = try profile().replacing("memory_mib: 1024", with: "memory_mib: 2048")
    try Data(edited.utf8).write(to: URL(filePath: context.home.profile(of: CaseID("SUP-1"))))
    let log = try file("server.log", "2026-03-02 08:14:55 files proftpd[1]: started\n")
    try CaseAddCommand.parse(["SUP-1", "--attach", log, "--json"]).run(in: context)
    #expect(try profile().contains("memory_mib: 2048"))
  }

  @Test func whatCannotBeReadIsAddedToNothing() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await open()
    let id = try CaseID("SUP-1")
    #expect(throws: CaselabError.self) {
      try CaseAddCommand.parse(["SUP-1", "--ticket", "/nonexistent/x"]).run(in: context)
    }
    #expect(throws: CaselabError.self) {
      try CaseAddCommand.parse(["SUP-2", "--ticket", folder + "/mail.txt"]).run(in: context)
    }
    #expect(CaseFiles.load(id, in: context.home).count == 1)
    #expect(throws: (any Error).self) { try CaseAddCommand.parse(["SUP-1"]) }
  }
}
