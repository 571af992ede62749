import CaseModel

/// A product's or companion's settings, from the configuration of it that the customer sent.
struct HeardSettings {
  let deployable: any Deployable

  /// Those that differ from the lab's own. Of two files of a kind each may say something; the first
  /// that does counts.
  func heard(in detail: InstallationDetail) -> [String: Setting] {
    detail.configuration.reduce(into: [:]) { values, sent in
      values.merge(said(by: sent)) { first, _ in first }
    }.filter { deployable.settings[$0.key]?.default != $0.value }
  }

  /// What becomes of one such file; `row` as it is where none of its values is built.
  ///
  /// - Parameters:
  ///   - built: the values that the profile has.
  ///   - field: where they stand in the profile.
  ///   - rest: what becomes of all else that is in the file.
  func row(
    _ row: FidelityRow, for sent: InstallationDetail.Attachment, built: [String: Setting],
    in field: String, rest: String
  ) -> FidelityRow {
    let taken = said(by: sent).filter { name, value in
      (built[name] ?? deployable.settings[name]?.default) == value
    }
    guard !taken.isEmpty else { return row }
    var row = row
    row.built = taken.keys.sorted().joined(separator: ", ")
    row.how = field
    row.fidelity = .approximate
    row.why = rest
    return row
  }

  private func said(by sent: InstallationDetail.Attachment) -> [String: Setting] {
    guard deployable.heardIn.contains(sent.kind), let text = sent.text else { return [:] }
    let general = Self.withoutParts(text)
    return deployable.settings.compactMapValues { $0.value(heardInFile: general) }
  }

  /// Without comments, and without what holds for some users, folders or addresses only: blocks in
  /// angle brackets as ProFTPD and Apache have them, and what follows sshd's `Match`.
  private static func withoutParts(_ text: String) -> String {
    var kept: [Substring] = []
    var part: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      let word = line.prefix { !" \t>".contains($0) }.lowercased()
      if word == "match" { break }
      if let open = part {
        if word == "</" + open { part = nil }
      } else if word.hasPrefix("<"), !word.hasPrefix("</"), !transparent.contains(word) {
        part = String(word.dropFirst())
      } else if !line.hasPrefix("#") {
        kept.append(line)
      }
    }
    return kept.joined(separator: "\n")
  }

  /// Blocks whose lines hold for all.
  private static let transparent: Set<String> = ["<global", "<ifmodule", "<ifdefine", "<ifversion"]
}
