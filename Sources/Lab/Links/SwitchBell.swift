import CaseModel
import Foundation
import Synchronization

/// How a thread that waits in poll(2) is told something: a pipe, which a signal can write to as well.
final class SwitchBell: Sendable {
  enum Ring: UInt8 {
    case stop = 0x53
    case reload = 0x52
  }

  let reading: Int32
  private let writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw CaselabError(.labFailed, "pipe cannot be made: \(String(cString: strerror(errno)))")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  func ring(_ ring: Ring) {
    var byte = ring.rawValue
    _ = write(writing, &byte, 1)
  }

  /// What was rung since the last time.
  func heard() -> Set<Ring> {
    var rings: Set<Ring> = []
    var byte: UInt8 = 0
    while read(reading, &byte, 1) == 1 { if let ring = Ring(rawValue: byte) { rings.insert(ring) } }
    return rings
  }

  /// From now on SIGTERM rings `stop` and SIGHUP `reload`, in this process.
  ///
  /// Only for a process of its own, that keeps the bell to its end.
  func ringOnSignals() {
    signalled.store(writing, ordering: .sequentiallyConsistent)
    signal(SIGINT, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Nothing but write(2) here; errno belongs to the code that was interrupted.
        let code = errno
        var byte = number == SIGHUP ? Ring.reload.rawValue : Ring.stop.rawValue
        _ = write(signalled.load(ordering: .relaxed), &byte, 1)
        errno = code
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// Swift's and Dispatch's threads block signals: one that does not is needed.
  static func admitSignalsOnThisThread() {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGTERM, SIGHUP] { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}

private let signalled = Atomic<Int32>(-1)
