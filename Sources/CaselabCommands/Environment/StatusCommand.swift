import ArgumentParser
import CaseModel
import Foundation
import Lab
import Machines
import Record

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "The environments that are up, and what they take.",
    discussion: """
      Environments whose time is over are taken down first.

      Examples:
        caselab status
        caselab status SUP-1042 --json
      """)

  @Argument(
    help: ArgumentHelp("Only this case's.", valueName: "case-id"),
    completion: .custom(CaseCompletion.complete))
  var id: String?
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let store = try context.store()
    let id = try id.map { try CaseID($0) }
    if let id { _ = try store.existingCase(id) }
    await Cleaning(context: context, store: store).endExpired()
    let status = try await StatusReader(context: context, store: store).read(id)
    try Render.output(status, output) { status.text() }
  }
}

extension LabStatus {
  func text(now: Date = Date()) -> String {
    guard !environments.isEmpty else { return "nothing is up" }
    var blocks = environments.map { $0.text(now: now) }
    blocks.append(
      "total: \(totals.nodes) \(totals.nodes == 1 ? "machine" : "machines"), \(totals.memoryMiB) MiB of memory (\(totals.residentMiB) MiB resident), \(Wording.size(totals.diskBytes)) of disk"
    )
    return blocks.joined(separator: "\n\n")
  }
}

extension EnvironmentStatus {
  fileprivate func text(now: Date) -> String {
    let rows = nodes.map { node in
      [
        "  " + node.name, node.role ?? "", node.state, node.memoryMiB.map { "\($0) MiB" } ?? "",
        node.residentMiB.map { "\($0) MiB" } ?? "",
      ]
    }
    var lines = [
      "\(`case`), run \(run): \(lease.text(now: now)), \(Wording.size(diskBytes)) of disk"
    ]
    lines.append(
      Table(header: ["  NODE", "ROLE", "STATE", "MEMORY", "RESIDENT"], rows: rows).text())
    lines += links.map { "  " + $0.text } + exposed.map { "  " + $0.text }
    if switchRunning == false {
      lines.append("  the links' switch has ended: nothing crosses them; caselab down \(`case`)")
    }
    // The table pads cells that are empty at a line's end.
    return lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }
}

extension EnvironmentStatus.Link {
  var text: String {
    var text = "link \(name) \(state): " + nodes.joined(separator: " ── ")
    for impairment in impairments { text += "\n    \(impairment.text)" }
    return text
  }
}

extension LinkPlan.Impairment {
  /// `client → firewall: delay 200 ms ± 20 ms, loss 5 %, rate 1000 kbit/s`.
  var text: String {
    var parts: [String] = []
    if isDown { parts.append("down") }
    if delayMs > 0 || jitterMs > 0 {
      parts.append("delay \(delayMs) ms" + (jitterMs > 0 ? " ± \(jitterMs) ms" : ""))
    }
    if lossPercent > 0 { parts.append(String(format: "loss %g %%", lossPercent)) }
    if let rateKbit { parts.append("rate \(rateKbit) kbit/s") }
    return "\(from) → \(to): \(parts.isEmpty ? "as it is" : parts.joined(separator: ", "))"
  }
}

extension EnvironmentStatus.Lease {
  fileprivate func text(now: Date) -> String {
    if let process { return "run in progress in process \(process)" }
    guard kind == "kept" else { return "left by a run that was killed (caselab gc)" }
    guard let until else { return "kept" }
    let left = Timestamp.date(until).map { Int($0.timeIntervalSince(now)) } ?? 0
    return "kept until \(Wording.time(until)) UTC (\(Self.span(left)))"
  }

  private static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<0: "over"
    case ..<60: "\(seconds) s left"
    case ..<7200: "\(seconds / 60) min left"
    case ..<172_800: "\(seconds / 3600) h left"
    default: "\(seconds / 86_400) days left"
    }
  }
}
