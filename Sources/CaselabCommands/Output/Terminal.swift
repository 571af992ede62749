import CaseModel
import Foundation
import Synchronization

/// Standard output and standard error: what is a terminal, and how wide.
enum Terminal {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorsAreTerminal =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  static let outputHasColor = outputIsTerminal && noColorUnset
  static let errorsHaveColor = errorsAreTerminal && noColorUnset
  /// https://no-color.org: set and not empty means no colour.
  private static let noColorUnset = ProcessInfo.processInfo.environment["NO_COLOR"].nonEmpty == nil

  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static let lock = Mutex(())

  /// To standard error, a line; on a terminal it takes the place of a progress line.
  static func say(_ line: String) {
    write((errorsAreTerminal ? "\r\u{1B}[K" : "") + line + "\n", to: STDERR_FILENO)
  }

  static func print(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  static func complain(_ error: CaselabError) {
    say("caselab: \(error)")
    if let hint = error.firstHint { say("  hint: \(hint)") }
  }

  /// Whole, or until the reader goes away.
  static func write(_ text: String, to descriptor: Int32) {
    lock.withLock { _ in
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
      }
    }
  }
}
