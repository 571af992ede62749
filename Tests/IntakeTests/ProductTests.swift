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
    "Update: we went to 1.3.8b on Tuesday, no change.", "Ontem o meu colega instalou a 1.3.8b.",
    "We're on 1.3.8b now.", "Mein Kollege hat gestern 1.3.8b eingespielt.",
    "Mi sobrino ha puesto ahora la 1.3.8b y sigue igual.",
    "On est passé en 1.3.8b hier, toujours pareil.",
    "Pero ayer actualizamos a la 1.3.8b y sigue fallando.",
  ])
  func aVersionThatAnotherBecameIsTheOneThatRuns(_ news: String) throws {
    let detail = try read("We run ProFTPD 1.3.7a on Debian 12.\n\n\(news)")
    #expect(detail.product == .init(name: "proftpd", version: "1.3.8b"))
    #expect(detail.unclear.isEmpty)
  }

  @Test(arguments: [
    "The about box shows 2.5.1 on ours.", "2.5.1, and it hangs all the same.",
    "In Programs and Features steht 2.5.1.",
  ])
  func whatIsToldLaterOfTheSameKindIsTheVersion(_ answer: String) throws {
    let detail = try read(
      """
      Customer: our SFTPGo 2.4.0 hangs
      Support: Could you install the last one?
      Customer: \(answer)
      """)
    #expect(detail.product == .init(name: "sftpgo", version: "2.5.1"))
  }

  @Test func theProductMayBeNamedByTheQuestionAlone() throws {
    let detail = try read(
      """
      Customer: it hangs
      Support: Which version of SecureTransport do you run?
      Customer: both are 5.5-20231026
      """)
    #expect(detail.product == .init(name: "axway securetransport", version: "5.5"))
  }

  @Test(arguments: [
    "1.5 build 171", "1.5 (Build 171)", "1.5 (15.0.6)", "1.5 (update to 2.1 planned)",
  ])
  func whatAddsToAVersionIsNone(_ answer: String) throws {
    let detail = try read("Product: mendelson OFTP2\nVersion: \(answer)")
    #expect(detail.product.version == "1.5" && detail.unclear.isEmpty)
  }

  @Test func theVersionOfASystemThatWasNamedIsNotTheProducts() throws {
    let detail = try read(
      "We use CrushFTP 10.6.1 on Ubuntu 20.04.\n\nSorry, I mean 20.04 is the backup box, it is Ubuntu 22.04."
    )
    #expect(detail.product == .init(name: "crushftp", version: "10.6.1"))
  }

  @Test(arguments: [
    "Stan przed migracją", "Vor dem Umzug", "Avant la mise à jour", "Before the upgrade",
  ])
  func whatALabelSaysWasBeforeIsFormer(_ label: String) throws {
    let detail = try read(
      "ProFTPD is slow.\n\(label): 1.3.7a, CentOS 7\nToday: version 1.3.8b, Rocky Linux 9")
    #expect(detail.product.version == "1.3.8b" && detail.os.id == "rocky")
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
