import ArgumentParser
import CaseModel
import Dispatch
import Foundation
import Synchronization

/// What the executable does: parse, run, turn errors into a message and an exit status.
public enum Program {
  public static func main() async -> Never {
    // A reader that went away (`caselab … | head`) is an error of write(2), not the end of us.
    signal(SIGPIPE, SIG_IGN)
    let command: any ParsableCommand
    do {
      command = try Caselab.parseAsRoot()
    } catch {
      Caselab.exit(withError: error)
    }
    let handlesSignals = type(of: command) is any HandlesSignals.Type
    let work = Task {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        var plain = command
        try plain.run()
      }
    }
    let sources = handlesSignals ? [] : Interruption.cancel(work)
    defer { for source in sources { source.cancel() } }
    do {
      try await work.value
      exit(0)
    } catch {
      end(error)
    }
  }

  private static func end(_ error: any Error) -> Never {
    switch error {
    case let error as CaselabError:
      Terminal.complain(error)
      exit(error.code.exitStatus)
    case is CancellationError:
      Terminal.say("caselab: interrupted")
      exit(CaselabError.Code.interrupted.exitStatus)
    default:
      Caselab.exit(withError: error)
    }
  }
}

/// A command to which signals mean something of its own.
protocol HandlesSignals {}

/// Ctrl-C and its kin cancel the work, whose clean-up still runs; the second one ends at once.
final class Interruption: Sendable {
  /// Signals this close are one: timeout(1) sends its to the process and to the process's group.
  private static let sameStroke = Duration.milliseconds(500)

  private let first = Mutex<ContinuousClock.Instant?>(nil)

  static func cancel<T>(_ work: Task<T, any Error>) -> [any DispatchSourceSignal] {
    let interruption = Interruption()
    return [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { interruption.signalled { work.cancel() } }
      source.resume()
      return source
    }
  }

  private func signalled(_ cancel: () -> Void) {
    let now = ContinuousClock.now
    let earlier = first.withLock { first in
      defer { if first == nil { first = now } }
      return first
    }
    guard let earlier else {
      Terminal.say("caselab: interrupted, cleaning up (once more: end at once)")
      return cancel()
    }
    guard now - earlier > Self.sameStroke else { return }
    Terminal.say("caselab: ended at once; `caselab gc` removes what was left")
    _exit(CaselabError.Code.interrupted.exitStatus)
  }
}
