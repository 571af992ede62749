import ArgumentParser
import CaseModel
import Foundation
import Lab
import Machines
import Record

struct ExposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expose",
    abstract: "Open a TCP port of this host that leads into a machine of the case.",
    discussion: """
      Only loopback addresses (127.0.0.0/8) are accepted for --to: others reach it through a tunnel of
      their own, such as ssh -L. It ends with the environment, or with --stop. With a libvirt on
      another host the port is that host's.

      The machine gets one more network device, called "expose", by which only these connections come
      in; nothing begun in the machine gets out by it. A firewall in the machine may refuse them.

      Examples:
        caselab expose SUP-1042 product:21 --to 127.0.0.1:2121
        caselab expose SUP-1042 directory:389     on a port that is free
        caselab expose SUP-1042                   those that are open
        caselab expose SUP-1042 product:21 --stop
        caselab expose SUP-1042 --stop            all of them
      """)

  @OptionGroup var target: CaseArgument
  @Argument(
    help: ArgumentHelp("A node and its TCP port; :PORT is the product's.", valueName: "node:port"))
  var place: GuestPort?
  @Option(
    help: ArgumentHelp(
      "Loopback address and port of this host (default: a free one).", valueName: "address:port"))
  var to: HostPort?
  @Flag(help: "Close it, or all of the environment's.") var stop = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard to == nil || (place != nil && !stop) else {
      throw ValidationError("--to needs NODE:PORT, and goes without --stop")
    }
  }

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let environment = try await LiveEnvironment.find(id, in: context)
    let store = try context.store()
    let journal = { (what: String) in
      try store.append(
        JournalEntry(at: Timestamp.now(), by: context.user, run: environment.run, what: what),
        to: id)
    }
    if stop {
      try await close(environment, journal)
    } else if let place {
      try await open(place, environment, journal)
    }
    var open: [OpenPort] = []
    for machine in environment.machines {
      open += try await machine.forwards().map { OpenPort(node: machine.owner.node, $0) }
    }
    try Render.output(Listing(schema: "caselab.exposed/1", items: open), output) {
      open.isEmpty
        ? "no port is open" : open.map(\.text).joined(separator: "\n")
    }
  }

  private func open(
    _ place: GuestPort, _ environment: LiveEnvironment, _ journal: (String) throws -> Void
  ) async throws {
    let node = try environment.node(place.node)
    let host = try to ?? HostPort.free()
    guard
      let forward = PortForward(
        hostAddress: host.address, hostPort: host.port, guestPort: place.port)
    else { throw CaselabError(.usage, "\(host) is not on loopback") }
    let guest = try await node.guest()
    try journal("opened \(forward.source) to port \(place.port) of \(place.node)")
    do {
      try await GuestGate(machine: node.machine, guest: guest).open(forward)
    } catch {
      try? journal("\(forward.source) could not be opened")
      throw error
    }
  }

  private func close(
    _ environment: LiveEnvironment, _ journal: (String) throws -> Void
  ) async throws {
    let machines = try place.map { [try environment.node($0.node).machine] } ?? environment.machines
    for machine in machines {
      for forward in try await machine.forwards()
      where place == nil || forward.guestPort == place?.port {
        try journal(
          "closed \(forward.source) to port \(forward.guestPort) of \(machine.owner.node)")
        try await machine.close(forward)
      }
    }
  }
}

/// An open port as it is shown.
struct OpenPort: Codable, Equatable {
  var node: String
  var port: Int
  var to: String

  init(node: String, _ forward: PortForward) {
    self.node = node
    port = forward.guestPort
    to = forward.source
  }

  var text: String { "\(to) leads to port \(port) of \(node)" }
}

/// `directory:389`, or `:21` of the product's machine.
struct GuestPort: ExpressibleByArgument, Equatable {
  var node: String
  var port: Int

  init?(argument: String) {
    guard let there = GuestPath(argument), let port = Int(there.path), (1...65535).contains(port)
    else { return nil }
    node = there.node
    self.port = port
  }
}

/// `127.0.0.1:2121`: loopback only.
struct HostPort: ExpressibleByArgument, Equatable, CustomStringConvertible {
  var address: IPv4Address
  var port: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPv4Address(parts[0]), address.value >> 24 == 127,
      let port = Int(parts[1]), (1...65535).contains(port)
    else { return nil }
    self.address = address
    self.port = port
  }

  init(address: IPv4Address, port: Int) {
    self.address = address
    self.port = port
  }

  /// One that nobody has at this moment, on 127.0.0.1.
  static func free() throws -> HostPort {
    HostPort(address: IPv4Address(0x7F00_0001), port: try TCPPort.free())
  }

  var description: String { "\(address):\(port)" }
}
