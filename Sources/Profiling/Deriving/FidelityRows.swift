import CaseModel

/// The rows of all that is neither product, OS nor protocol.
enum FidelityRows {
  static func rest(
    of detail: InstallationDetail, timezone: String?
  ) -> [FidelityRow] {
    place(of: detail, timezone: timezone)
      + detail.integrations.map(integration) + detail.denied.map(denial)
      + client(detail.client) + detail.logs.map(attachment)
      + detail.configuration.map(attachment) + detail.unclear.compactMap(unclear)
      + detail.other.map(answer)
  }

  private static func place(of detail: InstallationDetail, timezone: String?) -> [FidelityRow] {
    let zone = detail.timezone.map { asked in
      FidelityRow(
        fact: "timezone", asked: asked.shown, built: timezone,
        fidelity: timezone == nil ? .omitted : .exact,
        how: timezone == nil ? "not a time zone that can be set" : "set in the guest")
    }
    let locale = detail.locale.map {
      omitted("locale", $0, "the lab leaves the image's locale as it is", orElse: "a locale")
    }
    return [zone, locale].compactMap { $0 }
  }

  private static func integration(_ integration: InstallationDetail.Integration) -> FidelityRow {
    omitted(
      "integration \(integration.kind)",
      [integration.name, integration.detail].compactMap { $0 }.joined(separator: ": "),
      "the lab builds the product's node only", orElse: integration.kind)
  }

  private static func denial(_ denial: InstallationDetail.Denial) -> FidelityRow {
    FidelityRow(
      fact: "no \(denial.kind.shown)", asked: "no \(denial.kind.shown)", built: "none",
      fidelity: .exact, how: "the lab has none either")
  }

  private static func client(_ client: InstallationDetail.Client?) -> [FidelityRow] {
    guard let client else { return [] }
    let words = [
      client.software?.name, client.software?.version, client.os?.id, client.os?.version,
    ]
    return [
      omitted(
        "client", words.compactMap { $0 }.joined(separator: " "),
        "the suites bring their own clients",
        orElse: "a client")
    ]
  }

  private static func attachment(_ attachment: InstallationDetail.Attachment) -> FidelityRow {
    let name = attachment.name.map { " \($0)" } ?? ""
    return omitted(
      attachment.kind, "\(attachment.lines) lines\(name)",
      "kept with the case, to be compared with what the lab logs", orElse: attachment.kind)
  }

  /// Nil for the fields whose own row tells it.
  private static func unclear(_ unclear: InstallationDetail.Unclear) -> FidelityRow? {
    let told = ["product.version", "product.name", "os", "os.id", "os.version"]
    return told.contains(unclear.field)
      ? nil : omitted(unclear.field, unclear.told, unclear.why.shown, orElse: unclear.field)
  }

  private static func answer(_ answer: InstallationDetail.Answer) -> FidelityRow {
    omitted(
      answer.question ?? "other words", answer.text,
      "kept as it is: these words, or some of them, became no fact",
      orElse: "nothing")
  }

  private static func omitted(
    _ fact: String, _ asked: String, _ how: String, orElse fallback: String
  ) -> FidelityRow {
    let asked = asked.shown
    return FidelityRow(
      fact: fact.shown, asked: asked.isEmpty ? fallback.shown : asked, built: nil,
      fidelity: .omitted, how: how)
  }
}
