import CaseModel
import Intake
import Testing

@Suite struct ProductTests {
  @Test(arguments: [
    ("ProFTPD 1.3.8b", "1.3.8b"), ("proftpd v1.3.7a", "1.3.7a"),
    ("ProFTPd Server version 1.3.9rc2", "1.3.9rc2"),
    ("1.3.8", "1.3.8"), ("Version 1.3.8+dfsg-4+deb12u3", "1.3.8"), ("ProFTPD 1.3.5-2.el7", "1.3.5"),
    ("We are running ProFTPD 1.3.8b with OpenSSL 3.0.11", "1.3.8b"),
    ("ProFTPD 1.3.8b on Debian 12", "1.3.8b"), ("ProFTPD, currently 1.3.8c", "1.3.8c"),
    ("ProFTPD 1.3.8b, upgraded from 1.3.7a", "1.3.8b"),
    ("ProFTPD upgraded from 1.3.7a to 1.3.8b", "1.3.8b"),
    ("ProFTPD 2024.1", "2024.1"), ("ProFTPD 7", "7"),
  ])
  func theVersionIsTheProductsAsItIsWritten(_ answer: String, _ version: String) throws {
    let detail = try read("Product version? \(answer)")
    #expect(detail.product.version == version)
    #expect(detail.unclear.isEmpty)
    #expect(detail.evidence["product.version"]?.line == 1)
  }

  @Test(arguments: [
    ("ProFTPD 1.3.7a or 1.3.8", "product.version: 1.3.7a | 1.3.8"),
    ("ProFTPD 1.3.7a and ProFTPD 1.3.8", "product.version: 1.3.7a | 1.3.8"),
  ])
  func severalVersionsAreUnclear(_ answer: String, _ expected: String) throws {
    let detail = try read("Product version? \(answer)")
    #expect(detail.product.version == nil && detail.unclearFields == [expected])
    #expect(detail.missing.contains("product.version"))
  }

  @Test(arguments: [
    "ProFTPD, latest", "the 64-bit build of ProFTPD", "the 3rd one", "ProFTPD from 2nd of May",
  ])
  func wordsThatAreNoVersionAreNotTakenForOne(_ answer: String) throws {
    let detail = try read("Product version? \(answer)")
    #expect(detail.product.version == nil && detail.otherTexts == [answer])
  }

  @Test func aProductThatNobodyToldItAboutIsRead() throws {
    let detail = try read("Product version? Vsftpd 3.0.5")
    #expect(detail.product == .init(name: "vsftpd", version: "3.0.5"))
    #expect(
      try read("Product: Some File Server\nVersion: 7.2").product
        == .init(name: "some file server", version: "7.2"))
  }

  @Test func aProgramThatOnlyServesAsAnIntegrationIsNotTheProduct() throws {
    for text in ["HAProxy", "OpenLDAP", "Keycloak", "Squid", "pfSense", "PostgreSQL"] {
      let detail = try read("Product version? 1.3.8\nIntegrations: \(text)")
      #expect(detail.product == .init(version: "1.3.8") && detail.integrations.count == 1)
    }
  }

  @Test func theVersionOfALibraryOrClientIsNotTheProducts() throws {
    for text in ["OpenSSL 3.0.11", "FileZilla 3.66.5", "kernel 6.1.0"] {
      let detail = try read("Product: ProFTPD\nOther information: \(text)")
      #expect(detail.product == .init(name: "proftpd"))
    }
    for text in ["OpenSSL 3.0.11", "kernel 6.1.0"] {
      let detail = try read("Product version? \(text)")
      #expect(detail.product == .init() && detail.otherTexts == [text])
    }
  }

  @Test func aProductNamedOutsideTheTemplateIsLessSure() throws {
    let detail = try read("Subject: ProFTPD crashes\n\nOperating system: Debian 12")
    #expect(detail.product == .init(name: "proftpd"))
    #expect(detail.evidence["product.name"]?.confidence == 0.9)
    #expect(detail.otherTexts == ["Subject: ProFTPD crashes"])
  }
}
