import CaseModel

/// The product's settings, from the configuration of it that the customer sent.
enum ProductSettings {
  /// Those that differ from the lab's own. Of two files of a kind each may say something; the first
  /// that does counts.
  static func heard(_ product: Product, in detail: InstallationDetail) -> [String: Setting] {
    detail.configuration.reduce(into: [:]) { values, sent in
      values.merge(said(by: sent, product)) { first, _ in first }
    }.filter { product.settings[$0.key]?.default != $0.value }
  }

  /// What becomes of one such file; `row` as it is where the profile has none of its values.
  static func row(
    _ row: FidelityRow, for sent: InstallationDetail.Attachment, of product: Product,
    in profile: EnvironmentProfile
  ) -> FidelityRow {
    let taken = said(by: sent, product).filter { name, value in
      (profile.product.settings[name] ?? product.settings[name]?.default) == value
    }
    guard !taken.isEmpty else { return row }
    var row = row
    row.built = taken.keys.sorted().joined(separator: ", ")
    row.how = field
    row.fidelity = .approximate
    row.why =
      "nothing else of the file is taken over; product.configuration takes lines as they are"
    return row
  }

  /// Where the values stand in the profile.
  static let field = "product.settings"

  private static func said(
    by sent: InstallationDetail.Attachment, _ product: Product
  ) -> [String: Setting] {
    guard product.heardIn.contains(sent.kind), let text = sent.text else { return [:] }
    let general = withoutParts(text)
    return product.settings.compactMapValues { $0.value(heardInFile: general) }
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
