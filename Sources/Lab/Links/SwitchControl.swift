import CaseModel
import Foundation

/// The lab's hand on the switch of a case.
public enum SwitchControl {
  /// The hidden command that is the switch: `caselab __switch FOLDER`.
  public static let command = "__switch"

  /// Different UDP ports on 127.0.0.1 that nobody has at this moment.
  public static func ports(count: Int) throws -> [Int] {
    var descriptors: [Int32] = []
    // Open until all are known: the kernel would give one of them twice.
    defer { for descriptor in descriptors { close(descriptor) } }
    return try (0..<count).map { _ in
      let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      descriptors.append(descriptor)
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard descriptor >= 0, LoopbackAddress(0).with({ bind(descriptor, $0, $1) }) == 0,
        withUnsafeMutablePointer(
          to: &address,
          { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
              getsockname(descriptor, $0, &length)
            }
          }) == 0
      else {
        throw CaselabError(
          .labFailed, "UDP ports cannot be had: \(String(cString: strerror(errno)))")
      }
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }

  /// Starts `executable __switch folder` in a session of its own and waits until its ports are bound.
  ///
  /// - Parameter folder: absolute; its links.json is written anew.
  /// - Throws: `labFailed` with what the switch said, `deadline`.
  public static func start(
    folder: String, plan: LinkPlan, executable: String, deadline: Duration = .seconds(10)
  ) async throws -> Int32 {
    guard folder.hasPrefix("/") else {
      throw CaselabError(.labFailed, "folder \"\(folder)\" of the links is not an absolute path")
    }
    try Folder.create(folder)
    try plan.write(folder: folder)
    unlink(folder + "/" + LinkFiles.ready)
    let log = folder + "/" + LinkFiles.log
    let pid = try DetachedProcess.start([executable, command, folder], log: log)
    let end = ContinuousClock.now + deadline
    do {
      // A file has no event that is worth inotify here: it is there after some milliseconds.
      while readyPid(folder) != pid {
        guard !DetachedProcess.hasEnded(pid) else {
          throw CaselabError(.labFailed, "the links' switch ended: \(tail(log))")
        }
        guard ContinuousClock.now < end else {
          throw CaselabError(
            .deadline, "the links' switch was not ready after \(deadline.components.seconds) s",
            cause: CaselabError(.labFailed, tail(log)))
        }
        try await Task.sleep(for: .milliseconds(20))
      }
    } catch {
      try? await Shield.run { try await stop(pid, folder: folder) }
      throw error
    }
    return pid
  }

  /// Has it take up the states and impairments of `plan`; returns when it has.
  ///
  /// - Throws: `labFailed` when it is not there any more, `deadline`.
  public static func reload(_ pid: Int32, folder: String, plan: LinkPlan) async throws {
    try plan.write(folder: folder)
    let end = ContinuousClock.now + .seconds(10)
    guard isRunning(pid, folder: folder), kill(pid, SIGHUP) == 0 else { throw gone(pid) }
    while try !SwitchStatus.read(folder: folder).follows(plan) {
      guard isRunning(pid, folder: folder) else { throw gone(pid) }
      guard ContinuousClock.now < end else {
        throw CaselabError(.deadline, "the links' switch, process \(pid), took no new state")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Ends it; not an error when it has ended. It first writes what it still has; its ports are free
  /// afterwards.
  public static func stop(_ pid: Int32, folder: String) async throws {
    for signal in [SIGTERM, SIGKILL] {
      if isRunning(pid, folder: folder) { kill(pid, signal) }
      let end = ContinuousClock.now + .seconds(5)
      while ContinuousClock.now < end {
        if !isRunning(pid, folder: folder), !DetachedProcess.isLeaving(pid) { return }
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    throw CaselabError(.labFailed, "the links' switch, process \(pid), does not end")
  }

  /// Whether process `pid` is the switch of this folder, not a later one with the same number.
  public static func isRunning(_ pid: Int32, folder: String) -> Bool {
    guard pid > 1, let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else {
      return false
    }
    let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return words.suffix(2) == [command, folder]
  }

  /// The switch that last got ready in `folder`.
  public static func readyPid(_ folder: String) -> Int32? {
    guard let text = try? String(contentsOfFile: folder + "/" + LinkFiles.ready, encoding: .utf8)
    else { return nil }
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func gone(_ pid: Int32) -> CaselabError {
    CaselabError(.labFailed, "the links' switch, process \(pid), has ended")
  }

  private static func tail(_ log: String) -> String {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").suffix(3).joined(separator: " ")
    return line.isEmpty ? "it said nothing" : line
  }
}
