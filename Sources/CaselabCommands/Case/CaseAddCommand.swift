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
    let new = try ProfileFile.rederive(detail, id, in: context)
    // The files first: whoever is killed after this finds them with the next `case add`.
    try CaseFiles.add(added, to: id, in: context.home)
    try intake.keep(detail)
    try ProfileFile.keep(new.yaml, derived: new.derived, id, in: context.home)
    let names = added.map { $0.name.printable(limit: 60) }.joined(separator: ", ")
    try store.append(
      JournalEntry(
        at: Timestamp.now(), by: context.user, run: nil,
        what: "added \(names)" + (new.edits.isEmpty ? "" : "; the profile keeps its edits")), to: id
    )
    let result = OpenedCase(record: record, detail: detail, profile: new.profile)
    try Render.output(result, output) {
      result.text(verb: "has now \(kept.count + added.count) files") + new.text
    }
  }
}

extension Rederivation {
  /// What the new answers changed, and which edits stand against them; empty without either.
  fileprivate var text: String {
    func lines(_ title: String, _ fields: [ProfileDifference], _ verb: String) -> String {
      guard !fields.isEmpty else { return "" }
      return "\n\n\(title)\n"
        + fields.map { each in
          let (before, after) = (each.before ?? "nothing", each.after ?? "nothing")
          return
            "  \(each.field.printable()): \(before.printable(limit: 80)) \(verb) \(after.printable(limit: 80))"
        }.joined(separator: "\n")
    }
    return lines("changed by it:", changes, "->")
      + lines("derived otherwise, but edited; the edit stays:", conflicts, "derived,")
  }
}
