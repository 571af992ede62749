import CaseModel
import Foundation
import Machines
import Subprocess
import Synchronization
import SyntheticMachines
import Testing

@testable import CaselabCommands

/// A stand-in for a guest: this host, whose own sh, stat and find run the scripts.
private struct LocalGuest: Guest {
  func run(_ command: GuestCommand) async throws -> GuestResult {
    let done = try await Subprocess.run(
      .name(command.arguments[0]), arguments: Arguments(Array(command.arguments.dropFirst())),
      output: .bytes(limit: command.outputLimit), error: .bytes(limit: command.outputLimit))
    return GuestResult(
      status: done.terminationStatus.isSuccess ? 0 : 1, output: done.standardOutput,
      errors: done.standardError)
  }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CaselabError(.labFailed, "file \"\(path)\" cannot be read")
    }
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(offset))
    return [UInt8](try file.read(upToCount: limit) ?? Data())
  }

  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {}
}

@Suite final class LogFollowerTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/caselab-logs-\(UUID())"
  private var log: String { folder + "/a b.log" }
  private var watch: LogWatch

  init() throws {
    watch = LogWatch(
      guest: LocalGuest(), globs: [folder.replacing(" ", with: "?") + "/*.log"], lines: 2)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func add(_ text: String, to path: String? = nil) throws {
    let path = path ?? log
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(filePath: path))
    }
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private func look() async throws -> String { try await watch.look().joined() }

  @Test func whatIsAddedComesOnceAndInWholeLines() async throws {
    try add("1\n2\n3\n")
    #expect(try await look() == "==> \(log) <==\n2\n3\n")
    #expect(try await look() == "")
    try add("4\nhal")
    #expect(try await look() == "4\n")
    try add("f a li")
    #expect(try await look() == "")
    try add("ne\n")
    #expect(try await look() == "half a line\n")
  }

  @Test func aFileThatComesLaterIsShownFromItsBeginning() async throws {
    try add("old\n")
    _ = try await look()
    let other = folder + "/b.log"
    try add("first\nsecond\nthird\n", to: other)
    #expect(try await look() == "==> \(other) <==\nfirst\nsecond\nthird\n")
    try add("more\n")
    #expect(try await look() == "==> \(log) <==\nmore\n")
  }

  @Test func aTruncatedFileIsReadFromItsBeginning() async throws {
    try add("one line that is long\n")
    _ = try await look()
    try Data("new\n".utf8).write(to: URL(filePath: log), options: [])
    #expect(try await look() == "new\n")
  }

  @Test func nothingIsLostByARotation() async throws {
    try add("before\n")
    _ = try await look()
    try add("last words\nunended")
    try FileManager.default.moveItem(atPath: log, toPath: log + ".1")
    try add("first of the new\n")
    #expect(try await look() == "last words\nunended\nfirst of the new\n")
    try add("next\n")
    #expect(try await look() == "next\n")
  }

  @Test func whatAGuestWritesDoesNotSteerTheTerminalNorRun() async throws {
    let name = folder + "/$(touch x);`y`\u{1b}[2J.log"
    try add("\u{1b}[31mred\u{1b}[0m\n", to: name)
    let text = try await look()
    #expect(text.hasSuffix("\n[31mred[0m\n") && !text.contains("\u{1b}"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
  }

  @Test func aLineWithoutEndIsShownInPieces() async throws {
    try add("")
    _ = try await look()
    try add(String(repeating: "x", count: LogWatch.line + 1))
    #expect(try await look().contains("xxx"))
  }

  @Test func followingEndsWithTheMachine() async throws {
    let live = try LiveFixture()
    try await live.bringUp(["product"], expires: "2999-01-02T03:04:05.000Z")
    let node = try await LiveNode.find(live.id, in: live.context)
    try add("there\n")
    let shown = Mutex("")
    var follower = LogFollower(
      globs: [folder + "/*.log"], lines: 5, guest: LocalGuest(), pause: .milliseconds(1))
    follower.pause = .milliseconds(1)
    try await follower.follow(until: node.machine) { text in
      shown.withLock { $0 += text }
      Task { try await node.machine.destroy() }
    }
    #expect(shown.withLock { $0 }.hasSuffix("there\n"))
  }

  @Test func followingEndsWithItsTask() async throws {
    let live = try LiveFixture()
    try await live.bringUp(["product"], expires: "2999-01-02T03:04:05.000Z")
    let machine = try await LiveNode.find(live.id, in: live.context).machine
    let (seen, see) = AsyncStream<Void>.makeStream()
    try add("there\n")
    let folder = folder
    let task = Task {
      try await LogFollower(globs: [folder + "/*.log"], lines: 5, guest: LocalGuest())
        .follow(until: machine) { _ in see.yield() }
    }
    for await _ in seen { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
