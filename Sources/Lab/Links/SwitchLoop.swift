import CaseModel
import Foundation

/// Receives, decides, sends: on one thread, to which all of this belongs.
final class SwitchLoop {
  private struct Socket {
    var link: Int
    var port: Int
    var socket: SwitchSocket
  }

  /// Frames that one port may have before the others get their turn.
  private static let turn = 64
  private static let idle = Moment.second

  private let folder: String
  private let identity: ino_t?
  private let bell: SwitchBell
  private let ledger: SwitchLedger
  private var segments: [LinkSegment]
  private var sockets: [Socket] = []
  /// Index in `sockets`, by link and port.
  private var places: [[Int]] = []
  private var queue = DelayQueue()
  private var random = SystemRandomNumberGenerator()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Binds every port of `folder/links.json` and says so in `folder/switch.ready`.
  init(folder: String, bell: SwitchBell) throws {
    self.folder = folder
    identity = Self.identity(folder)
    self.bell = bell
    let plan = try LinkPlan.read(folder: folder)
    segments = plan.links.map(LinkSegment.init)
    for (link, each) in plan.links.enumerated() {
      places.append([])
      for (port, plug) in each.ports.enumerated() {
        places[link].append(sockets.count)
        sockets.append(
          Socket(link: link, port: port, socket: try SwitchSocket(plug, link: each.name)))
      }
    }
    ledger = try SwitchLedger(folder: folder, links: plan.links.map(\.name))
    try LinkFiles.write(Data("\(getpid())\n".utf8), to: folder + "/" + LinkFiles.ready)
  }

  /// Until it is told to stop or the folder is gone.
  func run() {
    var polled = sockets.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
    polled.append(pollfd(fd: bell.reading, events: Int16(POLLIN), revents: 0))
    var looked = Moment.now
    var wakeAt = looked
    while true {
      let count = poll(&polled, nfds_t(polled.count), Moment.milliseconds(until: wakeAt))
      if count > 0 {
        for (index, each) in sockets.enumerated() where polled[index].revents != 0 { drain(each) }
      }
      let now = Moment.now
      while let departure = queue.next(by: now) { send(departure.frame, to: departure.socket) }
      let rings = bell.heard()
      if rings.contains(.reload) { reload() }
      if rings.contains(.stop) { break }
      if now >= looked + 2 * Moment.second {
        looked = now
        guard Self.identity(folder) == identity else { return }
      }
      let writeAt = ledger.write(segments.map(\.status), now: now)
      wakeAt = min(queue.nextDue ?? .max, writeAt ?? .max, now + Self.idle)
    }
    ledger.finish(segments.map(\.status))
  }

  /// Nil when it is gone; another one when somebody made it anew.
  private static func identity(_ folder: String) -> ino_t? {
    var status = stat()
    return stat(folder, &status) == 0 ? status.st_ino : nil
  }

  private func drain(_ from: Socket) {
    let now = Moment.now
    for _ in 0..<Self.turn {
      switch buffer.withUnsafeMutableBytes({ from.socket.receive(into: $0) }) {
      case .nothing: return
      case .foreign: continue
      case .frame(let count): accept(Array(buffer[..<count]), from: from, now: now)
      }
    }
  }

  private func accept(_ frame: [UInt8], from: Socket, now: UInt64) {
    let outcome = segments[from.link].accept(frame, from: from.port, now: now, random: &random)
    ledger.note(outcome, link: from.link)
    for departure in outcome.departures {
      let socket = places[from.link][departure.port]
      if departure.due <= now {
        send(departure.frame, to: socket)
      } else if !queue.add(.init(frame: departure.frame, socket: socket), due: departure.due) {
        segments[from.link].status.drop(.overflow)
      }
    }
  }

  private func send(_ frame: [UInt8], to socket: Int) {
    if !sockets[socket].socket.send(frame) { segments[sockets[socket].link].status.drop(.unsent) }
  }

  /// States and impairments; ports stay as they are.
  private func reload() {
    do {
      let wanted = try LinkPlan.read(folder: folder)
      for index in segments.indices {
        guard let link = wanted.links.first(where: { $0.name == segments[index].link.name }) else {
          continue
        }
        segments[index].change(state: link.state, impairments: link.impairments)
      }
      // At once: somebody waits for it.
      ledger.finish(segments.map(\.status))
    } catch {
      ledger.complain("\(error)")
    }
  }
}

/// Nanoseconds of the clock that is never set.
enum Moment {
  static let second: UInt64 = 1_000_000_000

  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * second + UInt64(time.tv_nsec)
  }

  /// Rounded up: too early would be once more for nothing.
  static func milliseconds(until moment: UInt64, now: UInt64 = Moment.now) -> Int32 {
    moment <= now ? 0 : Int32(clamping: (moment - now - 1) / 1_000_000 + 1)
  }
}
