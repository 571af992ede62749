import ArgumentParser
import CaseModel
import Record

struct FidelityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fidelity", abstract: "How close the lab is to the customer's installation.",
    discussion: """
      A row for every fact: asked, built, how near and why. With what was read
      from inside the guest, when the profile has been run as it is now; a run's
      number shows that run's.

      \(FidelityScore.definition)
      """)

  @OptionGroup var target: CaseArgument
  @Argument(help: ArgumentHelp("A run's number.", valueName: "n"))
  var number: Int?
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    let shown =
      try number.map { CaseFidelity(try store.requested($0, of: id)) } ?? latest(id, context)
    try Render.output(shown, output) { shown.text }
  }

  /// Of the latest run if it ran what the profile is now, else as it is planned.
  private func latest(_ id: CaseID, _ context: Context) throws -> CaseFidelity {
    let profile = try CaseProfile.load(id, in: context)
    if let run = try context.store().latestRun(id), run.profile == profile.yaml, !run.facts.isEmpty
    {
      return CaseFidelity(run)
    }
    return CaseFidelity(case: id.text, run: nil, rows: profile.profile.fidelity, facts: [])
  }
}

/// `caselab fidelity --json`.
struct CaseFidelity: Encodable {
  struct Row: Encodable {
    var row: FidelityRow
    var weight: Int
    var verified: VerifiedFact?

    enum CodingKeys: String, CodingKey { case weight, verified }

    func encode(to encoder: any Encoder) throws {
      try row.encode(to: encoder)
      var more = encoder.container(keyedBy: CodingKeys.self)
      try more.encode(weight, forKey: .weight)
      try more.encodeIfPresent(verified, forKey: .verified)
    }
  }

  var schema = "caselab.fidelity/1"
  var `case`: String
  /// The run whose observations these are; nil before one.
  var run: Int?
  var score: FidelityScore
  var rows: [Row]
  var facts: [VerifiedFact]

  init(case: String, run: Int?, rows: [FidelityRow], facts: [VerifiedFact]) {
    self.case = `case`
    self.run = run
    self.facts = facts
    score = FidelityScore(rows)
    self.rows = rows.map {
      Row(row: $0, weight: $0.weight, verified: facts.verification(of: $0))
    }
  }

  init(_ run: RunRecord) {
    self.init(case: run.caseID.text, run: run.number, rows: run.fidelity, facts: run.facts)
  }

  var text: String {
    let basis =
      run.map { "as run \($0) found it" } ?? "as planned: this profile has not been run yet"
    return "\(`case`), \(basis)\n" + FidelityTable.text(rows.map(\.row), verified: facts)
  }
}
