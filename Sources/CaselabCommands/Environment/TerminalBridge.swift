import CaseModel
import Foundation
import Machines

/// Joins this terminal with a guest's serial port until Ctrl-], the end of input, or the guest's.
enum TerminalBridge {
  /// Ctrl-], as telnet and virsh have it.
  static let escape: UInt8 = 0x1D

  static func size() -> (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else {
      return (24, 80)
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  static func connect(_ stream: any ConsoleStream) async throws {
    var saved = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &saved) == 0
    if isTerminal {
      var raw = saved
      cfmakeraw(&raw)
      tcsetattr(STDIN_FILENO, TCSANOW, &raw)
      Terminal.say("connected; Ctrl-] leaves\r")
    }
    defer { if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &saved) } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await copyInput(to: stream) }
      group.addTask { try await copyOutput(of: stream) }
      defer { group.cancelAll() }
      do {
        try await group.next()
      } catch {
        await stream.close()
        throw error
      }
      await stream.close()
      group.cancelAll()
    }
    if isTerminal { Terminal.say("\r") }
  }

  private static func copyInput(to stream: any ConsoleStream) async throws {
    for await chunk in KeyboardInput.bytes() {
      if let end = chunk.firstIndex(of: escape) {
        try await stream.write(Array(chunk[..<end]))
        return
      }
      try await stream.write(chunk)
    }
    // The end of a piped input: what was typed still gets its answer.
    try await Task.sleep(for: .seconds(2))
  }

  /// Ends also at the word that the shell has ended.
  private static func copyOutput(of stream: any ConsoleStream) async throws {
    var recent: [UInt8] = []
    while let bytes = try await stream.read() {
      try? FileHandle.standardOutput.write(contentsOf: bytes)
      recent = (recent + bytes).suffix(bytes.count + farewell.count)
      if recent.contains(farewell) { return }
    }
  }

  /// An operating system command that no terminal knows (ECMA-48, 8.3.89).
  static let farewell = Array("\u{1B}]caselab;ended\u{7}".utf8)
}

/// Standard input as it is typed, until its end.
enum KeyboardInput {
  /// Read on a thread of its own, which may still wait for a key when this process ends: a dispatch
  /// source is not woken for the end of a pipe whose last bytes came together with it.
  static func bytes() -> AsyncStream<[UInt8]> {
    AsyncStream { continuation in
      Thread.detachNewThread {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let count = read(STDIN_FILENO, &buffer, buffer.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return continuation.finish() }
          continuation.yield(Array(buffer.prefix(count)))
        }
      }
    }
  }
}
