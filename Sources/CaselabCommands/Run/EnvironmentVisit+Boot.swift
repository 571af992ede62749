import CaseModel
import Foundation
import Lab
import Machines

extension EnvironmentVisit {
  /// Booting takes a processor of its own: more at once would only make each miss its deadline.
  private static let together = max(2, ProcessInfo.processInfo.activeProcessorCount)

  /// As many at once as there are processors for: when one does not come up, those that did are taken down again.
  func boot(_ record: RunRecord, folder: String) async throws -> [UpNode] {
    let memory = built.map(\.plan.size.memoryMiB).reduce(0, +)
    let names = built.map(\.plan.node.name).joined(separator: ", ")
    let detail =
      built.count == 1
      ? "\(built[0].image.name), \(memory) MiB, waiting for the guest's agent"
      : "\(names): \(memory) MiB, waiting for the guests' agents"
    return try await stages.stage("boot", detail) {
      try checkPlace()
      try await keeper.checkMemory(memory)
      let links =
        layout.topology.isAlone ? nil : try EnvironmentLinks(layout.topology, run: folder)
      // Still this program where its file has been replaced since.
      try await links?.start(executable: "/proc/self/exe")
      return try await withThrowingTaskGroup(of: UpNode.self) { group in
        var waiting = built[...]
        for each in waiting.prefix(Self.together) {
          group.addTask { try await start(each, links, record, folder: folder) }
        }
        waiting = waiting.dropFirst(Self.together)
        var up: [UpNode] = []
        do {
          for try await node in group {
            up.append(node)
            if built.count > 1 {
              await stages.note("\(node.name) is up (\(up.count)/\(built.count))")
            }
            if let next = waiting.popFirst() {
              group.addTask { try await start(next, links, record, folder: folder) }
            }
          }
        } catch {
          group.cancelAll()
          while let more = await group.nextResult() {
            if case .success(let node) = more { up.append(node) }
          }
          let started = up
          try? await Shield.run {
            for node in started { try? await keeper.destroy(node.node.machine) }
          }
          throw error
        }
        let order = built.map(\.plan.node.name)
        return up.sorted { left, right in
          order.firstIndex(of: left.name) ?? 0 < order.firstIndex(of: right.name) ?? 0
        }
      }
    }
  }

  /// The switch of the links is a process of this host.
  private func checkPlace() throws {
    let uri = runner.context.uri
    guard !layout.topology.isAlone, let host = URL(string: uri)?.host, !host.isEmpty else { return }
    throw CaselabError(
      .labFailed, "links need the machines on this host, and \"\(uri.printable())\" is another",
      hint:
        "run it here, or take links and nodes out of the profile: caselab profile edit \(runner.id)"
    )
  }

  private func start(
    _ each: BuiltNode, _ links: EnvironmentLinks?, _ record: RunRecord, folder: String
  ) async throws -> UpNode {
    let plan = each.plan
    let own = folder + "/" + plan.node.name
    try Folder.create(own)
    let node: Node
    do {
      node = try await keeper.start(
        owner(plan.node.name, record), title: "\(runner.id) \(plan.node.name)", size: plan.size,
        from: each.source, in: own, uplink: false, ports: links?.ports(of: plan.node) ?? [])
    } catch let error as CaselabError where built.count > 1 {
      throw CaselabError(error.code, "node \"\(plan.node.name)\"", cause: error)
    }
    return UpNode(
      built: each, node: node,
      deployment: Deployment(
        layout, node: plan.node, package: each.version?.packageVersion,
        version: built.compactMap(\.version?.productVersion).first, guest: node.guest,
        limits: runner.limits, note: { await stages.note($0) }))
  }
}
