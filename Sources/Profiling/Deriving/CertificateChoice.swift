import CaseModel

/// The server's certificate that the customer sent, for the lab to make one like it.
enum CertificateChoice {
  static func add(to profile: inout EnvironmentProfile, _ detail: InstallationDetail) {
    profile.product.certificate =
      detail.configuration.lazy.filter { $0.kind == kind }.compactMap(\.text)
      .compactMap(first).first
  }

  /// What becomes of one that was sent; `row` as it is where the profile has another or none.
  static func row(
    _ row: FidelityRow, for sent: InstallationDetail.Attachment, in profile: EnvironmentProfile
  ) -> FidelityRow {
    guard sent.kind == kind, let wanted = profile.product.certificate,
      sent.text.flatMap(first) == wanted
    else { return row }
    var row = row
    row.built = "a certificate with the same kind of key, digest, validity and names"
    row.how = field
    row.fidelity = .approximate
    row.why =
      "its key is the customer's own: the authority of the case signs another, with the lab's names added"
    return row
  }

  /// Where it stands in the profile.
  static let field = "product.certificate"

  private static let kind = "certificate"

  /// The first of a chain, which is the server's own (RFC 8446, 4.4.2), in the strict form of PEM
  /// (RFC 7468); nil where there is none.
  static func first(in text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split { $0.isWhitespace }.joined(separator: " ")
    }
    guard let start = lines.firstIndex(of: begin),
      let end = lines[start...].firstIndex(of: self.end)
    else { return nil }
    let certificate = lines[start...end].joined(separator: "\n") + "\n"
    return Rule.certificate.holds(certificate) ? certificate : nil
  }

  fileprivate static let begin = "-----BEGIN CERTIFICATE-----"
  fileprivate static let end = "-----END CERTIFICATE-----"
}

extension Rule {
  /// One certificate, and nothing else: no key comes into a profile.
  static let certificate = Rule(
    expected: "one certificate as PEM, from \(CertificateChoice.begin) to its end"
  ) { text in
    let lines = text.split(separator: "\n")
    return text.utf8.count <= 16 << 10 && lines.count > 2
      && lines.first?[...] == CertificateChoice.begin[...]
      && lines.last?[...] == CertificateChoice.end[...]
      && lines.dropFirst().dropLast().allSatisfy { line in
        (1...76).contains(line.utf8.count)
          && line.utf8.allSatisfy { $0.isLetterOrDigit || $0.isIn("+/=") }
      }
  }
}
