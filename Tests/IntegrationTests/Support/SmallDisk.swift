import Foundation
import Subprocess
import Testing

/// A file system of a few megabytes in memory, mounted where only a mount namespace sees it.
///
/// It goes with the process that holds the namespace, and that one with the test, however it ends.
struct SmallDisk {
  let path: String
  /// Starts a program in the namespace.
  let starter: [String]

  /// False where the host allows no namespaces, as many containers do.
  static func canBeMade() async -> Bool {
    (try? await with(mebibytes: 1) { _ in }) != nil
  }

  static func with(mebibytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/caselab-disk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { rmdir(path) }
    let script = """
      mount -t tmpfs -o mode=0700,size="$1"m caselab-test "$2" && echo mounted && exec cat
      """
    let mapping = geteuid() == 0 ? [] : ["--map-root-user", "--map-auto"]
    let entering = geteuid() == 0 ? [] : ["--user", "--preserve-credentials"]
    _ = try await Subprocess.run(
      .name("unshare"),
      arguments: Arguments(
        mapping + ["--mount", "--", "sh", "-c", script, "sh", String(mebibytes), path]),
      input: .inputWriter, output: .sequence, error: .discarded
    ) { holder in
      var lines = holder.standardOutput.strings().makeAsyncIterator()
      try #require(try await lines.next() == "mounted")
      let pid = String(holder.processIdentifier.value)
      try await body(
        SmallDisk(
          path: path,
          starter: ["/usr/bin/nsenter", "--target", pid, "--mount"] + entering + ["--"]))
      try await holder.standardInputWriter.finish()
    }
  }

  /// The tool with its home on this disk.
  func tool() -> Tool {
    var tool = Tool(home: path + "/home")
    tool.starter = starter
    // Nothing boots here, and in a user namespace no daemon can be reached.
    tool.extra["CASELAB_CONNECT"] = "test:///default"
    return tool
  }

  func resize(mebibytes: Int) async throws {
    let line = starter + ["mount", "-o", "remount,size=\(mebibytes)m", path]
    let result = try await Subprocess.run(
      .path(.init(line[0])), arguments: Arguments(Array(line.dropFirst())),
      output: .discarded, error: .string(limit: 4096))
    try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
  }
}
