import CaseModel
import Crypto
import Foundation
import Machines

/// Runs one suite in a guest: copies it there, watches it, brings its results back.
///
/// A failing suite is an outcome; what is thrown is the lab's failure, or a suite that cannot be
/// used at all.
public struct SuiteRunner: Sendable {
  let suite: Suite
  let limits: SuiteLimits
  let paths: GuestPaths

  public init(suite: Suite, limits: SuiteLimits = .init()) {
    self.init(suite: suite, limits: limits, paths: GuestPaths(suite: suite.name))
  }

  init(suite: Suite, limits: SuiteLimits, paths: GuestPaths) {
    self.suite = suite
    self.limits = limits
    self.paths = paths
  }

  /// Copies its files into the guest.
  public func place(in guest: any Guest) async throws {
    try checkName()
    try await copy(into: guest)
  }

  /// `sha256:` over all that `place` copies.
  public func digest() throws -> String {
    var hash = SHA256()
    var texts: [[UInt8]] = [Array(GuestScripts.wrapper.utf8), Array(suite.run.utf8)]
    for file in try SuiteFolder.read(suite, limits: limits).files {
      texts += [Array(file.path.utf8), [file.isExecutable ? 1 : 0], file.bytes]
    }
    // Each with its length, so that none can pass for the end of the one before it.
    for text in texts { hash.update(data: Array("\(text.count):".utf8) + text) }
    return "sha256:" + hash.finalize().map { String(format: "%02x", $0) }.joined()
  }

  /// - Parameters:
  ///   - isPlaced: whether its files are in the guest already, and were not run since.
  ///   - workFolder: on the host; gets `output.log` and `results.xml` or `results.tap`.
  public func run(
    in guest: any Guest, isPlaced: Bool = false, workFolder: String,
    environment: [String: String], note: @Sendable (String) async -> Void
  ) async throws -> SuiteOutcome {
    try checkName()
    try FileManager.default.createDirectory(
      atPath: workFolder, withIntermediateDirectories: true)
    var output = try OutputFile(path: workFolder + "/output.log", limits: limits)
    defer { try? output.close() }

    if !isPlaced {
      await note("copying suite \(suite.name)")
      try await copy(into: guest)
    }
    let token = UUID().uuidString
    try await start(in: guest, token: token, environment: environment)
    let status = try await watch(guest, output: &output, note: note)
    if status == nil { try await end(in: guest, token: token) }

    let ended = SuiteEnd(
      status: status?.status ?? 124, duration: Double(status?.seconds ?? suite.timeLimit),
      ranOutOfTime: status.map(ranOutOfTime) ?? true)
    let results = try await results(in: guest, workFolder: workFolder, output: output)
    let (tests, problem) = rows(
      of: suite, end: ended, parsed: results?.parsed, output: output.excerpt)
    return SuiteOutcome(
      tests: tests, exitStatus: ended.status, outputFile: output.path,
      resultsFile: results?.file, outputTruncated: (status?.dropped ?? 0) > 0, problem: problem)
  }

  /// The name becomes part of paths in the guest.
  private func checkName() throws {
    let fits = suite.name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard fits, (1...64).contains(suite.name.utf8.count) else {
      throw CaselabError(
        .badInput, "suite name \"\(suite.name.printable(limit: 60))\" is malformed",
        hint: "a suite's name is 1-64 lower-case letters, digits and dashes")
    }
  }

  private func copy(into guest: any Guest) async throws {
    let folder = try SuiteFolder.read(suite, limits: limits)
    let made = try await guest.run(
      GuestCommand(
        ["sh", "-euc", GuestScripts.prepare, "prepare"] + folder.folders,
        environment: ["CASELAB_SUITE_ROOT": paths.root]))
    try require(made, "be copied")
    for file in folder.files {
      try await guest.write(
        file.bytes, to: "\(paths.files)/\(file.path)", mode: file.isExecutable ? "0755" : "0644")
    }
    try await guest.write(Array(suite.run.utf8), to: paths.run, mode: "0644")
    try await guest.write(Array(GuestScripts.wrapper.utf8), to: paths.wrapper, mode: "0644")
  }

  private func start(in guest: any Guest, token: String, environment: [String: String])
    async throws
  {
    var all = environment
    all["CASELAB_RESULTS"] = paths.results
    all["CASELAB_SUITE_ROOT"] = paths.root
    all["CASELAB_SUITE_TOKEN"] = token
    all["CASELAB_SUITE_SECONDS"] = String(suite.timeLimit)
    all["CASELAB_SUITE_OUTPUT"] = String(limits.outputBytes)
    var command = GuestCommand.script(GuestScripts.start, environment: all)
    command.outputLimit = 0
    try require(try await guest.run(command), "be started")
  }

  private func require(_ result: GuestResult, _ what: String) throws {
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed,
        "suite \"\(suite.name)\" could not \(what) in the guest (exit status \(result.status)): "
          + result.errorText.printable(limit: 300))
    }
  }

  private func end(in guest: any Guest, token: String) async throws {
    _ = try await guest.run(
      .script(GuestScripts.kill, environment: ["CASELAB_SUITE_TOKEN": token]))
  }

  /// A suite may itself end with the statuses that timeout(1) uses.
  private func ranOutOfTime(_ status: SuiteStatus) -> Bool {
    [124, 137].contains(status.status) && status.seconds >= suite.timeLimit
  }
}

extension SuiteRunner {
  /// Brings the output over until the suite has ended; nil when the guest did not keep its time.
  private func watch(
    _ guest: any Guest, output: inout OutputFile, note: @Sendable (String) async -> Void
  ) async throws -> SuiteStatus? {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(suite.timeLimit) + limits.grace)
    // Short suites are asked for their end sooner.
    var pause = min(.milliseconds(100), limits.interval)
    while true {
      // Asked before the output is read: what was printed before the end is then all there.
      let status = SuiteStatus(try await guest.read(paths.status, offset: 0, limit: 200))
      let before = output.size
      try await bring(guest, &output, all: status != nil)
      if let status { return status }
      if output.size > before, let line = output.progress {
        await note("suite \(suite.name): \(line)")
      }
      guard clock.now < deadline else { return nil }
      try await clock.sleep(for: pause)
      pause = min(pause * 3 / 2, limits.interval)
    }
  }

  /// One piece while the suite runs; all of the rest when it has ended.
  private func bring(_ guest: any Guest, _ output: inout OutputFile, all: Bool) async throws {
    let piece = 256 << 10
    repeat {
      let room = Int(min(Int64(piece), limits.outputBytes - output.size))
      guard room > 0 else { return }
      let bytes = try await guest.read(paths.output, offset: output.size, limit: room)
      guard !bytes.isEmpty else { return }
      try output.append(bytes)
    } while all
  }
}
