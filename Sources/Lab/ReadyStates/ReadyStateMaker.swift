import CaseModel
import Foundation
import Machines
import Synchronization

/// Saves a healthy environment as a ready state. Its machines end with that, also where it fails.
public struct ReadyStateMaker: Sendable {
  let store: ReadyStateStore
  let keeper: NodeKeeper

  public init(home: Home, keeper: NodeKeeper) {
    store = ReadyStateStore(home: home)
    self.keeper = keeper
  }

  /// Drops what the kernels keep for later, and does once in each node what is done after a restore:
  /// then it is known to work there, and is in memory.
  ///
  /// - Returns: the lines to what waits in the nodes, to be closed when they are saved, and not
  ///   before: it would go looking for the host.
  /// - Throws: when a node cannot be told from its clones; it is as it was.
  public func rehearse(
    _ nodes: [String: Node], _ caseID: CaseID, run: Int
  ) async throws -> [any ConsoleStream] {
    let lines = Mutex<[any ConsoleStream]>([])
    do {
      try await each(nodes) { _, node in
        _ = try await node.guest.run(
          .script("sync; echo 3 >/proc/sys/vm/drop_caches", deadline: .seconds(120)))
        try await CloneIdentity.listen(in: node.guest)
        let line = try await node.machine.console(.identity)
        lines.withLock { $0.append(line) }
        let identity = CloneIdentity(late: 0, caseID: caseID, run: run, isFinal: false)
        for _ in 1...2 { try await identity.tell(line, within: .seconds(60)) }
        _ = try await node.guest.run(
          GuestCommand(["sync"], deadline: .seconds(120), outputLimit: 0))
        try await Self.settle(node.machine)
      }
    } catch {
      for line in lines.withLock({ $0 }) { await line.close() }
      throw error
    }
    return lines.withLock { $0 }
  }

  /// Waits until a machine has hardly used its processors for half a second, ten seconds at most:
  /// what it is still at, each clone would have to end.
  private static func settle(_ machine: any Machine) async throws {
    let pause = Duration.milliseconds(500)
    var before = try await machine.usage().processorTime
    for _ in 1...20 {
      try await Task.sleep(for: pause)
      guard let last = before, let now = try await machine.usage().processorTime else { return }
      if now - last < pause / 10 { return }
      before = now
    }
  }

  /// - Parameters:
  ///   - nodes: by name; their memory is kept in `memory(in:)` of their folders.
  ///   - lines: what `rehearse` returned; closed here.
  ///   - folder: the run's; what is made is swept with it.
  ///   - suites: those whose files are in their place, with the digest of the files.
  public func save(
    _ nodes: [String: Node], _ lines: [any ConsoleStream], _ recipe: ReadyStateRecipe,
    findings: ReadyStateManifest.Findings, suites: [String: String], in folder: String
  ) async throws -> ReadyStateManifest {
    let work = folder + "/ready-state"
    // The lines before the machines: libvirt need not end a stream and its machine at once.
    let now = try await closing(lines) { try await write(nodes, into: work) }
    try await keeper.destroy(nodes.values.map(\.machine))
    var manifest = ReadyStateManifest(
      digest: recipe.digest, inputs: recipe.inputs, standsOn: recipe.standsOn, nodes: [],
      madeAt: Timestamp.text(now), stoodStillAt: now.timeIntervalSince1970, findings: findings,
      suites: suites)
    for (name, node) in nodes.sorted(by: { $0.key < $1.key }) {
      manifest.nodes.append(
        try await seal(name, node, in: work, for: store.folder(manifest.digest)))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(manifest).write(to: URL(filePath: work + "/manifest.json"))
    // One that is there cannot be trusted, or it would have been used.
    try store.remove(manifest.digest)
    try Folder.publish(work, as: store.folder(manifest.digest))
    return manifest
  }

  /// - Returns: when they all stood still.
  private func write(_ nodes: [String: Node], into work: String) async throws -> Date {
    try await each(nodes) { _, node in try await node.machine.suspend() }
    let now = Date()
    try Folder.create(work)
    try await each(nodes) { name, node in
      try await node.machine.save(state: work + "/\(name).state")
    }
    return now
  }

  /// The file that is a node's memory while a ready state is made of it.
  public static func memory(in folder: String) throws -> String {
    let path = folder + "/memory"
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CaselabError(.labFailed, "file \"\(path)\" cannot be made") }
    return path
  }

  private func seal(
    _ name: String, _ node: Node, in work: String, for place: String
  ) async throws -> ReadyStateManifest.Node {
    let hasSeed = FileManager.default.fileExists(atPath: node.folder + "/seed.img")
    let files = ReadyStateFiles(folder: work, node: name, hasSeed: hasSeed)
    var moves = [("\(name).qcow2", files.disk), ("memory", files.saved.memory)]
    if let seed = files.seed { moves.append(("seed.img", seed)) }
    if FileManager.default.fileExists(atPath: node.folder + "/console.log") {
      moves.append(("console.log", files.console))
    }
    for (source, place) in moves {
      try FileManager.default.moveItem(atPath: node.folder + "/" + source, toPath: place)
    }
    // What the guest never touched takes no room.
    try await ToolCommand(
      ["fallocate", "--dig-holes", files.saved.memory], deadline: .seconds(120)
    ).run()
    try await QemuImg.createOverlay(
      at: files.overlay, of: files.disk,
      thatWillBe: ReadyStateFiles(folder: place, node: name, hasSeed: hasSeed).disk)
    for path in moves.map(\.1) + [files.saved.state, files.overlay] {
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    }
    let memory = try FileManager.default.attributesOfItem(atPath: files.saved.memory)[.size]
    return ReadyStateManifest.Node(
      name: name, memoryMiB: ((memory as? Int) ?? 0) >> 20, hasSeed: hasSeed,
      seals: try files.seals())
  }

  private func each(
    _ nodes: [String: Node], _ body: @escaping @Sendable (String, Node) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, node) in nodes { group.addTask { try await body(name, node) } }
      try await group.waitForAll()
    }
  }
}
