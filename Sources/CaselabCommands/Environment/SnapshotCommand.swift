import ArgumentParser
import CaseModel
import Lab
import Machines
import Record

struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Keep disk and memory of all machines of a case's environment, at one moment.",
    discussion: """
      The machines stand still while it is made. It is kept with the environment and goes with it, and
      with caselab reset.
      Ports that caselab expose opened must be closed first.

      Examples:
        caselab snapshot SUP-1042 before-upgrade
        caselab snapshot SUP-1042                 those that there are
      """)

  @OptionGroup var target: CaseArgument
  @Argument(help: ArgumentHelp("A name for it.", valueName: "name"))
  var name: SnapshotName?
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let snapshots = Snapshots(id: try target.parsed(), context: context)
    if let name { try await snapshots.make(name.text) }
    let names = try await snapshots.names()
    try Render.output(Listing(schema: "caselab.snapshots/1", items: names), output) {
      names.isEmpty ? "no snapshots" : names.joined(separator: "\n")
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take all machines of a case's environment back to a snapshot.",
    discussion: """
      The machines' clocks go on from the snapshot's time. What runs in them by way of shells and
      followed logs ends. Ports that caselab expose opened must be closed first.

      Example:
        caselab restore SUP-1042 before-upgrade
      """)

  @OptionGroup var target: CaseArgument
  @Argument(help: ArgumentHelp("The snapshot's name.", valueName: "name"))
  var name: SnapshotName

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    try await Snapshots(id: target.parsed(), context: context).restore(name.text)
    Terminal.print("restored \(name.text)")
  }
}

/// A short word.
struct SnapshotName: ExpressibleByArgument, Equatable {
  var text: String

  init?(argument: String) {
    guard argument.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/) != nil else { return nil }
    text = argument
  }
}

/// Snapshots of all machines of an environment together.
struct Snapshots {
  let id: CaseID
  let context: Context

  /// Those that every machine has.
  func names() async throws -> [String] {
    try await names(of: LiveEnvironment.find(id, in: context))
  }

  func make(_ name: String) async throws {
    try await locked("made the snapshot \(name)") { environment in
      guard try await !names(of: environment).contains(name) else {
        throw CaselabError(.usage, "there is a snapshot \"\(name)\" already")
      }
    } perform: { environment in
      var made: [any Machine] = []
      do {
        for machine in environment.machines {
          try await machine.snapshot(name)
          made.append(machine)
        }
      } catch {
        for machine in made { try? await machine.deleteSnapshot(name) }
        throw error
      }
    }
  }

  func restore(_ name: String) async throws {
    try await locked("restored the snapshot \(name)") { environment in
      let names = try await names(of: environment)
      guard names.contains(name) else {
        throw CaselabError(
          .usage, "there is no snapshot \"\(name)\" of all machines",
          hint: names.isEmpty ? nil : "there are: \(names.joined(separator: ", "))")
      }
    } perform: { environment in
      for machine in environment.machines { try await machine.restore(name) }
    }
  }

  private func names(of environment: LiveEnvironment) async throws -> [String] {
    var names: [String]?
    for machine in environment.machines {
      let own = try await machine.snapshots()
      names = names?.filter { own.contains($0) } ?? own
    }
    return names ?? []
  }

  /// With the case to ourselves and all machines standing still; they go on afterwards, whatever
  /// happens, also after Ctrl-C.
  private func locked(
    _ what: String, check: (LiveEnvironment) async throws -> Void,
    perform: @escaping @Sendable (LiveEnvironment) async throws -> Void
  ) async throws {
    let lock = try context.lock(id) { _ in "wait for it" }
    defer { lock.release() }
    let environment = try await LiveEnvironment.find(id, in: context)
    try await check(environment)
    try context.store().append(
      JournalEntry(at: Timestamp.now(), by: context.user, run: environment.run, what: what), to: id)
    try await Shield.run {
      var failure: (any Error)?
      do {
        for machine in environment.machines { try await machine.suspend() }
        try await perform(environment)
      } catch {
        failure = error
      }
      for machine in environment.machines {
        do { try await machine.resume() } catch { failure = failure ?? error }
      }
      if let failure { throw failure }
    }
  }
}
