import ArgumentParser
import CaseModel
import Intake
import Lab
import Profiling

struct CaseAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add what the customer sent later to a case.",
    discussion: """
      Later answers complete or correct earlier ones: all files of the case are read again, in the
      order they came. Your edits of the profile stay.

      Example:
        caselab case add SUP-1042 --ticket reply-2.eml --attach sosreport.tar.xz
      """)

  @OptionGroup var target: CaseArgument
  @Option(
    help: ArgumentHelp("What the customer wrote; - for standard input.", valueName: "file"),
    completion: .file())
  var ticket: [String] = []
  @Option(
    help: ArgumentHelp("What they attached.", valueName: "file"), completion: .file())
  var attach: [String] = []
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if ticket.isEmpty, attach.isEmpty {
      throw ValidationError("Missing expected option '--ticket <file>' or '--attach <file>'.")
    }
  }

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let store = try context.store()
    let id = try target.parsed()
    let record = try store.existingCase(id)
    let added = try TicketSource.files(ticket: ticket, attached: attach)
    let intake = try CaseIntake(id, in: context)
    let kept = CaseFiles.load(id, in: context.home)
    let detail = try intake.read(kept + added)
    let rederived = try ProfileFile.rederive(detail, id, in: context)
    // The files first: whoever is killed after this finds them with the next `case add`.
    try CaseFiles.add(added, to: id, in: context.home)
    try intake.keep(detail)
    try ProfileFile.keep(rederived.yaml, derived: rederived.derived, id, in: context.home)
    let names = added.map { $0.name.printable(limit: 60) }.joined(separator: ", ")
    try store.append(
      JournalEntry(
        at: Timestamp.now(), by: context.user, run: nil,
        what: "added \(names)" + (rederived.edits.isEmpty ? "" : "; the profile keeps its edits")),
      to: id)
    let result = AddedToCase(
      opened: OpenedCase(record: record, detail: detail, profile: rederived.profile),
      changes: rederived.changes, edits: rederived.edits, conflicts: rederived.conflicts)
    try Render.output(result, output) {
      result.text(verb: "has now \(kept.count + added.count) files")
    }
  }
}

/// What later answers changed: `caselab case add --json`.
struct AddedToCase: Encodable {
  var opened: OpenedCase
  /// What the new answers changed in the derivation.
  var changes: [ProfileDifference]
  /// What somebody edited, which stays.
  var edits: [ProfileDifference]
  /// Edited, and now derived differently: the edit wins.
  var conflicts: [ProfileDifference]

  private enum CodingKeys: CodingKey { case changes, edits, conflicts }

  func encode(to encoder: any Encoder) throws {
    try opened.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(changes, forKey: .changes)
    try container.encode(edits, forKey: .edits)
    try container.encode(conflicts, forKey: .conflicts)
  }

  func text(verb: String) -> String {
    var lines = [opened.text(verb: verb)]
    for change in changes where !change.field.hasPrefix("fidelity") {
      lines.append("changed: \(change.shown)")
    }
    for conflict in conflicts {
      lines.append("kept as edited: \(conflict.shown), which is derived differently now")
    }
    return lines.joined(separator: "\n")
  }
}

extension ProfileDifference {
  /// `os.version: 11 -> 12`.
  fileprivate var shown: String {
    "\(field.printable()): \((before.nonEmpty ?? "-").printable(limit: 80)) -> \((after.nonEmpty ?? "-").printable(limit: 80))"
  }
}
