import CaseModel
import Foundation
import Machines
import Subprocess
import Synchronization

@testable import Suites

/// A stand-in for a guest: this machine, with a temporary folder for what a guest keeps.
struct LocalGuest: Guest {
  func run(_ command: GuestCommand) async throws -> GuestResult {
    var environment = Environment.inherit
    for (name, value) in command.environment {
      environment = environment.updating([.init(stringLiteral: name): value])
    }
    let done = try await Subprocess.run(
      .name(command.arguments[0]), arguments: Arguments(Array(command.arguments.dropFirst())),
      environment: environment, output: .bytes(limit: command.outputLimit),
      error: .bytes(limit: command.outputLimit))
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

  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes(
      [.posixPermissions: Int(mode, radix: 8) ?? 0o644], ofItemAtPath: path)
  }
}

/// A stand-in for a guest that says what it was told to.
struct ScriptedGuest: Guest {
  var output: [UInt8] = []
  /// Nil: the suite never ends.
  var status: String? = "0 3\n0\n"
  var results: [UInt8]?
  /// Thrown by the nth read, counted from 1.
  var failure: (read: Int, error: CaselabError)?
  let reads = Reads()

  final class Reads: Sendable {
    let count = Mutex(0)
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  func run(_ command: GuestCommand) async throws -> GuestResult {
    guard command.arguments.first == "stat" else { return GuestResult(status: 0) }
    guard let results else { return GuestResult(status: 1) }
    return GuestResult(status: 0, output: Array("regular file:\(results.count)\n".utf8))
  }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    let number = reads.next()
    if let failure, failure.read <= number { throw failure.error }
    let bytes =
      switch path.split(separator: "/").last {
      case "status": Array((status ?? "").utf8)
      case "output.log": output
      default: results ?? []
      }
    return Array(bytes.dropFirst(Int(offset)).prefix(limit))
  }

  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {}
}

/// A folder of the test's own, removed with the value that holds it.
final class Scratch: Sendable {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "caselab-suites-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func folder(_ name: String, files: [String: String] = [:]) throws -> String {
    let folder = path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, text) in files {
      let url = URL(fileURLWithPath: folder + "/" + file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return folder
  }
}

func suite(_ run: String = "true", format: Suite.Format = .exit, timeLimit: Int = 60) -> Suite {
  Suite(name: "sample", title: "Sample", run: run, format: format, timeLimit: timeLimit)
}
