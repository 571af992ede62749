import CaseModel
import Machines

/// The certificate that the customer sent, which those of the product's nodes are made like
/// (`GuestCertificates`).
enum CustomerCertificate {
  /// Where a node has it.
  static let path = "/etc/caselab/tls/like.pem"

  /// How near what was made for the server comes: kind of key, digest, validity.
  static func fact(_ guest: any Guest) async throws -> VerifiedFact {
    let probe = try await guest.run(
      .script("cat /etc/caselab/tls/made 2>/dev/null || true", deadline: .seconds(60)))
    let lines = probe.outputText.split(whereSeparator: \.isNewline).prefix(2)
      .map { String($0).printable(limit: 200) }
    return Verification.fact(
      "certificate", expected: lines.first ?? "like the customer's",
      found: lines.count == 2 ? lines[1] : nil, by: "openssl x509")
  }
}
