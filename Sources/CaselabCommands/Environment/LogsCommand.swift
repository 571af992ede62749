import ArgumentParser
import CaseModel
import Foundation
import Lab
import Machines
import Profiling

struct LogsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Show the logs in a machine of the case.",
    discussion: """
      Without a node the product's logs, with one those of what runs there.
      --follow goes on with what is added, across truncation and rotation, until Ctrl-C or the
      machine's end.

      Examples:
        caselab logs SUP-1042
        caselab logs SUP-1042 directory --follow
        caselab logs SUP-1042 --lines 500 --console
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: NodeArgument
  @Option(name: .shortAndLong, help: "Lines of each log.") var lines: Int = 100
  @Flag(name: .shortAndLong, help: "Go on with what is added, each second.") var follow = false
  @Flag(help: "The kernel's messages instead of the logs.") var console = false

  func validate() throws {
    guard (1...100_000).contains(lines) else { throw ValidationError("--lines is 1 to 100000") }
    guard !(follow && console) else {
      throw ValidationError("--follow is for logs; caselab console shows the serial console live")
    }
  }

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let node = try await LiveNode.find(id, node: place.name, in: context)
    let logs = console ? [] : try Self.logs(of: node, in: context)
    let guest = try await node.guest()
    guard guest.system == .posix else {
      return Terminal.print(try await windowsLogs(logs, guest).withoutControls())
    }
    if follow {
      return try await LogFollower(globs: logs, lines: lines, guest: guest)
        .follow(until: node.machine) { Terminal.print($0) }
    }
    let result = try await guest.run(
      console
        ? GuestCommand(["journalctl", "--no-pager", "-b", "-k", "-n", String(lines)])
        : GuestCommand(["sh", "-c", Self.script, "sh", String(lines)] + logs))
    Terminal.print((result.outputText + result.errorText).withoutControls())
  }

  private func windowsLogs(_ logs: [String], _ guest: any Guest) async throws -> String {
    guard !follow, !console else {
      throw CaselabError(
        .usage, "of a machine with Windows the logs are shown as they are now, and no console",
        hint: "leave --follow and --console out")
    }
    let result = try await guest.run(.windowsLogs(logs, lines: lines))
    return result.outputText + result.errorText
  }

  /// Globs, of what the run that built the node put into it.
  static func logs(of node: LiveNode, in context: Context) throws -> [String] {
    let id = node.environment.id
    let catalogue = try context.catalogue()
    let profile = try node.environment.profile(in: context)
    if let companion = profile.nodes[node.name]?.companion,
      companion != EnvironmentProfile.productNode
    {
      let logs = try catalogue.companion(named: companion).logs
      guard logs.isEmpty else { return logs }
      throw CaselabError(
        .nothingRan, "companion \"\(companion)\" has no log files",
        hint: "caselab exec \(id) \(node.name) -- journalctl -b")
    }
    let product = try catalogue.product(of: profile)
    if let absence = product.absence {
      throw CaselabError(
        .nothingRan, "case \"\(id)\" has no product's logs: \(absence)",
        hint: "caselab logs \(id) --console, or look around with caselab shell \(id)")
    }
    return product.logs
  }

  /// `$1` is the number of lines, the others are globs; nothing that they say is run.
  private static let script =
    "n=$1; shift; for p do for f in $p; do [ ! -f \"$f\" ] || { echo \"==> $f <==\"; tail -n \"$n\" \"$f\"; }; done; done"
}

extension LiveEnvironment {
  /// As its run has it, whatever the case's profile says by now.
  func profile(in context: Context) throws -> EnvironmentProfile {
    guard let record = try context.store().run(id, run) else {
      throw CaselabError(.badInput, "case \"\(id)\" has no run \(run)")
    }
    return try ProfileDocument.parse(record.profile, file: "profile of run \(record.name)")
  }
}
