import Foundation

/// One process of this host, told apart from a later one with the same number.
public struct ProcessMark: Codable, Hashable, Sendable {
  public var pid: Int32
  /// Clock ticks between the host's boot and the process's start: proc_pid_stat(5), field 22.
  public var startedTicks: Int64
  /// The boot that `startedTicks` counts from.
  public var bootID: String

  public init(pid: Int32, startedTicks: Int64, bootID: String) {
    self.pid = pid
    self.startedTicks = startedTicks
    self.bootID = bootID
  }

  /// This process.
  public static let current = ProcessMark(
    pid: getpid(), startedTicks: startTicks(of: getpid()) ?? 0, bootID: hostBootID)

  public var isAlive: Bool {
    bootID == Self.hostBootID && Self.startTicks(of: pid) == startedTicks
  }

  private static let hostBootID = (contents("/proc/sys/kernel/random/boot_id") ?? "")
    .trimmingCharacters(in: .whitespacesAndNewlines)

  private static func startTicks(of pid: Int32) -> Int64? {
    contents("/proc/\(pid)/stat").flatMap(startTicks(inStat:))
  }

  /// Nil for a process that has ended but has not been waited for.
  static func startTicks(inStat stat: String) -> Int64? {
    // Field 2 is the program's name in parentheses; it may hold spaces and parentheses itself.
    guard let name = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: name)...].split(separator: " ")
    guard fields.count > 19, !["Z", "X", "x"].contains(fields[0]) else { return nil }
    return Int64(fields[19])
  }

  private static func contents(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
