import CaseModel
import Foundation
import Lab
import Machines
import Record

/// How its machines come up: booted, or gone on from a ready state, which the first one saves.
extension EnvironmentCourse {
  enum Start {
    case restored(ReadyStateManifest)
    /// The lock is held by the one who is to make the ready state.
    case booted(FileLock?)
  }

  func start(_ links: EnvironmentLinks?) async throws -> Start {
    if runner.isWarming, let state = known { return .restored(state) }
    guard let recipe = visit.recipe else {
      nodes.replace(with: try await visit.boot(record, links, folder: folder))
      return .booted(nil)
    }
    if let state = try await restore(links) { return .restored(state) }
    let path = runner.context.home.locks + "/ready-" + recipe.digest.dropFirst(7).prefix(16)
    let lock = try await FileLock.acquire(path: path) { holder in
      await stages.note("this environment is being brought up by process \(holder); waiting for it")
    }
    do {
      if let state = try await restore(links) {
        lock.release()
        return .restored(state)
      }
      let isKept = visit.hasRoomToSave(folder)
      nodes.replace(with: try await visit.boot(record, links, folder: folder, isKept: isKept))
      guard isKept else {
        lock.release()
        return .booted(nil)
      }
      return .booted(lock)
    } catch {
      lock.release()
      throw error
    }
  }

  /// Nothing helps against Ctrl-C, and without libvirt nothing boots either.
  private static func canGoOn(after error: any Error) -> Bool {
    !Task.isCancelled && (error as? CaselabError)?.rootCode != .unreachable
  }

  private var known: ReadyStateManifest? {
    visit.recipe.flatMap { ReadyStateStore(home: runner.context.home).manifest($0.digest) }
  }

  /// Nil when there is no ready state, or none that can be gone on from, which is then removed.
  private func restore(_ links: EnvironmentLinks?) async throws -> ReadyStateManifest? {
    let store = ReadyStateStore(home: runner.context.home)
    guard let recipe = visit.recipe, let state = store.manifest(recipe.digest) else { return nil }
    do {
      nodes.replace(with: try await visit.restore(state, record, links, folder: folder))
      store.markUsed(state.digest)
      return state
    } catch  where Self.canGoOn(after: error) {
      runner.progress.say("  not restored, so booted: \(error)")
      try store.remove(state.digest)
      return nil
    }
  }

  /// False when it had to be booted.
  func reset(
    _ state: ReadyStateManifest, _ links: EnvironmentLinks?
  ) async throws -> Bool {
    try await visit.keeper.destroy(nodes.all.map(\.node.machine))
    nodes.replace(with: [])
    if try await restore(links) != nil { return true }
    nodes.replace(with: try await visit.boot(record, links, folder: folder))
    _ = try await work.deploy()
    return false
  }

  /// Saves the environment and goes on from there, as every later run does.
  func save(
    _ findings: ReadyStateManifest.Findings, _ links: EnvironmentLinks?
  ) async throws -> ReadyStateManifest? {
    guard let recipe = visit.recipe else { return nil }
    let maker = ReadyStateMaker(home: runner.context.home, keeper: visit.keeper)
    let machines = Dictionary(uniqueKeysWithValues: nodes.all.map { ($0.name, $0.node) })
    do {
      let state = try await stages.stage("save", "a ready state, for every later start") {
        () -> ReadyStateManifest? in
        var findings = findings
        findings.attempts = try await work.attempts(visit.keeper)
        let suites = try await work.placeSuites()
        let lines: [any ConsoleStream]
        do {
          lines = try await maker.rehearse(machines, runner.id, run: record.number)
        } catch  where Self.canGoOn(after: error) {
          runner.progress.say("  no ready state: \(error)")
          return nil
        }
        return try await maker.save(
          machines, lines, recipe, findings: findings, suites: suites, in: folder)
      }
      guard let state else { return nil }
      let removal = CacheRemoval(home: runner.context.home)
      try removal.remove(
        removal.readyStates(beyond: runner.context.cacheBudget, keeping: state.digest),
        resources: [])
      if runner.isWarming {
        nodes.replace(with: [])
        return state
      }
      if try await restore(links) != nil { return state }
    } catch  where Self.canGoOn(after: error) {
      runner.progress.say("  no ready state, so booted again: \(error)")
      try await visit.keeper.destroy(nodes.all.map(\.node.machine))
    }
    nodes.replace(with: try await visit.boot(record, links, folder: folder))
    _ = try await work.deploy()
    return nil
  }
}
