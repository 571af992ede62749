import CaseModel

/// What the page's template shows. Every text in it has gone through `Shown`.
///
/// The engine looks a name up in the surrounding values when the innermost has nil there: inside a
/// section the templates write `.name`, which it does not.
struct RunPage {
  struct Term {
    var name: String
    var value: String
    var note: String?
  }

  var nonce: String
  var pageTitle: String
  var caseName: String
  var caseTitle: String
  var runNumber: Int
  var tone: String
  var word: String
  var sentence: String
  var why: String?
  var terms: [Term]
  var tally: Tally?
  var tests: TestsView?
  var environment: EnvironmentView?
  var fidelity: FidelityView?
  /// The timeline, in its place or, where the lab is to blame, before everything else.
  var timeline: TimelineView?
  var lostTime: TimelineView?
  var artifacts: ArtifactsView?
  var provenance: ProvenanceView

  init(_ input: ReportInput, nonce: String) {
    let run = input.run
    let headline = Headline(run)
    self.nonce = nonce
    pageTitle =
      "\(run.name) \(headline.word.lowercased()): \(Shown.line(input.case.title, limit: 100))"
    caseName = run.caseID.text
    caseTitle = Shown.line(input.case.title)
    runNumber = run.number
    tone = headline.tone.rawValue
    word = headline.word
    sentence = headline.sentence
    // The tests say it better where there are any that failed.
    why =
      headline.tone == .good || headline.tone == .bad && !run.badTests.isEmpty
      ? nil : run.message.map(Shown.block)
    terms = Self.terms(run)
    tally = Tally(TestCounts(run.tests))
    tests = TestsView(run.tests)
    environment = EnvironmentView(run)
    fidelity = FidelityView(run)
    timeline = headline.tone == .lab ? nil : TimelineView(run)
    lostTime = headline.tone == .lab ? TimelineView(run) : nil
    artifacts = ArtifactsView(
      run.artifacts, isConsoleOpen: headline.tone == .lab, texts: input.artifactTexts)
    provenance = ProvenanceView(input)
  }

  private static func terms(_ run: RunRecord) -> [Term] {
    var terms: [Term] = []
    if let product = run.product {
      terms.append(Term(name: "Product", value: Shown.line(product.text)))
    }
    if let system = run.system {
      let image = run.imageName.map { "image \(Shown.line($0))" }
      terms.append(Term(name: "System", value: system, note: image))
    }
    let took = run.duration.map { "took \(Quantity.duration($0))" }
    terms.append(
      Term(name: "Started", value: Moment.text(run.startedAt, seconds: false), note: took))
    terms.append(Term(name: "By", value: Shown.line(run.startedBy)))
    if !run.host.hostname.isEmpty {
      let how = run.host.acceleration == "kvm" ? "accelerated (KVM)" : run.host.acceleration
      terms.append(
        Term(name: "Host", value: Shown.line(run.host.hostname), note: Shown.line(how)))
    }
    return terms
  }
}

/// The counts of the tests as one bar; widths are in thousandths.
struct Tally {
  struct Part {
    var kind: String
    var count: Int
    var label: String
    var offset: Int
    var width: Int
  }
  var parts: [Part]

  /// Nil when there are no tests.
  init?(_ counts: TestCounts) {
    guard counts.total > 0 else { return nil }
    var before = 0
    parts = [
      ("bad", counts.failed, "failed"), ("bad", counts.errors, "in error"),
      ("good", counts.passed, "passed"), ("idle", counts.skipped, "skipped"),
      ("idle", counts.notApplicable, "not applicable"),
    ].filter { $0.1 > 0 }.map { kind, count, label in
      defer { before += count }
      let offset = before * 1000 / counts.total
      return Part(
        kind: kind, count: count, label: label, offset: offset,
        width: (before + count) * 1000 / counts.total - offset)
    }
  }
}
