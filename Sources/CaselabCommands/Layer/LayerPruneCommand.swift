import ArgumentParser
import CaseModel
import Foundation
import Lab

struct LayerPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Remove layers and ready states that nobody used for a while.",
    discussion: """
      What is removed is built again by the next run that needs it. A layer stays while another one
      that is used stands on it, and all stay while a machine is up.

      Examples:
        caselab layer prune                      not used for 30 days
        caselab layer prune --unused 7d --dry-run
      """)
  @Option(help: ArgumentHelp("Not used for this long: 12h, 7d; 0m for all.", valueName: "time"))
  var unused = "30d"
  @Flag(help: "Only tell what would be removed.") var dryRun = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard unused == "0m" || TimeSpan(unused) != nil else {
      throw ValidationError("--unused \(unused.printable()) is no time span; try 12h, 7d or 0m")
    }
  }

  func run() throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let removal = CacheRemoval(home: context.home)
    let seconds = TimeSpan(unused)?.seconds ?? 0
    let items = try removal.unused(since: Date(timeIntervalSinceNow: -Double(seconds)))
    let size = items.reduce(0) { $0 + $1.size }
    if !dryRun {
      try removal.remove(items, resources: try context.store().resources().map(\.resource))
    }
    let result = Pruned(
      layers: items.filter { $0.kind == .layer }.map(\.digest),
      readyStates: items.filter { $0.kind == .readyState }.map(\.digest), bytes: size,
      dryRun: dryRun)
    try Render.output(result, output) {
      let verb = dryRun ? "would remove" : "removed"
      return
        (items.map { "\(verb) \($0.kind.rawValue) \($0.name) \(Digest.short($0.digest))" }
        + [items.isEmpty ? "nothing to remove" : "\(Wording.size(size)) in \(items.count) things"])
        .joined(separator: "\n")
    }
  }

  private struct Pruned: Encodable {
    var schema = "caselab.pruned/1"
    var layers: [String]
    var readyStates: [String]
    var bytes: Int64
    var dryRun: Bool
  }
}
