import ArgumentParser
import CaseModel
import Profiling

struct ProfileExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a fact: the words it came from, what is built of it, how near that is.",
    discussion: """
      Examples:
        caselab profile explain SUP-1042                every fact
        caselab profile explain SUP-1042 os             one, or all below it
        caselab profile explain SUP-1042 'protocol ftps'
      """)
  @OptionGroup var target: CaseArgument
  @Argument(
    help: ArgumentHelp("A field's path, the beginning of one, or a fact.", valueName: "field"))
  var field: String?
  @OptionGroup var output: OutputOptions

  func run() async throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let profile = try CaseProfile.load(target.parsed(), in: context)
    let explainer = try Explainer(
      detail: profile.detail, profile: profile.profile, derivation: profile.derived,
      rows: profile.profile.fidelity)
    let found = try field.map { try explainer.explain($0) } ?? explainer.all()
    try Render.output(Listing(schema: "caselab.explanations/1", items: found), output) {
      found.map(\.text).joined(separator: "\n\n")
    }
  }
}

extension Explanation {
  /// A paragraph.
  var text: String {
    var lines = [field.printable(limit: 100)]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let label = name + String(repeating: " ", count: max(0, 10 - name.count))
      lines.append("  \(label)\(value.printable(limit: 500))")
    }
    for words in evidence {
      add("words", "\(words.file.printable(limit: 100)):\(words.line): \(words.text)")
    }
    if let row = fidelity {
      add("asked", row.asked)
      add("profile", value)
      add("derived", derived.map { "\($0), before it was edited" })
      add("built", row.built ?? "nothing")
      add("fidelity", row.fidelity.rawValue)
      add("how", row.how)
      add("why", row.why)
    } else {
      add("profile", value)
      add("derived", derived.map { "\($0), before it was edited" })
      add("why", reason.map { origin == .lab ? "the lab's choice: \($0)" : $0 })
    }
    return lines.joined(separator: "\n")
  }
}
