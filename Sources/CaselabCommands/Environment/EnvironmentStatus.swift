import CaseModel
import Foundation
import Lab
import Machines
import Profiling
import Record

/// Every environment that is up, and what they take: `caselab.status/1`.
struct LabStatus: Codable, Equatable {
  var schema = "caselab.status/1"
  var environments: [EnvironmentStatus] = []
  var totals = Totals()

  struct Totals: Codable, Equatable {
    var environments = 0
    var nodes = 0
    var memoryMiB = 0
    var residentMiB = 0
    var diskBytes: Int64 = 0
  }

  init(_ environments: [EnvironmentStatus]) {
    self.environments = environments
    let up = environments.flatMap(\.nodes).filter { $0.state != "ended" }
    totals = Totals(
      environments: environments.count, nodes: up.count,
      memoryMiB: up.compactMap(\.memoryMiB).reduce(0, +),
      residentMiB: up.compactMap(\.residentMiB).reduce(0, +),
      diskBytes: environments.map(\.diskBytes).reduce(0, +))
  }
}

struct EnvironmentStatus: Codable, Equatable {
  var `case`: String
  var run: Int
  var nodes: [Node]
  /// Bytes that its folder really takes.
  var diskBytes: Int64
  var lease: Lease
  var links: [Link]
  /// Whether the process is there that carries the links; nil without links.
  var switchRunning: Bool?
  /// Ports of the host that lead into it.
  var exposed: [OpenPort] = []

  struct Node: Codable, Equatable {
    var name: String
    /// Nil when nobody knows any more what it is for.
    var role: String?
    /// A machine's, or `unknown` when its host cannot be asked.
    var state: String
    var memoryMiB: Int?
    /// What it holds of the host's memory.
    var residentMiB: Int?
  }

  struct Lease: Codable, Equatable {
    /// `kept`, `running`, or `abandoned` by a run that was killed.
    var kind: String
    /// Of a kept one; nil for ever.
    var until: String?
    /// The process whose run it is.
    var process: Int32?
  }

  struct Link: Codable, Equatable {
    var name: String
    var state: String
    var nodes: [String]
    var impairments: [LinkPlan.Impairment]

    init(_ link: LinkPlan.Link) {
      name = link.name
      state = link.state.rawValue
      nodes = link.ports.map(\.node)
      impairments = link.impairments
    }
  }
}

/// Asks the record, the hosts and the disk.
struct StatusReader {
  let context: Context
  let store: RecordStore

  /// - Parameter id: nil: of all cases.
  func read(_ id: CaseID?) async throws -> LabStatus {
    let connections = Connections(context)
    let recorded = try RecordedEnvironment.all(in: store, home: context.home)
      .filter { id == nil || $0.run.caseID == id }
    var environments: [EnvironmentStatus] = []
    for environment in recorded {
      environments.append(await status(of: environment, connections))
    }
    await connections.close()
    return LabStatus(environments)
  }

  private func status(
    of environment: RecordedEnvironment, _ connections: Connections
  ) async -> EnvironmentStatus {
    let roles = roles(of: environment.run)
    var nodes: [EnvironmentStatus.Node] = []
    var exposed: [OpenPort] = []
    for resource in environment.nodes {
      let (node, ports) = await self.node(resource, role: roles[resource.owner.node], connections)
      nodes.append(node)
      exposed += ports
    }
    let folder = EnvironmentLinks.folder(inRun: environment.folder)
    let plan = try? LinkPlan.read(folder: folder)
    return EnvironmentStatus(
      case: environment.run.caseID.text, run: environment.run.number, nodes: nodes,
      diskBytes: DiskUse.bytes(of: environment.folder), lease: lease(of: environment),
      links: plan?.links.map(EnvironmentStatus.Link.init) ?? [],
      switchRunning: plan.map { _ in
        SwitchControl.readyPid(folder).map { SwitchControl.isRunning($0, folder: folder) } ?? false
      }, exposed: exposed)
  }

  private func node(
    _ resource: LabResource, role: String?, _ connections: Connections
  ) async -> (EnvironmentStatus.Node, [OpenPort]) {
    var node = EnvironmentStatus.Node(name: resource.owner.node, role: role, state: "ended")
    do {
      guard let machine = try await connections.machine(of: resource) else { return (node, []) }
      let usage = try await machine.usage()
      node.state = usage.state.rawValue
      guard usage.state != .ended else { return (node, []) }
      node.memoryMiB = usage.memoryMiB
      node.residentMiB = usage.residentMiB
      return (node, try await machine.forwards().map { OpenPort(node: node.name, $0) })
    } catch {
      node.state = "unknown"
      Terminal.say("caselab: machine \(resource.name): \(error)")
    }
    return (node, [])
  }

  private func lease(of environment: RecordedEnvironment) -> EnvironmentStatus.Lease {
    if let kept = environment.kept { return .init(kind: "kept", until: kept.expiresAt) }
    if let process = environment.runningIn { return .init(kind: "running", process: process) }
    return .init(kind: "abandoned")
  }

  /// By node; as the run has it, whatever the case's profile says by now.
  private func roles(of run: RunName) -> [String: String] {
    guard let record = try? store.run(run.caseID, run.number),
      let profile = try? ProfileDocument.parse(record.profile, file: "profile of run \(run)"),
      let catalogue = try? context.catalogue()
    else { return [:] }
    var roles = [EnvironmentProfile.productNode: NodeRole.product.rawValue]
    for (name, node) in profile.nodes {
      roles[name] =
        node.companion == EnvironmentProfile.productNode
        ? NodeRole.product.rawValue
        : (try? catalogue.companion(named: node.companion))?.role.rawValue
    }
    return roles
  }
}
