import ArgumentParser
import CaseModel
import Foundation
import Lab
import Profiling
import Record
import Reports

struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Write the mail that asks the customer for what is still open.",
    discussion: """
      Only what would bring the lab nearer to this installation is asked, the
      most valuable first, and never what is known. A round is counted when
      something was learnt since the last mail; writing the same mail again
      counts nothing. After three rounds a call is recommended.

      Examples:
        caselab ask SUP-1042
        caselab ask SUP-1042 --format eml > questions.eml     a draft for a mail program
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, eml }

  @OptionGroup var target: CaseArgument
  @Option(help: "As what the mail is printed.")
  var format: Format = .text
  @Flag(help: "Ask everything that is open, also what changes nothing that is built.")
  var all = false
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    let followUp = try followUp(id, store: store, context: context)
    let letter = FollowUpLetter(followUp)
    if output.json { return Terminal.print(try Render.json(followUp)) }
    switch format {
    case .text: Terminal.print("Subject: \(letter.subject)\n\n\(letter.text)")
    case .html: Terminal.print(try letter.html())
    case .eml:
      Terminal.write(
        try letter.message(from: context.environment["EMAIL"] ?? context.user, date: Date()),
        to: STDOUT_FILENO)
    }
    if followUp.questions.isEmpty {
      Terminal.say("caselab: nothing is open that would bring the lab nearer; --all asks the rest")
    } else if followUp.recommendsCall {
      Terminal.say(
        "caselab: this is round \(followUp.round); after \(FollowUp.roundLimit) a call gets further than a mail"
      )
    }
  }

  func followUp(_ id: CaseID, store: RecordStore, context: Context) throws -> FollowUp {
    let known = try CaseProfile.load(id, in: context)
    let asking = try Asking(
      detail: known.detail, rows: known.profile.fidelity, profile: known.profile,
      catalogue: known.catalogue)
    let questions = asking.questions(all: all)
    guard !questions.isEmpty else { return FollowUp(case: id.text, round: 0, questions: []) }
    let round = try store.questionRound(
      of: id, basis: Data(Render.json(known.detail).utf8), fields: questions.map(\.field),
      by: context.user, at: Timestamp.now())
    return FollowUp(case: id.text, round: round, questions: questions)
  }
}
