import CaseModel
import Foundation
import Machines
import Synchronization
import Testing

@testable import Lab

struct CloneIdentityTests {
  private let identity: CloneIdentity
  init() throws { identity = CloneIdentity(late: 12.5, caseID: try CaseID("SUP-1"), run: 3) }

  @Test func aNodeIsToldWhoItIs() async throws {
    let (one, other) = (ScriptedLine(["o", "k\n"]), ScriptedLine(["ok\n"]))
    try await identity.tell(one, within: .seconds(60))
    try await identity.tell(other, within: .seconds(60))
    let words = one.written.split(separator: " ", omittingEmptySubsequences: false)
    #expect(words.count == 6 && words[0] == "12.500000")
    #expect(words[1].count == 128 && words[2].count == 32)
    #expect(words[3...] == ["leave", "3", "SUP-1\n"])
    let others = other.written.split(separator: " ")
    #expect(words[1] != others[1] && words[2] != others[2])
  }

  @Test func inARehearsalItStays() async throws {
    let line = ScriptedLine(["ok\n"])
    var identity = identity
    identity.isFinal = false
    try await identity.tell(line, within: .seconds(60))
    #expect(line.written.contains(" stay 3 "))
  }

  @Test(arguments: [
    (["/etc/machine-id: Read-only file system\n"], "Read-only file system"),
    (["\u{1B}[31mno\n"], "made one of its own"),
    ([], "the line to it broke"),
    ([String(repeating: "x", count: 5000)], "the line to it broke"),
  ])
  func whatIsNotOkIsAFailure(_ answer: [String], _ why: String) async throws {
    let error = await #expect(throws: CaselabError.self) {
      try await identity.tell(ScriptedLine(answer), within: .seconds(60))
    }
    #expect(error?.description.contains(why) == true)
    #expect(error?.description.contains("\u{1B}") == false)
  }

  @Test func silenceIsAFailure() async throws {
    let error = await #expect(throws: CaselabError.self) {
      try await identity.tell(ScriptedLine(nil), within: Duration.milliseconds(10))
    }
    #expect(error?.description.contains("no answer") == true)
  }
}

/// Answers with its pieces, then ends; without any it is silent until nobody asks any more.
private final class ScriptedLine: ConsoleStream {
  private let pieces: Mutex<[String]?>
  private let text = Mutex("")

  init(_ pieces: [String]?) { self.pieces = Mutex(pieces) }

  var written: String { text.withLock { $0 } }

  func read() async throws -> [UInt8]? {
    let isSilent = pieces.withLock { $0 == nil }
    if isSilent { try await Task.sleep(for: .seconds(3600)) }
    return pieces.withLock { $0?.isEmpty == false ? $0?.removeFirst() : nil }.map { Array($0.utf8) }
  }
  func write(_ bytes: [UInt8]) async throws {
    text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
  }
  func close() async {}
}
