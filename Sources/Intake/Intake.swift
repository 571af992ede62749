import CaseModel

/// Reads what a customer wrote and makes structured facts of it.
///
/// Every answer ends as a fact with its evidence, or as it is in `other`.
public enum Intake {
  public static func read(
    _ files: [TicketFile], products: [ProductName] = []
  ) throws(CaselabError) -> InstallationDetail {
    let (logs, rest) = LogFinder.split(try TicketText.lines(of: files))
    var findings = Findings()
    for log in logs { findings.add(log: log.attachment, log.first.evidence()) }
    var reader = AnswerReader(products)
    reader.read(Section.split(rest), &findings)
    findings.nameMissing()
    return findings.detail
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
