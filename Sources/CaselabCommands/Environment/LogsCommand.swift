import ArgumentParser
import CaseModel
import Foundation
import Machines

struct LogsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Show the product's logs in the case's machine.",
    discussion: "Examples:\n  caselab logs SUP-1042\n  caselab logs SUP-1042 --lines 500 --console")

  @OptionGroup var target: CaseArgument
  @Option(name: .shortAndLong, help: "Lines of each log.") var lines: Int = 100
  @Flag(help: "The serial console and kernel instead of the product's logs.") var console = false

  func validate() throws {
    guard (1...100_000).contains(lines) else { throw ValidationError("--lines is 1 to 100000") }
  }

  func run() async throws {
    let context = try Context.make()
    let id = try target.parsed()
    let (profile, _) = try ProfileFile.load(id, in: context)
    let product = try context.catalogue().product(of: profile)
    if let absence = product.absence, !console {
      throw CaselabError(
        .nothingRan, "case \"\(id)\" has no product's logs: \(absence)",
        hint: "caselab logs \(id) --console, or look around with caselab shell \(id)")
    }
    let node = try await LiveNode.find(id, in: context)
    let command =
      console
      ? GuestCommand(["journalctl", "--no-pager", "-b", "-k", "-n", String(lines)])
      : GuestCommand(["sh", "-c", Self.script, "sh", String(lines)] + product.logs)
    let result = try await node.guest().run(command)
    Terminal.print((result.outputText + result.errorText).withoutControls())
  }

  /// `$1` is the number of lines, the others are globs; nothing that they say is run.
  private static let script =
    "n=$1; shift; for p do for f in $p; do [ ! -f \"$f\" ] || { echo \"==> $f <==\"; tail -n \"$n\" \"$f\"; }; done; done"
}
