import CaseModel
import Foundation
import Testing

@testable import Reports

@Suite struct FollowUpTests {
  private func letter(round: Int = 1, _ questions: [OpenQuestion]) -> FollowUpLetter {
    FollowUpLetter(FollowUp(case: "SUP-1042", round: round, questions: questions))
  }

  private let version = OpenQuestion(
    field: "product.version", text: "Which version of ProFTPD do you use? Is it 1.3.7 or 1.3.8?",
    value: 15, commands: [.init(line: "dpkg -l | grep -i proftpd")])
  private let os = OpenQuestion(
    field: "os", text: "Which operating system does the server run, and which version of it?",
    value: 15,
    commands: [
      .init(on: "Linux", line: "cat /etc/os-release"), .init(on: "macOS", line: "sw_vers"),
    ])

  @Test func theLetterReadsLikeThis() {
    #expect(
      letter([version, os]).text == """
        Hello,

        to rebuild your installation and look into the problem, the following
        would help us most. Short answers are enough; please write them below
        the questions. What you do not know you can leave out.

        1. Which version of ProFTPD do you use? Is it 1.3.7 or 1.3.8?
           This prints the answer:
             dpkg -l | grep -i proftpd

        2. Which operating system does the server run, and which version of it?
           This prints the answer:
             Linux:  cat /etc/os-release
             macOS:  sw_vers

        The information is used solely for support and development and is not
        shared.

        """)
  }

  @Test func everyFormMakesThePromise() throws {
    for questions in [[version], []] {
      #expect(
        letter(questions).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains(FollowUpLetter.promise))
      #expect(try letter(questions).html().contains(FollowUpLetter.promise))
    }
  }

  @Test func afterThreeRoundsACallIsOffered() throws {
    #expect(!letter(round: 3, [os]).text.contains("call"))
    #expect(letter(round: 4, [os]).text.contains("If a short call is easier"))
    #expect(try letter(round: 4, [os]).html().contains("If a short call is easier"))
  }

  @Test func whatACustomerWroteBecomesNoMarkup() throws {
    let hostile = OpenQuestion(
      field: "x", text: "Is it <script>alert(1)</script>\u{1b}[2J\r\nBcc: x or \"&\"\u{301}?",
      value: 1, commands: [.init(on: "<b>", line: "echo '<i>'")])
    let html = try letter([hostile]).html()
    #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"))
    #expect(html.contains("&lt;script&gt;") && !html.contains("\u{1b}"))
    let text = letter([hostile]).text
    #expect(!text.contains("\u{1b}") && !text.contains("\r") && !text.contains("\nBcc"))
  }

  @Test func theTemplateShowsNoTextUnescaped() {
    let template = String(decoding: PackageResources.followup_mustache, as: UTF8.self)
    #expect(!template.contains("{{{") && !template.contains("{{&"))
  }

  private func message(_ subject: String, from: String? = nil) -> MailMessage {
    MailMessage(
      subject: subject, from: from, date: Date(timeIntervalSince1970: 1_793_304_062),
      text: "Grüße\n.\nFrom x\n", html: "<p>Grüße</p>")
  }

  @Test func aMessageIsADraftOfTwoParts() throws {
    let lines = message("[SUP-1] Questions", from: "sam@desk.example").rendered
      .components(separatedBy: "\r\n")
    #expect(
      lines.prefix(8) == [
        "X-Unsent: 1", "From: sam@desk.example", "Subject: [SUP-1] Questions",
        "Date: Thu, 29 Oct 2026 20:01:02 +0000", "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"=_caselab_alternative\"", "",
        "--=_caselab_alternative",
      ])
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(lines.contains(Data("Grüße\n.\nFrom x\n".utf8).base64EncodedString()))
    #expect(lines.suffix(2) == ["--=_caselab_alternative--", ""])
  }

  @Test(arguments: ["a b@x", "x@y\r\nBcc: z@example.com", "@", "ü@example.com", ""])
  func whatIsNoAddressIsNoSender(_ from: String) {
    #expect(!message("s", from: from).rendered.contains("From: "))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\r\nBcc: x", "=?utf-8?B?YQ0KQmNjOiB4?="),
    ("=?utf-8?B?eA==?=", "=?utf-8?B?PT91dGYtOD9CP2VBPT0/PQ==?="), ("é", "=?utf-8?B?w6k=?="),
  ])
  func aHeaderIsPlainOrEncoded(_ text: String, _ header: String) {
    #expect(MailMessage.header(text) == header)
  }

  @Test func aLongHeaderIsFoldedBetweenCharacters() {
    let header = MailMessage.header(String(repeating: "東", count: 40))
    let lines = header.components(separatedBy: "\r\n ")
    #expect(lines.count > 1 && lines.allSatisfy { $0.utf8.count <= 75 })
    let words = lines.map { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) ?? Data() }
    #expect(words.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }
}
