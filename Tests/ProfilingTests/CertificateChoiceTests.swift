import CaseModel
import Testing

@testable import Profiling

@Suite struct CertificateChoiceTests {
  private func certificate(_ lines: String...) -> String {
    (["-----BEGIN CERTIFICATE-----"] + lines + ["-----END CERTIFICATE-----"])
      .joined(separator: "\n") + "\n"
  }

  private func profile(_ text: String?) throws -> EnvironmentProfile {
    try derived { $0.configuration = [.init(kind: "certificate", text: text)] }
  }

  @Test func ofAChainTheServersOwnIsTaken() throws {
    let chain =
      "subject=CN = a\n" + certificate(" MIIB", "Zm9v= ").replacing("\n", with: "\r\n")
      + certificate("QQ==")
    let profile = try profile(chain)
    #expect(profile.product.certificate == certificate("MIIB", "Zm9v="))
    let row = try #require(profile.fidelity.first { $0.fact == "certificate" })
    #expect(row.fidelity == .approximate && row.how == "product.certificate")
    let written = try ProfileDocument.write(profile)
    #expect(written.contains("certificate: |\n"))
  }

  @Test(arguments: [
    nil, "", "MIIB", "-----BEGIN CERTIFICATE-----\nMIIB\n",
    "-----BEGIN CERTIFICATE-----\n$(id)\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
  ]) func whatIsNoneIsKeptOnly(_ text: String?) throws {
    let profile = try profile(text)
    #expect(profile.product.certificate == nil)
    #expect(profile.fidelity.first { $0.fact == "certificate" }?.fidelity == .omitted)
  }
}
