import CaseModel
import Foundation
import Testing

@testable import Intake

/// What holds of the reading of every ticket, whatever it says.
@Suite struct CorpusPropertyTests {
  struct ReadTicket {
    var ticket: CorpusTicket
    var detail: InstallationDetail
  }

  private func readings() throws -> [ReadTicket] {
    try CorpusTicket.Set.allCases.flatMap { try CorpusTicket.all($0) }.compactMap { ticket in
      let detail = try? Intake.read(ticket.files, products: [ProductName(name: "proftpd")])
      return detail.map { ReadTicket(ticket: ticket, detail: $0) }
    }
  }

  @Test func everyFactHasEvidenceThatStandsInTheTicket() throws {
    for reading in try readings() {
      let (name, detail) = (reading.ticket.name, reading.detail)
      for fact in detail.factPaths {
        let evidence = detail.evidence[fact]
        #expect(evidence != nil, "\(name): \(fact) has no evidence")
      }
      for (path, evidence) in detail.evidence {
        guard let lines = reading.ticket.plainLines(of: evidence.file) else { continue }
        let isThere = lines.indices.contains(evidence.line - 1)
        #expect(isThere, "\(name): \(path) names line \(evidence.line) of \(lines.count)")
        guard isThere else { continue }
        // A chat's speaker, a box that is not ticked and hidden characters are left out.
        // A label that is wrapped is told whole.
        let around = max(0, evidence.line - 3)..<min(evidence.line + 2, lines.count)
        let line = lines[around].flatMap(\.bareWords).joined()
        let isTold = evidence.text.bareWords.prefix(20).allSatisfy(line.contains)
        #expect(isTold, "\(name): \(path): \(evidence.text.prefix(80))")
      }
    }
  }

  @Test func nothingIsBothInUseAndDenied() throws {
    for reading in try readings() {
      let denied = Set(reading.detail.denied.map(\.kind))
      let used = Set(reading.detail.integrations.map(\.kind) + reading.detail.protocols)
      #expect(denied.isDisjoint(with: used), "\(reading.ticket.name)")
    }
  }

  @Test func whatIsMissingIsExactlyWhatIsOpen() throws {
    for reading in try readings() {
      let detail = reading.detail
      let values: [(String, Bool)] = [
        ("product.name", detail.product.name == nil),
        ("product.version", detail.product.version == nil), ("os", detail.os.id == nil),
        ("os.version", detail.os.id != nil && detail.os.version == nil),
        ("arch", detail.arch == nil), ("protocols", detail.protocols.isEmpty),
        ("timezone", detail.timezone == nil), ("locale", detail.locale == nil),
        ("client", detail.client == nil),
      ]
      for (field, isOpen) in values {
        #expect(detail.missing.contains(field) == isOpen, "\(reading.ticket.name): \(field)")
      }
    }
  }

  @Test func whatIsUnclearHasNoValueAndSeveralCandidates() throws {
    for reading in try readings() {
      let (name, detail) = (reading.ticket.name, reading.detail)
      for unclear in detail.unclear {
        #expect(!unclear.candidates.isEmpty && !unclear.why.isEmpty, "\(name): \(unclear.field)")
        let value = ScoredField.all.first { $0.name == unclear.field }?.read(detail)
        #expect(value == nil, "\(name): \(unclear.field)")
      }
    }
  }

  /// Roughly: the words of every line that a person wrote occur in evidence, or in what was kept.
  @Test func nothingThatACustomerWroteIsDropped() throws {
    for reading in try readings() {
      let detail = reading.detail
      let kept = Set(
        (detail.evidence.values.map(\.text) + detail.other.map(\.text)
          + detail.integrations.compactMap(\.detail)).flatMap(\.bareWords))
      for document in Reading.documents(of: reading.ticket.files).documents {
        for line in Printed.read(document).rest where line.isSaid {
          let words = line.text.bareWords.filter { $0.count > 3 }
          let lost = words.filter { !kept.contains($0) }
          let isKept = lost.count * 2 <= words.count
          #expect(isKept, "\(reading.ticket.name):\(line.number): \(line.text.prefix(100))")
        }
      }
    }
  }
}

extension Line {
  /// A sentence of the customer's, rather than a heading, a box or a question of a form.
  fileprivate var isSaid: Bool {
    let shape = LineShape(text)
    let words = text.bareWords
    let isQuestion = Question.wordings[words.first ?? ""]?.contains { $0.words == words } == true
    return voice == .customer && !isBlank && !isQuestion && !shape.isHeading && !shape.isRule
      && !shape.isTableRow && TickBox.find(in: text[...]).isEmpty && !text.contains("[e.g")
      && !isTemplateText(atLeast: 1) && ![":", "?"].contains(text.trimmed.last)
  }
}

extension InstallationDetail {
  /// The paths of the facts that are printed.
  fileprivate var factPaths: [String] {
    ScoredField.all.filter { $0.read(self) != nil }.map(\.name)
      + protocols.indices.map { "protocols[\($0)]" }
      + integrations.indices.map { "integrations[\($0)]" } + denied.indices.map { "denied[\($0)]" }
      + logs.indices.map { "logs[\($0)]" } + configuration.indices.map { "configuration[\($0)]" }
      + other.indices.map { "other[\($0)]" } + unclear.map(\.field)
  }
}

extension CorpusTicket {
  /// Of a file whose lines are those that evidence counts.
  fileprivate func plainLines(of name: String) -> [String]? {
    guard name.hasSuffix(".txt") || name.hasSuffix(".md"),
      let file = files.first(where: { $0.name == name }), case .bytes(let bytes) = file.content,
      let text = String(bytes: bytes, encoding: .utf8)
    else { return nil }
    let shown = text.unicodeScalars.filter { $0.properties.generalCategory != .format }
    return String(String.UnicodeScalarView(shown)).replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}

extension String {
  fileprivate var bareWords: [String] { Question.words(self) }
}
