import CaseModel

/// Reads what a customer wrote and makes structured facts of it.
///
/// Every answer ends as a fact with its evidence, or as it is in `other`.
public enum Intake {
  public static func read(
    _ files: [TicketFile], products: [ProductName] = []
  ) throws(CaselabError) -> InstallationDetail {
    let (documents, troubles) = Reading.documents(of: files)
    guard !documents.isEmpty else { throw unreadable(files, troubles) }
    // Our own words and nobody's are no answers; what is quoted stays, for the questions in it.
    let lines = documents.flatMap { document in
      document.lines.filter { $0.voice == .customer || $0.depth > 0 && $0.voice == .support }
    }
    let (logs, rest) = LogFinder.split(lines)
    var findings = Findings()
    findings.detail.troubles = troubles
    for log in logs { findings.add(log: log.attachment, log.first.evidence()) }
    var reader = AnswerReader(products)
    reader.read(Section.split(rest), &findings)
    findings.nameMissing()
    return findings.detail
  }

  private static func unreadable(_ files: [TicketFile], _ troubles: [Trouble]) -> CaselabError {
    let complaints = files.isEmpty ? ["there is no file"] : troubles.map(\.sentence)
    return CaselabError(
      .badInput, "the ticket cannot be read" + complaints.map { "\n  \($0)" }.joined(),
      hint: "give the customer's mail, form, issue or chat as text, HTML, .eml, .mbox or JSON")
  }
}

extension Findings {
  /// Lists the questions that are still open.
  fileprivate mutating func nameMissing() {
    let open: [(String, Bool)] = [
      ("product.name", detail.product.name == nil),
      ("product.version", detail.product.version == nil),
      ("os", detail.os.id == nil),
      ("os.version", detail.os.id != nil && detail.os.version == nil),
      ("arch", detail.arch == nil),
      ("protocols", detail.protocols.isEmpty),
      (
        "integrations",
        detail.integrations.isEmpty && detail.denied.isEmpty
          && !detail.unclear.contains { $0.field == "integrations" }
      ),
      ("timezone", detail.timezone == nil),
      ("locale", detail.locale == nil),
      ("client", detail.client == nil),
      ("log.server", !detail.logs.contains { $0.kind == "server-log" }),
    ]
    detail.missing = open.filter(\.1).map(\.0)
  }
}
