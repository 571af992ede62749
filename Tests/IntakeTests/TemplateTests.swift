import CaseModel
import Testing

@Suite struct TemplateTests {
  static let integrations = """
    Brief details of any integration, software, resilience / redundancy / high availability \
    architecture, security or other technologies that interact with the product, e.g. firewalls, \
    proxy, LDAP, Active Directory, single sign-on, management software
    """

  static let blank = """
    Product version?
    Operating system name and version?
    File transfer protocol(s) used?
    A time-stamped version of the server-side log and, if relevant, the corresponding client-side log
    Other information (if known)
    \(integrations)
    The information is used solely for support and development and is not shared.
    """

  @Test(arguments: ["", "> ", "> > ", "- ", "* ", "1. ", "2) ", "## ", "    ", "> 3. "])
  func theTemplatesOwnWordsAreNeverAnAnswer(_ mark: String) throws {
    let text = Self.blank.split(separator: "\n").map { mark + $0 }.joined(separator: "\n")
    let detail = try read(text)
    #expect(detail.other.isEmpty && detail.denied.isEmpty && detail.integrations.isEmpty)
    #expect(detail.evidence.isEmpty && detail.unclear.isEmpty && detail.protocols.isEmpty)
    #expect(
      detail.missing == [
        "product.name", "product.version", "os", "arch", "protocols", "integrations", "timezone",
        "locale", "client", "log.server",
      ])
  }

  @Test(arguments: [30, 50, 72, 90])
  func aWrappedAndQuotedTemplateIsStillNotAnAnswer(_ width: Int) throws {
    var lines = [""]
    for word in Self.integrations.split(separator: " ") {
      if lines[lines.count - 1].count + word.count >= width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
    #expect(try read(quoted).other.isEmpty)
    let answered = try read(quoted + "\nOpenLDAP for the accounts\n")
    #expect(answered.kinds == ["ldap"] && answered.other.isEmpty)
  }

  @Test(arguments: [
    "Product version? ProFTPD 1.3.8b", "Product version: ProFTPD 1.3.8b",
    "PRODUCT VERSION\nProFTPD 1.3.8b",
    "> 1. Product version?\nProFTPD 1.3.8b", "1) product version - ProFTPD v1.3.8b",
    "* **Product version?** ProFTPD 1.3.8b", "| Product version | ProFTPD 1.3.8b |",
    "Q1: Product version?\nA: ProFTPD 1.3.8b", "Product name and version ProFTPD 1.3.8b",
    "Product version?\n\n\n  proftpd version 1.3.8b", "Version: pro-ftpd 1.3.8b",
    "Product version (if known): ProFTPD 1.3.8b", "Product version (e.g. 1.2): ProFTPD 1.3.8b",
    "Product version?\r\nProFTPD 1.3.8b\r\n", "Product version?\rProFTPD 1.3.8b\r",
    "\u{FEFF}Product version? ProFTPD 1.3.8b",
  ])
  func aQuestionMayBeWrittenInManyWays(_ text: String) throws {
    let detail = try read(text)
    #expect(detail.product == .init(name: "proftpd", version: "1.3.8b"))
    #expect(detail.other.isEmpty)
  }

  @Test func everyAnswerStaysWithItsQuestion() throws {
    let detail = try read(
      """
      Good morning,
      Product version? the blue one
      File transfer protocol(s) used? carrier pigeons
      and a second line of it
      Other information (if known): it rains
      Kind regards
      Robin
      """)
    #expect(
      detail.other == [
        .init(text: "Good morning,"), .init(question: "Product version", text: "the blue one"),
        .init(question: "File transfer protocol(s) used", text: "carrier pigeons"),
        .init(text: "and a second line of it"),
        .init(question: "Other information", text: "it rains"),
      ])
    #expect(
      detail.evidence["other[2]"]
        == .init(file: "mail.txt", line: 3, text: "File transfer protocol(s) used? carrier pigeons")
    )
  }

  @Test(arguments: [
    "Version 2 crashes", "Log in fails since Monday", "Other clients work", "OS crashed yesterday",
    "Product crashes, why?", "Logs are attached",
  ])
  func aSentenceThatBeginsLikeAQuestionIsKeptWhole(_ text: String) throws {
    #expect(try read(text).otherTexts == [text])
  }

  @Test(arguments: ["?", "-", "???", "unknown", "don't know", "n/a", "tbd"])
  func anAnswerThatSaysNothingIsKeptAndTheQuestionStaysOpen(_ answer: String) throws {
    let detail = try read("Product version? \(answer)\nOperating system: \(answer)")
    #expect(detail.missing.contains("product.version") && detail.missing.contains("os"))
    #expect(detail.product.version == nil && detail.os.id == nil)
    if answer.contains(where: \.isLetter) { #expect(detail.otherTexts == [answer, answer]) }
  }
}
