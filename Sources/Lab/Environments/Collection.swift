import CaseModel
import Foundation
import Machines

/// A file fetched from a node, waiting in a folder on the host to become an artifact.
public struct CollectedFile: Equatable, Sendable {
  public var name: String
  public var kind: String
  public var path: String
}

/// Fetches logs, configuration, journal and package list from a guest. Best effort: what cannot be
/// had is named, and the rest is still fetched.
public struct Collection: Sendable {
  let guest: any Guest
  let limits: LabLimits
  let folder: String

  public init(guest: any Guest, limits: LabLimits, folder: String) {
    self.guest = guest
    self.limits = limits
    self.folder = folder
  }

  private var isWindows: Bool { guest.system == .windows }

  /// - Parameter suites: those that ran in this node.
  /// - Returns: the files, and a line for each thing that could not be fetched.
  public func collect(
    _ deployable: any Deployable, suites: [Suite]
  ) async throws -> (files: [CollectedFile], problems: [String]) {
    var files: [CollectedFile] = []
    var problems: [String] = []
    func gather(_ what: String, _ body: () async throws -> [CollectedFile]) async throws {
      do {
        files += try await body()
      } catch let error as CaselabError where error.code != .interrupted {
        problems.append("\(what): \(error)")
      }
    }
    try await gather("server logs") { try await globs(deployable.logs, "server-log", in: "logs") }
    try await gather("configuration") {
      try await globs(deployable.configuration, "configuration", in: "configuration")
    }
    for suite in suites {
      try await gather("artifacts of suite \(suite.name)") {
        try await globs(suite.artifacts, "client-log", in: "suites/\(suite.name)")
      }
    }
    try await gather("journal") {
      try await output(
        of: isWindows
          ? WindowsScripts.events
          : "journalctl --no-pager -b -o short-iso | tail -c \(limits.artifact)", "journal",
        as: "journal.log")
    }
    try await gather("packages") {
      try await output(
        of: isWindows
          ? WindowsScripts.programs
          : "dpkg-query -W -f '${Package}\\t${Version}\\t${Architecture}\\n' || rpm -qa | sort",
        "packages", as: "packages.txt")
    }
    return (files, problems)
  }

  /// Expands its arguments as globs, prints the regular files, runs nothing that they say.
  private static let expandGlobs =
    "for p do for f in $p; do [ ! -f \"$f\" ] || printf '%s\\n' \"$f\"; done; done"

  /// The last `limits.artifact` bytes of each file that a glob matches, at most 50 files.
  private func globs(
    _ patterns: [String], _ kind: String, in subfolder: String
  ) async throws -> [CollectedFile] {
    guard !isWindows else { return try await windowsFiles(patterns, kind, in: subfolder) }
    guard !patterns.isEmpty else { return [] }
    let listing = try await guest.run(
      GuestCommand(["sh", "-c", Self.expandGlobs, "sh"] + patterns))
    var files: [CollectedFile] = []
    for line in listing.outputText.split(whereSeparator: \.isNewline).prefix(50) {
      let path = String(line)
      let name = subfolder + "/" + Self.safeName(path)
      let tail = try await guest.run(
        GuestCommand(
          ["tail", "-c", String(limits.artifact), path], outputLimit: limits.artifact))
      guard tail.status == 0 else { continue }
      files.append(try keep(tail.output, kind, as: name))
    }
    return files
  }

  private func output(
    of script: String, _ kind: String, as name: String
  ) async throws -> [CollectedFile] {
    var command = GuestCommand.script(script, for: guest.system, deadline: .seconds(120))
    command.outputLimit = limits.artifact
    let result = try await guest.run(command)
    guard result.status == 0, !result.output.isEmpty else {
      throw CaselabError(
        .labFailed, "command ended with status \(result.status)\(StepRunner.tail(result))")
    }
    return [try keep(result.output, kind, as: name)]
  }

  func keep(_ bytes: [UInt8], _ kind: String, as name: String) throws -> CollectedFile {
    let path = folder + "/" + name
    try Folder.create((path as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: URL(filePath: path))
    return CollectedFile(name: name, kind: kind, path: path)
  }

  /// A guest's absolute path as one relative path: no empty part, `.` or `..`, nothing hidden.
  static func safeName(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }.suffix(4)
      .map { part in
        String(
          part.unicodeScalars.prefix(80).map { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
              || "._-".unicodeScalars.contains(scalar)
              ? Character(scalar) : "_"
          })
      }.joined(separator: "/")
  }
}
