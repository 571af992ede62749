import ArgumentParser
import CaseModel
import Lab
import Record

struct ExtendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Leave the case's environment up for longer, from now on.",
    discussion: """
      An environment whose time is over ends with the next caselab run, up, status or gc. To have it
      end on time, let a timer of systemd call gc:
        systemd-run --user --unit=caselab-gc --on-calendar=hourly caselab gc
      Being logged out, that needs: loginctl enable-linger.

      Examples:
        caselab extend SUP-1042             24 hours from now
        caselab extend SUP-1042 --ttl 7d
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var lease: LeaseOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    let kept = try store.keptEnvironments(of: id)
    guard !kept.isEmpty else {
      let running = try RecordedEnvironment.all(in: store, home: context.home)
        .contains { $0.run.caseID == id && $0.runningIn != nil }
      throw CaselabError(
        .nothingRan,
        running
          ? "the environment of case \"\(id)\" is of a run in progress"
          : "no environment of case \"\(id)\" is kept up",
        hint: running
          ? "caselab run \(id) --keep always --ttl TIME leaves it up" : "caselab up \(id)")
    }
    let end = lease.end
    for environment in kept {
      try store.extend(
        environment.run, to: end,
        JournalEntry(
          at: Timestamp.now(), by: context.user, run: environment.run.number,
          what: "extended the environment of run \(environment.run.number) to \(end)"))
      Terminal.print("run \(environment.run): kept up until \(Wording.time(end)) UTC")
    }
  }
}
