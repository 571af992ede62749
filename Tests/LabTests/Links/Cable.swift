import Foundation

@testable import Lab

/// A machine's end of a port: what QEMU does, with a socket of the test's own.
final class Cable {
  let port: Int
  private let descriptor: Int32

  /// - Parameter port: on 127.0.0.1; 0: any.
  init(port: Int = 0) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    self.descriptor = descriptor
    guard LoopbackAddress(port).with({ bind(descriptor, $0, $1) }) == 0 else {
      throw POSIXError(.EADDRINUSE)
    }
    self.port = port
  }

  deinit { close(descriptor) }

  func send(_ frame: [UInt8], to port: Int) {
    LoopbackAddress(port).with { address, length in
      _ = sendto(descriptor, frame, frame.count, 0, address, length)
    }
  }

  /// The next frame; nil when none came in time.
  func receive(within milliseconds: Int32 = 30_000) -> [UInt8]? {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) == 1 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count < 0 ? nil : Array(buffer[..<count])
  }
}

/// A switch on a thread of this process, and the ends of its cables.
final class RunningSwitch {
  let folder: String
  var plan: LinkPlan
  let bell: SwitchBell
  private let scratch: Scratch
  let task: Task<Void, any Error>

  /// Links with the nodes named; a machine's MAC is `mac(of:)`.
  init(_ links: [String: [String]], gateway: String? = nil) async throws {
    scratch = try Scratch()
    folder = scratch.path("links")
    try Folder.create(folder)
    let ports = try SwitchControl.ports(count: 2 * links.values.joined().count)
    var next = ports.makeIterator()
    plan = LinkPlan(
      links: links.sorted { $0.key < $1.key }.map { name, nodes in
        LinkPlan.Link(
          name: name,
          ports: nodes.enumerated().map { index, node in
            LinkPlan.Port(
              node: node, mac: "52:54:00:00:00:0\(index + 1)", switchPort: next.next() ?? 0,
              machinePort: next.next() ?? 0)
          }, gateway: gateway)
      })
    try plan.write(folder: folder)
    let bell = try SwitchBell()
    self.bell = bell
    task = Task { [folder] in try await SwitchProcess.serve(folder: folder, bell: bell) }
    try await until { SwitchControl.readyPid(self.folder) != nil }
  }

  func port(_ link: String, _ node: String) -> LinkPlan.Port {
    let ports = plan.links.first { $0.name == link }?.ports ?? []
    return ports.first { $0.node == node } ?? .at(node, "")
  }

  /// The machine's end.
  func cable(_ link: String, _ node: String) throws -> Cable {
    try Cable(port: port(link, node).machinePort)
  }

  func frame(_ link: String, from: String, to: String, _ text: String) -> [UInt8] {
    let filled = Array(text.utf8) + [UInt8](repeating: 0, count: max(0, 46 - text.utf8.count))
    return LinkSample.frame(to: port(link, to).mac, from: port(link, from).mac, filled)
  }

  func stop() async throws {
    bell.ring(.stop)
    try await task.value
  }
}

/// Waits until it holds; throws after five minutes, as the threads may be busy with other tests.
func until(_ holds: () throws -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(300)
  while try !holds() {
    guard ContinuousClock.now < end else { throw POSIXError(.ETIMEDOUT) }
    try await Task.sleep(for: .milliseconds(5))
  }
}
