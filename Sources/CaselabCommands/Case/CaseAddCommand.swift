import ArgumentParser
import CaseModel
import Intake
import Lab

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
    let (profile, isReplaced) = try intake.rederive(from: intake.read(kept), to: detail)
    // The files first: whoever is killed after this finds them with the next `case add`.
    try CaseFiles.add(added, to: id, in: context.home)
    try intake.keep(detail)
    if isReplaced { try intake.keep(profile) }
    let names = added.map { $0.name.printable(limit: 60) }.joined(separator: ", ")
    try store.append(
      JournalEntry(
        at: Timestamp.now(), by: context.user, run: nil,
        what: "added \(names)" + (isReplaced ? "" : "; the edited profile stays")), to: id)
    let result = OpenedCase(record: record, detail: detail, profile: profile)
    try Render.output(result, output) {
      (isReplaced ? "" : "the profile was edited and stays as it is\n\n")
        + result.text(verb: "has now \(kept.count + added.count) files")
    }
  }
}
