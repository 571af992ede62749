import CaseModel

/// Reads what a customer wrote and makes structured facts of it.
///
/// Every answer ends as a fact with its evidence, or as it is in `other`.
public enum Intake {
  public static func read(
    _ files: [TicketFile], products: [ProductName] = []
  ) throws(CaselabError) -> InstallationDetail {
    let ticket = try TicketPages(files)
    return ticket.detail(Lexicon(products: products))
  }

  /// The same, where the products must be looked up: the ticket's files are read meanwhile.
  public static func read(
    _ files: [TicketFile], products: @Sendable @escaping () throws -> [ProductName]
  ) async throws -> InstallationDetail {
    async let lexicon = Lexicon(products: products())
    let ticket = try TicketPages(files)
    return ticket.detail(try await lexicon)
  }
}

/// A ticket's files as pages, and what programs printed on them taken out: all that can be read
/// of a ticket without knowing any names.
private struct TicketPages {
  var documents: [Document]
  var printed: [Printed]
  var troubles: [Trouble]

  init(_ files: [TicketFile]) throws(CaselabError) {
    (documents, troubles) = Reading.documents(of: files)
    guard !documents.isEmpty else { throw Self.unreadable(files, troubles) }
    printed = documents.map(Printed.read)
  }

  func detail(_ lexicon: Lexicon) -> InstallationDetail {
    var lexicon = lexicon
    var (claims, leftovers, prose) = ([Claim](), Leftovers(), [Line]())
    var detail = InstallationDetail()
    for printed in printed {
      claims += printed.claims
      prose += printed.rest
      for log in printed.logs { detail.add(log: log.attachment, log.first.evidence()) }
      for file in printed.configuration {
        detail.evidence["configuration[\(detail.configuration.count)]"] = file.first.evidence()
        detail.configuration.append(file.attachment)
      }
    }
    lexicon.learn(from: prose)
    var passages = Segmenter.passages(of: Section.split(prose), lexicon)
    Portuguese.mark(&passages)
    leftovers.keepUnread(of: prose, passages)
    for passage in passages {
      let reader = PassageReader.read(passage, lexicon)
      claims += reader.claims
      leftovers.keep(reader)
    }
    claims += Echoes.claims(in: documents, lexicon)
    detail = Deciding.detail(of: claims, attachments: detail)
    detail.troubles = troubles
    leftovers.add(to: &detail)
    detail.nameMissing()
    return detail
  }

  private static func unreadable(_ files: [TicketFile], _ troubles: [Trouble]) -> CaselabError {
    let complaints = files.isEmpty ? ["there is no file"] : troubles.map(\.sentence)
    return CaselabError(
      .badInput, "the ticket cannot be read" + complaints.map { "\n  \($0)" }.joined(),
      hint: "give the customer's mail, form, issue or chat as text, HTML, .eml, .mbox or JSON")
  }
}

extension InstallationDetail {
  /// The pieces of one log in one file count as one.
  mutating func add(log: Attachment, _ evidence: Evidence) {
    let same = logs.indices.first { index in
      logs[index].kind == log.kind && self.evidence["logs[\(index)]"]?.file == evidence.file
    }
    if let same {
      logs[same].lines += log.lines
      return
    }
    self.evidence["logs[\(logs.count)]"] = evidence
    logs.append(log)
  }

  /// Lists the questions that are still open.
  mutating func nameMissing() {
    let open: [(String, Bool)] = [
      ("product.name", product.name == nil),
      ("product.version", product.version == nil),
      ("os", os.id == nil),
      ("os.version", os.id != nil && os.version == nil),
      ("arch", arch == nil),
      ("protocols", protocols.isEmpty),
      (
        "integrations",
        integrations.isEmpty && denied.isEmpty && !unclear.contains { $0.field == "integrations" }
      ),
      ("timezone", timezone == nil),
      ("locale", locale == nil),
      ("client", client == nil),
      ("log.server", !logs.contains { $0.kind == "server-log" }),
    ]
    missing = open.filter(\.1).map(\.0)
  }
}
