import CaseModel
import Foundation
import Lab
import Machines

extension EnvironmentVisit {
  /// Booting takes a processor of its own: more at once would only make each miss its deadline.
  private static let together = max(2, ProcessInfo.processInfo.activeProcessorCount)

  private var memory: Int { built.map(\.plan.size.memoryMiB).reduce(0, +) }

  /// Boots all nodes.
  ///
  /// - Parameter isKept: whether their memory is kept in files, so that they can be saved.
  func boot(
    _ record: RunRecord, _ links: EnvironmentLinks?, folder: String, isKept: Bool = false
  ) async throws -> [UpNode] {
    let names = built.map(\.plan.node.name).joined(separator: ", ")
    let detail =
      built.count == 1
      ? "\(built[0].image.name), \(memory) MiB, waiting for the guest's agent"
      : "\(names): \(memory) MiB, waiting for the guests' agents"
    return try await stages.stage("boot", detail) {
      try await keeper.checkMemory(memory)
      return try await each { each in
        let own = folder + "/" + each.plan.node.name
        try Folder.create(own)
        return try await keeper.start(
          owner(each.plan.node.name, record), title: title(each), size: each.plan.size,
          from: each.source, in: own, uplink: false, ports: links?.ports(of: each.plan.node) ?? [],
          memory: isKept ? .kept(file: try ReadyStateMaker.memory(in: own)) : .own)
      }
    }
  }

  /// Goes on from a ready state with all nodes, as it was when they were healthy.
  func restore(
    _ state: ReadyStateManifest, _ record: RunRecord, _ links: EnvironmentLinks?, folder: String
  ) async throws -> [UpNode] {
    let detail = "ready state \(Digest.short(state.digest)) of \(Wording.time(state.madeAt)) UTC"
    let plan = ResetPlan(
      acceleration: keeper.acceleration, digest: state.digest,
      nodes: built.map { each in
        ResetPlan.Node(
          name: each.plan.node.name, title: title(each), size: each.plan.size, source: each.source,
          ports: links?.ports(of: each.plan.node) ?? [])
      })
    return try await stages.stage("restore", detail) {
      try await keeper.checkMemory(memory)
      let nodes = try await keeper.restore(
        state, by: plan, owner(EnvironmentProfile.productNode, record), inRun: folder,
        home: runner.context.home, caseID: runner.id)
      try plan.write(inRun: folder)
      return built.compactMap { each in
        nodes.first { $0.machine.owner.node == each.plan.node.name }.map { upNode(each, $0) }
      }
    }
  }

  /// The switch of the links, which is this program as well; on another host a hub, which is less.
  func links(_ record: RunRecord, _ folder: String) async throws -> EnvironmentLinks? {
    guard !layout.topology.isAlone else { return nil }
    guard !keeper.isElsewhere else {
      let links = EnvironmentLinks(layout.topology, elsewhereForRun: folder)
      let names = layout.topology.links.map(\.name).joined(separator: ", ")
      try await stages.stage(
        "links",
        "\(names), on another host: no captures, no list of what tried to leave, no caselab link"
      ) {
        _ = try await keeper.startHub(
          owner(Hub.node, record), title: "\(runner.id) links", for: links)
      }
      return links
    }
    let links = try EnvironmentLinks(
      layout.topology, run: folder,
      asking: Set(built.filter(\.image.isClosed).map(\.plan.node.name)))
    // Still this program where its file has been replaced since.
    try await links.start(executable: "/proc/self/exe")
    return links
  }

  /// Whether the disk can take the memory of all nodes beside what the lab needs: a guest whose memory
  /// cannot be written dies.
  func hasRoomToSave(_ folder: String) -> Bool {
    let needed = runner.limits.freeDisk + Int64(memory) << 20
    guard let free = try? DiskSpace.free(at: folder), free < needed else { return true }
    runner.progress.say("  no ready state: it needs \(needed >> 20) MiB of disk free")
    return false
  }

  /// As many at once as there are processors for: when one does not come up, those that did are taken
  /// down again.
  private func each(
    _ start: @escaping @Sendable (BuiltNode) async throws -> Node
  ) async throws -> [UpNode] {
    try await withThrowingTaskGroup(of: UpNode.self) { group in
      var waiting = built[...]
      var up: [UpNode] = []
      func addNext() {
        guard let next = waiting.popFirst() else { return }
        group.addTask { upNode(next, try await named(next) { try await start(next) }) }
      }
      for _ in 0..<Self.together { addNext() }
      do {
        for try await node in group {
          up.append(node)
          if built.count > 1 {
            await stages.note("\(node.name) is up (\(up.count)/\(built.count))")
          }
          addNext()
        }
      } catch {
        group.cancelAll()
        while let more = await group.nextResult() {
          if case .success(let node) = more { up.append(node) }
        }
        let started = up
        try? await Shield.run { try await keeper.destroy(started.map(\.node.machine)) }
        throw error
      }
      let order = built.map(\.plan.node.name)
      return up.sorted { left, right in
        order.firstIndex(of: left.name) ?? 0 < order.firstIndex(of: right.name) ?? 0
      }
    }
  }

  private func title(_ each: BuiltNode) -> String { "\(runner.id) \(each.plan.node.name)" }

  private func named<Value>(
    _ each: BuiltNode, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let error as CaselabError where built.count > 1 {
      throw CaselabError(error.code, "node \"\(each.plan.node.name)\"", cause: error)
    }
  }

  private func upNode(_ each: BuiltNode, _ node: Node) -> UpNode {
    UpNode(
      built: each, node: node,
      deployment: Deployment(
        layout, node: each.plan.node, package: each.version?.packageVersion,
        version: built.compactMap(\.version?.productVersion).first, guest: node.guest,
        limits: runner.limits, note: { await stages.note($0) }))
  }
}
