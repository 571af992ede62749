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

  private let folder: String
  private let bell: SwitchBell
  private var plan: LinkPlan
  private var boards: [SwitchBoard]
  private var sockets: [Socket] = []
  private var places: [[Int]] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Binds every port of `folder/links.json` and says so in `folder/switch.ready`.
  init(folder: String, bell: SwitchBell) throws {
    self.folder = folder
    self.bell = bell
    plan = try LinkPlan.read(folder: folder)
    boards = plan.links.map { SwitchBoard(ports: $0.ports) }
    for (link, each) in plan.links.enumerated() {
      places.append([])
      for (port, plug) in each.ports.enumerated() {
        places[link].append(sockets.count)
        sockets.append(
          Socket(link: link, port: port, socket: try SwitchSocket(plug, link: each.name)))
      }
    }
    try LinkFiles.write(Data("\(getpid())\n".utf8), to: folder + "/" + LinkFiles.ready)
  }

  /// Until it is told to stop or the folder is gone.
  func run() {
    var polled = sockets.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
    polled.append(pollfd(fd: bell.reading, events: Int16(POLLIN), revents: 0))
    var looked = Moment.now
    while true {
      let count = poll(&polled, nfds_t(polled.count), 1000)
      let now = Moment.now
      if count > 0 {
        for (index, each) in sockets.enumerated() where polled[index].revents != 0 {
          drain(each, now: now)
        }
      }
      let rings = bell.heard()
      if rings.contains(.stop) { return }
      if rings.contains(.reload) { reload() }
      if now >= looked + 2 * Moment.second {
        looked = now
        guard access(folder + "/" + LinkFiles.plan, F_OK) == 0 else { return }
      }
    }
  }

  private func drain(_ from: Socket, now: UInt64) {
    for _ in 0..<Self.turn {
      switch buffer.withUnsafeMutableBytes({ from.socket.receive(into: $0) }) {
      case .nothing: return
      case .foreign: continue
      case .frame(let count): accept(Array(buffer[..<count]), from: from)
      }
    }
  }

  private func accept(_ frame: [UInt8], from: Socket) {
    guard plan.links[from.link].state == .up,
      case .ports(let ports) = boards[from.link].decide(frame, from: from.port)
    else { return }
    for port in ports { sockets[places[from.link][port]].socket.send(frame) }
  }

  /// States and impairments; ports stay as they are.
  private func reload() {
    do {
      let wanted = try LinkPlan.read(folder: folder)
      for index in plan.links.indices {
        guard let link = wanted.links.first(where: { $0.name == plan.links[index].name }) else {
          continue
        }
        plan.links[index].state = link.state
        plan.links[index].impairments = link.impairments
      }
    } catch {
      FileHandle.standardError.write(Data("switch: \(error)\n".utf8))
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
}
