import CaseModel

/// A run in a screenful of lines.
public enum TextReport {
  public static func render(_ run: RunRecord, color: Bool, width: Int) -> String {
    let style = TerminalStyle(color: color)
    let width = max(40, width)
    let sections = [head(run, style, width), bad(run, style, width), rest(run, style, width)]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private static func head(_ run: RunRecord, _ style: TerminalStyle, _ width: Int) -> [String] {
    let headline = Headline(run)
    var lines = [style.bold(headline.word.uppercased(), headline.tone) + "  " + run.name]
    lines += wrapped(String(headline.sentence.dropFirst(run.name.count + 2)), width)
    if headline.tone != .good, headline.tone != .bad, let message = run.message {
      lines.append("")
      let why = Shown.block(message).split(separator: "\n")
      if why.count > 8 { lines.append("  …") }
      lines += why.suffix(8).map { "  " + cut(String($0), width - 2) }
    }
    return lines
  }

  /// At most ten, so that the summary stays on one screen.
  private static func bad(_ run: RunRecord, _ style: TerminalStyle, _ width: Int) -> [String] {
    let bad = run.badTests
    var lines = bad.prefix(10).map { test in
      let status = test.status == .failed ? "failed" : "error "
      let place = [test.suite, test.group].filter { !$0.isEmpty }.joined(separator: " ")
      var text = "\(Shown.line(place)) › \(Shown.line(test.name))"
      if let message = test.message { text += ": \(Shown.line(message))" }
      return "  " + style.color(status, .bad) + "  " + cut(text, width - 10)
    }
    if bad.count > 10 { lines.append("  … and \(bad.count - 10) more") }
    return lines
  }

  private static func rest(_ run: RunRecord, _ style: TerminalStyle, _ width: Int) -> [String] {
    var rows: [(String, String)] = []
    let counts = TestCounts(run.tests)
    if counts.total > 0 { rows.append(("tests", tally(counts))) }
    if !run.fidelity.isEmpty {
      let score = FidelityScore(run.fidelity)
      rows.append(("fidelity", "\(score.percent) %: \(score.counts)"))
    }
    if let environment = run.environment {
      let names = environment.nodes.map { Shown.line($0.name) }.joined(separator: ", ")
      rows.append(("machines", names))
      if let first = environment.attempts.first {
        let more = environment.attempts.count - 1
        let rest = more > 0 ? ", and \(more) more" : ""
        rows.append(
          (
            "sealed",
            "\(Shown.line(first.process.map { "\($0) in " } ?? ""))\(Shown.line(first.node)) tried to reach \(Shown.line(first.target))\(rest)"
          ))
      }
    }
    for fact in run.facts where fact.status != .confirmed {
      let found = fact.found.map { "found \(Shown.line($0))" } ?? "not confirmed"
      rows.append(
        ("verified", "\(Shown.line(fact.fact)): expected \(Shown.line(fact.expected)), \(found)"))
    }
    if rows.count > 6 { rows = rows.prefix(6) + [("", "… and \(rows.count - 6) more")] }
    rows.append(("when", when(run)))
    if !run.artifacts.isEmpty {
      let bytes = run.artifacts.reduce(0) { $0 + $1.size }
      let count = Quantity.count(run.artifacts.count, "artifact")
      rows.append(("kept", "\(count), \(Quantity.size(bytes))"))
    }
    rows.append(("repeat", run.repeatCommand))
    return rows.map { name, text in
      style.dim(name.padded(10)) + cut(text, width - 10)
    }
  }

  private static func tally(_ counts: TestCounts) -> String {
    [
      (counts.passed, "passed"), (counts.failed, "failed"), (counts.errors, "in error"),
      (counts.skipped, "skipped"), (counts.notApplicable, "not applicable"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private static func when(_ run: RunRecord) -> String {
    let took =
      Moment.seconds(from: run.startedAt, to: run.endedAt)
      .map { ", took \(Quantity.duration($0))" } ?? ""
    return
      "\(Moment.text(run.startedAt, seconds: false)) by \(Shown.line(run.startedBy, limit: 60))\(took)"
  }

  private static func cut(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
