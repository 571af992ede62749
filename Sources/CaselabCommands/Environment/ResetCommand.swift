import ArgumentParser
import CaseModel
import Foundation
import Lab
import Machines
import Record

struct ResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Take a case's environment back to its ready state: healthy and untouched.",
    discussion: """
      All machines start again from where their ready state was made, without a boot; what was done to
      them since is gone, and so are their snapshots. Shells, followed logs and open ports end.

      Example:
        caselab up SUP-1042 && caselab exec SUP-1042 -- rm -r /srv && caselab reset SUP-1042
      """)

  @OptionGroup var target: CaseArgument

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let environment = try await Reset(id: id, context: context).perform()
    let names = environment.machines.map(\.owner.node).joined(separator: ", ")
    Terminal.print("reset \(names) of run \(environment.run)")
  }
}

/// A kept environment made anew from its ready state.
struct Reset {
  let id: CaseID
  let context: Context

  /// - Returns: the environment as it was before.
  /// - Throws: `nothingRan` when none is up, `labFailed` for one that was booted.
  func perform() async throws -> LiveEnvironment {
    let lock = try context.lock(id) { _ in "wait for it" }
    defer { lock.release() }
    let environment = try await LiveEnvironment.find(id, in: context)
    guard let plan = ResetPlan.read(inRun: environment.folder) else {
      throw CaselabError(
        .labFailed, "the environment of run \(environment.run) was booted: it has no ready state",
        hint: "caselab down \(id) && caselab up \(id)")
    }
    guard let state = ReadyStateStore(home: context.home).manifest(plan.digest) else {
      throw CaselabError(
        .labFailed, "the ready state of run \(environment.run) is not here any more",
        hint: "caselab down \(id) && caselab up \(id)")
    }
    let store = try context.store()
    try store.append(
      JournalEntry(
        at: Timestamp.now(), by: context.user, run: environment.run, what: "reset the environment"),
      to: id)
    let kept = try store.keptEnvironments(of: id).first { $0.run.number == environment.run }
    let uri = kept?.uri ?? context.uri
    let keeper = NodeKeeper(
      hypervisor: try await environment.connections.hypervisor(at: uri), uri: uri, ledger: store,
      acceleration: plan.acceleration, limits: LabLimits())
    let nodes: [Node]
    do {
      nodes = try await Shield.run {
        try await keeper.destroy(environment.machines)
        return try await keeper.restore(
          state, by: plan, environment.machines[0].owner, inRun: environment.folder,
          home: context.home, caseID: id)
      }
    } catch {
      throw CaselabError(
        .labFailed, "the environment of run \(environment.run) cannot be reset, and is down",
        hint: "caselab down \(id) && caselab up \(id)", cause: error)
    }
    ReadyStateStore(home: context.home).markUsed(state.digest)
    if var kept,
      let main = nodes.first(where: { $0.machine.owner.node == EnvironmentProfile.productNode })
    {
      kept.uuid = main.machine.uuid
      try store.keep(kept)
    }
    await environment.connections.close()
    return environment
  }
}
