import CaseModel

/// The comments of a derived profile: for each fact the words that it came from.
enum ProfileComments {
  /// What these lines begin with, so that they are told from somebody's own and written anew.
  static let mark = "#:"

  /// Lines at the end, so that a ticket of ten thousand answers leaves a file to be edited.
  private static let limit = 200

  static func all(of profile: EnvironmentProfile, _ detail: InstallationDetail?) -> YAMLComments {
    var comments = YAMLComments()
    guard let detail else { return comments }
    var (rest, assumed) = ([String](), [String]())
    for row in profile.fidelity {
      let evidence = detail.evidence(for: row)
      if let place = place(of: row, in: profile) {
        for line in lines(row, evidence) { comments.add(line, to: place) }
      } else if row.isAssumed {
        assumed.append(row.fact)
      } else {
        rest += elsewhere(row, evidence)
      }
    }
    if !assumed.isEmpty {
      comments.add("\(mark) Not stated, and assumed: \(assumed.joined(separator: ", "))", to: "")
    }
    if !rest.isEmpty {
      comments.add("\(mark) Said by the customer, and no field of this profile:", to: "")
    }
    for line in rest.prefix(limit) { comments.add(line, to: "") }
    if rest.count > limit {
      comments.add("\(mark)   and more: caselab fidelity CASE", to: "")
    }
    return comments
  }

  /// The field of the profile that a fact decides.
  private static func place(of row: FidelityRow, in profile: EnvironmentProfile) -> String? {
    switch row.field {
    case "product.name", "os", "arch": row.field
    case "product.version": profile.product.version == nil ? nil : row.field
    case "timezone": profile.timezone == nil ? nil : row.field
    case "locale": profile.locale == nil ? nil : row.field
    case let field? where field.hasPrefix("protocols"): "protocols"
    case _ where row.how == SystemChoice.field: "system"
    case _ where [KeptRows.settings, CertificateChoice.field].contains(row.how): row.how
    default: nil
    }
  }

  private static func lines(
    _ row: FidelityRow, _ evidence: [InstallationDetail.Evidence]
  ) -> [String] {
    let words = evidence.prefix(5).map { "\(mark) \($0.comment)" }
    guard row.fidelity > .equivalent || words.isEmpty else { return words }
    return words + ["\(mark) \(comment("\(row.asked): \(row.fidelity): \(row.told)"))"]
  }

  private static func elsewhere(
    _ row: FidelityRow, _ evidence: [InstallationDetail.Evidence]
  ) -> [String] {
    let fact = comment(row.fact == row.asked ? row.fact : "\(row.fact): \(row.asked)")
    return ["\(mark)   \(fact), \(row.fidelity)"]
      + evidence.prefix(2).map { "\(mark)     \($0.comment)" }
  }

  fileprivate static func comment(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").printable(limit: 160)
      .withoutAliases
  }
}

extension InstallationDetail {
  /// The words behind a fact, in the order of their files and lines.
  func evidence(for row: FidelityRow) -> [Evidence] {
    var fields = evidence.keys.filter { row.covers($0) }
    if let index = row.unclearIndex, unclear.indices.contains(index) {
      fields.append(unclear[index].field)
    }
    return Set(fields).compactMap { evidence[$0] }
      .sorted { ($0.file, $0.line, $0.text) < ($1.file, $1.line, $1.text) }
      .reduce(into: []) { list, each in
        if list.last != each { list.append(each) }
      }
  }
}

extension FidelityRow {
  /// Nobody said anything of it.
  var isAssumed: Bool { asked == "not stated" }

  /// Which doubt of the detail the row is about.
  fileprivate var unclearIndex: Int? {
    guard let field, field.hasPrefix("unclear["), field.hasSuffix("]") else { return nil }
    return Int(field.dropFirst("unclear[".count).dropLast())
  }
}

extension InstallationDetail.Evidence {
  fileprivate var comment: String {
    ProfileComments.comment("\(file.printable(limit: 80)):\(line): \(text)")
  }
}

extension String {
  /// An asterisk before a name, even in a comment, is read as an alias by the scan for those.
  fileprivate var withoutAliases: String { replacing("*", with: "\\u{2a}") }
}
