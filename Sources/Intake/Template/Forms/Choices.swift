/// A line of a form with boxes to tick: `Platform: ( ) Windows  (o) Linux`.
struct Choices {
  /// What the choices are of, with a colon; empty where they stand for themselves.
  var label: String
  /// The words of the ticked ones.
  var ticked: [String]
  /// What is said by a tick at the end of the line: `Antivirus: [x]`.
  private static let yes = "yes"

  init?(_ text: Substring) {
    let boxes = TickBox.find(in: text)
    guard let first = boxes.first else { return nil }
    let before = text[..<first.range.lowerBound]
    var further: [String] = []
    let words = boxes.indices.map { index in
      let end = index + 1 < boxes.count ? boxes[index + 1].range.lowerBound : text.endIndex
      let words = text[boxes[index].range.upperBound..<end]
      // `( ) no   Which one? Foo`: another question of the line.
      guard let gap = words.firstRange(ofGap: 3),
        words[gap.upperBound...].contains(where: { ":?".contains($0) })
      else { return words.trimmed }
      further.append(words[gap.upperBound...].trimmed)
      return words[..<gap.lowerBound].trimmed
    }
    let isLabelled = before.endsLabel
    // `The answer of the server is []` is no form's.
    guard isLabelled || before.split(separator: " ").count <= 4 else { return nil }
    guard boxes.count > 1 || before.isVoid || isLabelled || words[0].isEmpty else { return nil }
    label = ""
    if words.last?.isEmpty == true, !before.isVoid,
      !isLabelled || words.dropLast().allSatisfy({ $0.hasSuffix(":") })
    {
      // `LDAP [x]  AD [ ]`: each box stands behind its words.
      let owners = [before.trimmed] + words.dropLast()
      ticked = zip(owners, boxes).filter(\.1.isTicked).map { Self.plain($0.0) }
      if isLabelled, boxes.count == 1, first.isTicked {
        (label, ticked) = (before.trimmed.labelled, [Self.yes])
      }
      return
    }
    // `Syslog   [x] [ splunk ]`: the tick is for the label.
    if !before.isVoid { label = before.trimmed.labelled }
    ticked =
      zip(words, boxes).filter(\.1.isTicked).map { Self.plain($0.0) }
      .filter { !$0.isEmpty } + further
  }

  /// Without `other:` and the form's own questions in brackets.
  private static func plain(_ text: String) -> String {
    var text = text
    if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      text[open..<close].hasSuffix("?")
    {
      text.removeSubrange(open...close)
    }
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, others.contains(parts[0].trimmed.lowercased()) {
      text = String(parts[1])
    } else if text.hasSuffix(":") {
      text.removeLast()
    }
    return text.trimmed
  }

  private static let others: Set<String> = [
    "other", "others", "andere", "anderes", "sonstige", "sonstiges", "autre", "autres", "otro",
    "otra", "otros", "outro", "outra", "altro", "anders", "overig", "inne", "inny", "inna",
  ]

  /// `I agree to follow the Code of Conduct`: the form's own words.
  static func isPledge(_ text: String) -> Bool {
    let text = text.lowercased()
    return [
      "issue", "agree", "searched", "code of conduct", "bug", "confirm", "documentation", "i have",
      "latest", "privacy", "terms", "datenschutz", "newsletter", "rodo", "rgpd", "gdpr", "dsgvo",
      "feature request", "report",
    ].contains { text.contains($0) }
  }
}

extension Substring {
  /// Nothing but spaces, quote marks and bullets.
  fileprivate var isVoid: Bool { allSatisfy { $0.isWhitespace || ">|*•·-+–".contains($0) } }

  /// Ends as a label does: with a colon, a question mark or a wide gap.
  fileprivate var endsLabel: Bool {
    if hasSuffix("   ") || hasSuffix("\t") { return !isVoid }
    return trimmed.last.map { ":?=|".contains($0) } == true
  }
}

extension String {
  /// With a colon behind it.
  fileprivate var labelled: String {
    last.map { ":?=|".contains($0) } == true ? self + " " : self + ": "
  }
}
