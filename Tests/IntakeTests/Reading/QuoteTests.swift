import Testing

@testable import Intake

@Suite struct QuoteTests {
  @Test func anAnswerBelowAQuestionIsNewerThanTheQuestion() throws {
    let read = try readDocument(
      """
      On Mon, 2 Mar 2026 at 08:14, Mia Support <support@vendor.example> wrote:
      > Which version do you run?
      1.3.8b
      > And the operating system?
      Debian 12
      """)
    #expect(
      read.shown == [
        ".01 On Mon, 2 Mar 2026 at 08:14, Mia Support <support@vendor.example> wrote:",
        "s10 > Which version do you run?", "c01 1.3.8b", "s10 > And the operating system?",
        "c01 Debian 12",
      ])
  }

  @Test func aMailToUsIsOfTheCustomersSide() {
    let lines = documents(
      (
        "a.eml",
        """
        From: Robin Example <robin@example.com>
        To: support@vendor.example
        Subject: Re: Version
        Content-Type: text/plain; charset=utf-8

        I answer for Kim.

        De: Kim Example
        Enviado: lunes, 2 de marzo de 2026
        Para: support@vendor.example
        Asunto: Re: Version

        > Which version do you run?
        1.3.8b
        """
      )
    )[0]
    #expect(
      lines.shown.suffix(2) == ["s10 > Which version do you run?", "c01 1.3.8b"])
  }

  @Test(arguments: [
    "On Mon, 2 Mar 2026 at 08:14, Mia Muster <mia@vendor.example> wrote:",
    "On Mon, 2 Mar 2026 at 08:14, Mia Muster\n<mia@vendor.example> wrote:",
    "Am 02.03.2026 um 08:14 schrieb Mia Muster:",
    "Am Mo., 2. März 2026 um 08:14 Uhr schrieb Mia Muster <mia@vendor.example>:",
    "Le lun. 2 mars 2026 à 08:14, Mia Muster <mia@vendor.example> a écrit :",
    "El lun, 2 mar 2026 a las 8:14, Mia Muster (<mia@vendor.example>) escribió:",
    "Em seg., 2 de mar. de 2026 às 08:14, Mia Muster <mia@vendor.example> escreveu:",
    "Op ma 2 mrt 2026 om 08:14 schreef Mia Muster <mia@vendor.example>:",
    "Dnia 2 marca 2026 08:14 Mia Muster <mia@vendor.example> napisał(a):",
    "W dniu 02.03.2026 o 08:14, Mia Muster pisze:",
    "-----Original Message-----",
    "-----Ursprüngliche Nachricht-----\nVon: Mia Muster\nGesendet: Montag\nBetreff: Frage",
    "-------- Message d'origine --------",
    "From: Mia Muster <mia@vendor.example>\nSent: Monday, 2 March 2026 08:14\nTo: Robin\nSubject: Version",
    "Von: Mia Muster\nGesendet: Montag, 2. März 2026 08:14\nAn: Robin\nBetreff: Version",
    "De : Mia Muster\nEnvoyé : lundi 2 mars 2026 08:14\nÀ : Robin\nObjet : Version",
    "De: Mia Muster\nEnviado el: lunes, 2 de marzo de 2026\nPara: Robin\nAsunto: Versión",
    "Van: Mia Muster\nVerzonden: maandag 2 maart 2026\nAan: Robin\nOnderwerp: Versie",
    "Od: Mia Muster\nWysłano: 2 marca 2026\nDo: Robin\nTemat: Wersja",
    "*From:* Mia Muster\n*Date:* Monday\n*Subject:* Version",
  ])
  func whatFollowsAnIntroductionIsEarlierAndOfTheOtherSide(_ introduction: String) throws {
    for quote in ["> ", ""] where quote.isEmpty || introduction.hasSuffix(":") {
      let read = try readDocument(
        "It is 1.3.8b.\n\n\(introduction)\n\n\(quote)Which version do you run?\n")
      #expect(read.shown.first == "c01 It is 1.3.8b.")
      #expect(
        read.shown.last == "s\(quote.isEmpty ? 0 : 1)0 \(quote)Which version do you run?")
      #expect(read.texts(of: .customer).count == 1)
    }
  }

  @Test func twoMailsBackIsTheCustomerAgain() throws {
    let read = try readDocument(
      """
      Correction: it is 1.3.8.

      On Tue, Mia <mia@vendor.example> wrote at 09:00:
      > Thank you. We tested with 1.3.9.
      >
      > On Mon, 2 Mar 2026, Robin wrote:
      >> It is 1.3.7.
      """)
    #expect(read.texts(of: .customer) == ["Correction: it is 1.3.8.", ">> It is 1.3.7."])
    #expect(read.lines.first { $0.text.hasSuffix("1.3.7.") }?.message == 0)
    #expect(read.lines.first?.message == 2)
  }

  @Test func theHeaderOfAPastedMailIsNoHistory() throws {
    let read = try readDocument(
      "Subject: Uploads stop\nFrom: Robin <robin@example.com>\nDate: Monday\n\nIt is 1.3.8.")
    #expect(
      read.shown == [
        "c00 Subject: Uploads stop", ".00 From: Robin <robin@example.com>", ".00 Date: Monday",
        "c00 It is 1.3.8.",
      ])
  }

  @Test func answersTypedIntoTheMailAreTheCustomers() throws {
    let read = try readDocument(
      """
      From: Robin <robin@customer.example>
      Subject: Version

      Hi, my answers are in blue below.

      From: Support <support@vendor.example>
      Sent: Monday
      Subject: Version

      Another customer had that with 1.2.
      1. Product version (e.g. 1.0):
      1.3.8

      2. Operating system? Debian 12
      Is there anything else?
      If it is older than 1.2, please update.
      Thanks
      """)
    #expect(read.texts(of: .customer).contains("1.3.8"))
    #expect(read.texts(of: .customer).last == "2. Operating system? Debian 12")
    #expect(read.texts(of: .support).contains("Another customer had that with 1.2."))
    #expect(read.texts(of: .support).contains("If it is older than 1.2, please update."))
  }

  @Test func whatACustomerForwardsFromAThirdIsTheCustomersWord() throws {
    let read = try readDocument(
      mail(
        "",
        "See below.\n\nFrom: Kim <kim@third.example>\nSent: Monday\nTo: Robin\nSubject: ls\n\nIt hangs."
      ).replacing("Uploads stop", with: "FW: Uploads stop"), name: "m.eml")
    #expect(read.texts(of: .customer).last == "It hangs.")
    #expect(read.lines.last { $0.voice == .customer }?.isForwarded == true)
  }

  @Test func aColleagueOfTheCustomerSpeaksForTheCustomer() throws {
    let read = try readDocument(
      """
      From: Robin <robin@customer.example>
      Subject: Version

      See below.

      From: Kim <kim@customer.example>
      Sent: Monday
      Subject: Version

      It is 1.3.8.
      """)
    #expect(read.texts(of: .customer).last == "It is 1.3.8.")
  }

  @Test func marksInCodeAndLogsAreNoQuotes() throws {
    let read = try readDocument(
      """
      ```
      > select version();
      ```
      . 2026-03-02 08:14:55.120 Connected
      > 2026-03-02 08:14:55.123 PASV
      | a | b |
      |---|---|
      | 1 | 2 |
      """)
    #expect(read.lines.allSatisfy { $0.depth == 0 })
  }

  @Test func barsQuoteWhereNoTableIs() throws {
    let read = try readDocument("| Which version\n| do you run?\n1.3.8")
    #expect(read.lines.map(\.depth) == [1, 1, 0])
  }

  @Test func aSentenceWithAColonIntroducesNothing() throws {
    let read = try readDocument(
      "The vendor wrote:\nuse 1.3.9\nOn the server we run this:\nDebian 12\nFrom: 1.3.7\nTo: 1.3.8")
    #expect(read.texts(of: .customer).count == 6)
    #expect(read.lines.allSatisfy { $0.message == 0 })
  }

  @Test func whatIsQuotedAgainIsDroppedButForTheQuestionsAboveAnswers() throws {
    let asked = (1...30).map { "Remark \($0) about files." }.joined(separator: "\n")
    let read = documents(
      ("1.txt", asked + "\nWhich version do you run?"),
      (
        "2.txt",
        (asked + "\nWhich version do you run?").split(separator: "\n")
          .map { "> " + $0 }.joined(separator: "\n") + "\n1.3.8"
      ))
    #expect(read.count == 2 && read[0].lines.count == 31)
    #expect(read[1].lines.count == 9 && read[1].lines.last?.text == "1.3.8")
    #expect(read[1].lines.dropLast().last?.text == "> Which version do you run?")
    #expect(read[1].lines.last?.number == 32)
  }

  @Test func aRepeatedQuoteIsAsOldAsWhatItQuotes() throws {
    let read = documents(
      ("1.txt", "It is version 1.3.7."), ("2.txt", "Correction: it is 1.3.8."),
      ("3.txt", "On Mon, 2 Mar 2026, Robin wrote:\n> It is version 1.3.7.\nThanks for the help."))
    let quoted = try #require(read[2].lines.first { $0.depth == 1 })
    #expect(quoted.message == 0 && quoted.voice == .customer)
    #expect(read[1].lines[0].message < (read[2].lines.last?.message ?? 0))
  }
}
