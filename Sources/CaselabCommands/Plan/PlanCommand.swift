import ArgumentParser
import CaseModel
import Lab
import Profiling

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a run would build; builds nothing.")

  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let inputs = try RunInputs.resolve(target.parsed(), suites: [], in: context)
    let plan = try Planner(home: context.home).plan(
      inputs.profile, topology: inputs.topology, nodes: inputs.nodes, suites: inputs.suites)
    try Render.output(plan, output) { plan.text }
  }
}

extension RunPlan {
  var text: String {
    var lines = ["case \(`case`)", ""]
    for node in nodes {
      lines.append(
        "node \(node.name): \(node.title), \(node.cpus) CPUs, \(node.memoryMiB) MiB, disk up to \(node.diskGiB) GiB, network: \(node.network)"
      )
    }
    lines += LinkDrawing.lines(of: self)
    for image in nodes.map(\.image).reduce(
      into: [PlannedImage](),
      { all, image in
        if !all.contains(image) { all.append(image) }
      })
    {
      lines.append(
        "image \(image.name): \(image.os.id) \(image.os.version), \(image.digest.map(Digest.short) ?? "not built yet")"
      )
    }
    for layer in layers {
      lines.append(
        "layer \(layer.name): \(layer.cached ? "cached" : "to be built"), \(layer.digest.map(Digest.short) ?? "digest known once the image is built")"
      )
    }
    for suite in suites { lines.append("suite \(suite.name): at most \(suite.timeLimit) s") }
    if suites.isEmpty { lines.append("suite: none applies") }
    lines += ["", "steps:"]
    lines += steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
    lines += ["", "at once: \(memoryMiB) MiB of memory, up to \(diskGiB) GiB of disk", ""]
    lines.append(FidelityTable.text(fidelity))
    return lines.joined(separator: "\n")
  }
}

enum Digest {
  /// Enough of a digest for a person.
  static func short(_ digest: String) -> String { String(digest.prefix(19)) }
}
