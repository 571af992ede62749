import ArgumentParser
import CaseModel
import Lab
import Machines
import Record

struct GarbageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Remove what killed runs and expired environments left behind.",
    discussion: """
      Removes only what this CASELAB_HOME wrote down before making it; machines also say in their
      metadata whose they are. Runs in progress and kept environments stay. While no machine is up,
      ready states that another version made go too, and what of layers and ready states is beyond
      `cache: { max_size: 20GiB }` of config.yaml (so much without it), the least recently used first.
      With --connect qemu+ssh://…, images and layers that were copied to that host and are here no more
      go as well.
      """)

  @Flag(help: "Only show what would be removed.") var dryRun = false
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let context = try Context.make(connection)
    let store = try context.store()
    let cleaning = Cleaning(context: context, store: store)
    let doomed =
      try cleaning.doomed() + (await cleaning.strays())
    if dryRun {
      var report = Sweeper.Report()
      report.removed = doomed.map { "\($0.kind.rawValue) \($0.name)" }
      report.removed += try cleaning.beyondBudget(without: doomed).map(\.text)
      return try Render.output(report, output) { report.text }
    }
    var report = try await cleaning.clean(doomed)
    try cleaning.closeKilledRuns()
    report.removed += try cleaning.keepBudget().map(\.text)
    let works = try await ImageStore(home: context.home).sweep()
    let swept = try store.sweepArtifacts().paths + works
    try Render.output(report, output) {
      report.text
        + (swept.isEmpty ? "" : "\n\(swept.count) unfinished or unreferenced files removed")
    }
    try report.check()
  }
}

/// Decides what may go, and removes it through the lab's sweeper.
struct Cleaning {
  let context: Context
  let store: RecordStore

  /// What the ledger has of dead processes and expired environments.
  func doomed() throws -> [LabResource] {
    let now = Timestamp.now()
    return try store.resources().filter { tracked in
      // Kept means that its run is over, whatever else the process of that run does.
      guard let kept = tracked.kept else { return !tracked.isMakerAlive }
      return kept.isOver(at: now)
    }.map(\.resource)
  }

  /// Takes down what was kept up to a time that has come, and says so; never fails what it is done
  /// in passing for.
  func endExpired() async {
    do {
      let now = Timestamp.now()
      let expired = try store.resources().filter { $0.kept?.isOver(at: now) ?? false }
      guard !expired.isEmpty else { return }
      for run in Set(expired.compactMap(\.kept?.run)).sorted(by: { $0.description < $1.description }
      ) {
        Terminal.say("caselab: the time of run \(run)'s environment is over: taking it down")
        try store.append(
          JournalEntry(
            at: now, by: context.user, run: run.number,
            what: "took down the environment of run \(run.number): its time was over"),
          to: run.caseID)
      }
      let report = try await clean(expired.map(\.resource))
      for line in report.left { Terminal.say("caselab: left \(line.printable(limit: 400))") }
    } catch {
      Terminal.say("caselab: environments whose time is over could not be taken down: \(error)")
    }
  }

  /// What this user's host has of this home, and nobody needs; nothing when libvirt cannot be asked.
  func strays() async throws -> [LabResource] {
    guard let hypervisor = try? await context.hypervisor() else { return [] }
    defer { Task { await hypervisor.close() } }
    return await machines(on: hypervisor) + (try await volumes(on: hypervisor))
  }

  /// Machines that say they are of this home, with nothing in the record: the record is written
  /// first, so nobody is working with them.
  private func machines(on hypervisor: any Hypervisor) async -> [LabResource] {
    guard let machines = try? await hypervisor.owned(byHome: store.homeTag),
      let known = try? Set(store.resources().map(\.resource.name))
    else { return [] }
    return machines.filter { !known.contains($0.name) }.map {
      LabResource(
        kind: .machine, name: $0.name, uuid: $0.uuid, uri: context.uri, owner: $0.owner)
    }
  }

  /// Volumes, where that is another host, that no machine, image or layer needs.
  private func volumes(on hypervisor: any Hypervisor) async throws -> [LabResource] {
    let hosted = try await HostedFiles(
      on: hypervisor, uri: context.uri, home: context.home, homeTag: store.homeTag, ledger: store)
    return try await hosted?.strays(homeTag: store.homeTag) {
      try store.resources().map(\.resource)
    } ?? []
  }

  func clean(_ resources: [LabResource]) async throws -> Sweeper.Report {
    let sweeper = Sweeper(home: context.home, homeTag: store.homeTag, ledger: store)
    let report = await sweeper.sweep(resources, connect: context.connect)
    let still = try Set(store.resources().compactMap(\.kept?.run))
    for kept in try store.keptEnvironments() where !still.contains(kept.run) {
      try store.forget(kept.run)
    }
    return report
  }

  /// None while a machine is up, which may stand on any of them.
  ///
  /// - Parameter doomed: what will be gone by then.
  func beyondBudget(without doomed: [LabResource] = []) throws -> [CacheItem] {
    let left = try store.resources().map(\.resource).filter { !doomed.contains($0) }
    guard !left.contains(where: { $0.kind == .machine }) else { return [] }
    let removal = CacheRemoval(home: context.home)
    let stale = try removal.stale()
    return try stale + removal.beyond(context.cacheBudget, without: stale)
  }

  func keepBudget() throws -> [CacheItem] {
    let items = try beyondBudget()
    try CacheRemoval(home: context.home).remove(
      items, resources: store.resources().map(\.resource))
    return items
  }

  /// Runs whose process died are no longer `running` but `killed`.
  func closeKilledRuns() throws {
    for run in try store.abandonedRuns() {
      try store.markKilled(run.run, at: Timestamp.now())
    }
  }
}

extension CacheItem {
  var text: String { "\(kind.rawValue) \(name) \(digest)" }
}

extension KeptEnvironment {
  func isOver(at now: String) -> Bool { expiresAt.map { $0 <= now } ?? false }
}

extension Sweeper.Report {
  var text: String {
    let lines = removed.map { "removed \($0)" } + left.map { "left \($0)" }
    return lines.isEmpty
      ? "nothing to remove" : lines.map { $0.printable(limit: 400) }.joined(separator: "\n")
  }

  /// - Throws: `labFailed` when something could not be removed.
  func check() throws {
    guard left.isEmpty else {
      throw CaselabError(
        .labFailed, "\(left.count) things could not be removed", hint: "caselab gc tries again")
    }
  }
}
