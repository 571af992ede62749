import Foundation

/// A guest's kernel that stands still while it boots.
///
/// Under emulation a processor may wait for ever for a timer that never fires, seen once in some forty
/// boots on a busy host: its kernel tells of it on the console (Documentation/RCU/stallwarn.rst), and
/// goes on a step whenever it does, too slowly to come up in time.
struct StalledKernel: Error {
  /// Where the console's log ended when the machine was started; bytes.
  let start: UInt64
  let console: String

  init(console: String) {
    self.console = console
    let log = FileHandle(forReadingAtPath: console)
    start = (try? log?.seekToEnd()) ?? 0
    try? log?.close()
  }

  /// Throws itself when the kernel has told it twice: one that is merely slow tells it once.
  func watch() async throws -> Never {
    while true {
      try await Task.sleep(for: .seconds(1))
      if Self.count(in: text()) >= 2 { throw self }
    }
  }

  static func count(in text: String) -> Int {
    ["detected stalls on CPUs/tasks", "self-detected stall on CPU"]
      .map { text.ranges(of: "rcu_preempt \($0)").count + text.ranges(of: "rcu_sched \($0)").count }
      .reduce(0, +)
  }

  /// Of a boot: more is not read.
  private func text() -> String {
    guard let file = FileHandle(forReadingAtPath: console) else { return "" }
    defer { try? file.close() }
    try? file.seek(toOffset: start)
    return String(decoding: (try? file.read(upToCount: 1 << 20)) ?? Data(), as: UTF8.self)
  }
}
