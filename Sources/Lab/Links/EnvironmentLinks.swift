import CaseModel
import Foundation
import Machines

/// The links of one running environment: the switch's plan, and each machine's ends of it.
public struct EnvironmentLinks: Sendable {
  /// Where the switch's plan, its captures and what it saw are.
  public let folder: String
  let plan: LinkPlan
  /// Where its ports are; nil: 127.0.0.1.
  let address: String?

  /// The folder of the links in a run's folder.
  public static func folder(inRun folder: String) -> String { folder + "/links" }

  /// Finds free ports for every end; nothing is started.
  ///
  /// - Parameters:
  ///   - folder: the run's.
  ///   - asking: the nodes that the lab cannot configure: who asks there is given the node's address.
  public init(_ topology: Topology, run folder: String, asking: Set<String> = []) throws {
    let ports = try SwitchControl.ports(count: Self.ends(topology) * 2)
    self.init(topology, run: folder, at: nil, ports, asking: asking)
  }

  /// For another host, whose free ports are not known here: at one of its 16 million loopback addresses,
  /// where nobody else is.
  public init(_ topology: Topology, elsewhereForRun folder: String) {
    let address = IPv4Address(127 << 24 | UInt32.random(in: 0x01_0000...0xFE_FFFE))
    let first = 20_000
    self.init(
      topology, run: folder, at: address.description, Array(first..<first + Self.ends(topology) * 2)
    )
  }

  private static func ends(_ topology: Topology) -> Int {
    topology.nodes.map(\.interfaces.count).reduce(0, +)
  }

  private init(
    _ topology: Topology, run folder: String, at address: String?, _ ports: [Int],
    asking: Set<String> = []
  ) {
    self.folder = Self.folder(inRun: folder)
    self.address = address
    var free = ports.makeIterator()
    let links = topology.links.map { link in
      LinkPlan.Link(
        name: link.name,
        ports: topology.members(of: link.name).compactMap { node in
          guard let mac = node.interface(on: link.name)?.mac, let switchPort = free.next(),
            let machinePort = free.next()
          else { return nil }
          return .init(
            node: node.name, mac: mac, switchPort: switchPort, machinePort: machinePort,
            lease: asking.contains(node.name) ? topology.lease(for: node, on: link) : nil)
        }, gateway: link.subnet.gateway?.description)
    }
    plan = LinkPlan(links: links)
  }

  /// The machine's network devices, in the order of the node's interfaces.
  public func ports(of node: Topology.Node) -> [MachineSpec.LinkPort] {
    node.interfaces.compactMap { interface in
      plan.links.first { $0.name == interface.link }?.ports.first { $0.node == node.name }
        .map(port)
    }
  }

  /// The ends of each link, for a hub.
  var ends: [[MachineSpec.LinkPort]] { plan.links.map { $0.ports.map(port) } }

  private func port(_ port: LinkPlan.Port) -> MachineSpec.LinkPort {
    .init(
      mac: port.mac, machinePort: port.machinePort, switchPort: port.switchPort, address: address)
  }

  /// - Parameter executable: this program, which is the switch as well.
  public func start(executable: String) async throws {
    _ = try await SwitchControl.start(folder: folder, plan: plan, executable: executable)
  }

  /// Changes the links of a running environment.
  ///
  /// - Parameter before: told the whole new plan when it is sure to be tried, and before anything is done.
  /// - Throws: `labFailed` when the switch is not there: the plan then stays as it was.
  public static func change(
    inRun folder: String, _ change: LinkChange, at place: LinkPlace,
    before: (LinkPlan) throws -> Void
  ) async throws -> LinkPlan {
    let folder = Self.folder(inRun: folder)
    let lock = try FileLock.acquire(path: folder + "/change.lock")
    guard let lock else {
      throw CaselabError(.labFailed, "another command is changing these links", hint: "try again")
    }
    defer { lock.release() }
    let plan = try LinkPlan.read(folder: folder).changed(change, at: place)
    try plan.check()
    let gone = CaselabError(
      .labFailed, "the links' switch has ended: nothing crosses them any more",
      hint: "caselab down, then caselab up")
    guard let pid = SwitchControl.readyPid(folder), SwitchControl.isRunning(pid, folder: folder)
    else { throw gone }
    try before(plan)
    try await SwitchControl.reload(pid, folder: folder, plan: plan)
    return plan
  }

  /// Ends the switch of a run's folder, if there is one.
  public static func stop(inRun folder: String) async throws {
    let folder = Self.folder(inRun: folder)
    guard let pid = SwitchControl.readyPid(folder) else { return }
    try await SwitchControl.stop(pid, folder: folder)
  }
}

extension Topology {
  /// What a node is given on a link, by whoever does not look inside; nil where it is not, and where
  /// addresses are IPv6's, which are not asked for so.
  func lease(for node: Node, on link: Link) -> LinkPlan.Lease? {
    guard let interface = node.interface(on: link.name), !interface.address.isIPv6,
      let gateway = link.subnet.gateway
    else { return nil }
    let names = nodes(of: .names).first.flatMap { address(of: $0, from: node) }
    let ways = routes(of: node).filter { !$0.subnet.isIPv6 && link.subnet.holds($0.via) }
    return LinkPlan.Lease(
      address: interface.address.description, prefix: interface.prefix,
      routes: ways.map { route in
        .init(
          network: route.subnet.network.description, prefix: route.subnet.prefix,
          via: route.via.description)
      }, nameServer: (names.flatMap { $0.isIPv6 ? nil : $0 } ?? gateway).description)
  }
}
