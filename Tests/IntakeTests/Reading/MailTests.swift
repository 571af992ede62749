import CaseModel
import Foundation
import Testing

@testable import Intake

/// A mail of these header fields and this body.
func mail(_ headers: String = "", _ body: String) -> String {
  """
  From: Robin Example <robin@example.com>
  To: support@vendor.example
  Subject: Uploads stop
  Date: Mon, 2 Mar 2026 08:14:55 +0100
  MIME-Version: 1.0
  \(headers.isEmpty ? "Content-Type: text/plain; charset=utf-8" : headers)

  \(body)
  """
}

func multipart(_ kind: String, _ parts: String..., boundary: String = "xx") -> (String, String) {
  let body = parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
  return ("Content-Type: multipart/\(kind); boundary=\"\(boundary)\"", body)
}

@Suite struct MailTests {
  private func read(_ text: String, _ name: String = "m.eml") -> [Document] {
    documents((name, text))
  }

  @Test func theSubjectIsTheFirstLineAndTheHeaderIsNot() throws {
    let read = try #require(read(mail("", "It is 1.3.8.")).first)
    #expect(read.kind == .letter && read.name == "m.eml")
    #expect(read.shown == ["c00 Subject: Uploads stop", "c00 It is 1.3.8."])
  }

  @Test(arguments: [
    (
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
      "Z=C3=BCrich 1.3=\n.8"
    ),
    (
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
      "WsO8cmljaCAxLjMuOA=="
    ),
    (
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
      "Z=FCrich 1.3.8"
    ),
    ("Content-Type: text/plain; charset=iso-8859-1", "Zürich 1.3.8"),
    ("Content-Type: text/plain; charset=us-ascii", "Zürich 1.3.8"),
    ("Content-Type: text/plain; charset=\"no-such-set\"", "Zürich 1.3.8"),
    (
      "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64",
      "WgD8AHIAaQBjAGgAIAAxAC4AMwAuADgA"
    ),
    (
      "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable",
      "Z=C3=BCrich 1.3.8"
    ),
    ("Content-Type: text/html; charset=utf-8", "<p>Z&uuml;rich <b>1.3.8</b></p>"),
    ("Content-Type: text/html", "<html><meta charset=utf-16><body>Zürich 1.3.8"),
  ])
  func everyEncodingIsRead(_ headers: String, _ body: String) throws {
    let read = try #require(read(mail(headers, body)).first)
    #expect(read.texts(of: .customer) == ["Subject: Uploads stop", "Zürich 1.3.8"])
  }

  @Test func foreignCharacterSetsAreConverted() throws {
    let headers = """
      Content-Type: text/plain; charset=koi8-r
      Content-Transfer-Encoding: quoted-printable
      """
    let read = try #require(read(mail(headers, "=F7=C5=D2=D3=C9=D1 1.3.8")).first)
    #expect(read.texts(of: .customer).last == "Версия 1.3.8")
  }

  @Test func bytesThatNoCharacterSetExplainsAreLessSure() throws {
    let bytes = Array(mail("", "Z").utf8) + [0xFC] + Array("rich 1.3.8".utf8)
    let read = Reading.documents(of: [TicketFile(name: "m.eml", bytes: bytes)]).documents
    #expect(read.first?.lines.last?.text == "Zürich 1.3.8")
    #expect(read.first?.lines.last?.confidence == 0.8)
  }

  @Test func encodedSubjectsAreRead() throws {
    let text = mail("", "x").replacing(
      "Uploads stop", with: "=?utf-8?Q?=C3=9Cbertragung?= =?utf-8?B?IGVuZGV0?=")
    #expect(read(text).first?.lines.first?.text == "Subject: Übertragung endet")
  }

  @Test func thePlainTextIsPreferredUnlessItIsEmpty() throws {
    let html = "Content-Type: text/html\n\n<p>It is <b>1.3.9</b></p>"
    for (plain, expected) in [
      ("It is 1.3.8", "It is 1.3.8"), ("  ", "It is 1.3.9"),
      ("This message needs an HTML viewer.", "It is 1.3.9"),
    ] {
      let (headers, body) = multipart("alternative", "Content-Type: text/plain\n\n\(plain)", html)
      #expect(read(mail(headers, body)).first?.texts(of: .customer).last == expected)
    }
  }

  @Test func attachmentsAreDocumentsOfTheirOwn() throws {
    let log =
      "Content-Type: text/plain; name=\"server.log\"\nContent-Disposition: attachment\n\na log"
    let conf =
      "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=utf-8''pr%C3%B6.conf\n\nU2VydmVyTmFtZSB4"
    let logo = "Content-Type: image/png\nContent-ID: <logo>\n\nx"
    let photo =
      "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    let (headers, body) = multipart(
      "mixed", "Content-Type: text/plain\n\nhello", log, conf, logo, photo)
    let (found, troubles) = Reading.documents(of: [
      TicketFile(name: "m.eml", bytes: Array(mail(headers, body).utf8))
    ])
    #expect(found.map(\.name) == ["m.eml", "m.eml: server.log", "m.eml: prö.conf"])
    #expect(found.map(\.kind) == [.letter, .attachment, .attachment])
    #expect(found.map { $0.lines.last?.text } == ["hello", "a log", "ServerName x"])
    #expect(Set(found.flatMap { $0.lines.map(\.message) }) == [0])
    #expect(troubles.map(\.sentence) == ["m.eml: a.png: is an image; not read"])
  }

  @Test func aForwardedMailIsAnEarlierLetter() throws {
    let inner = mail("", "It is 1.3.7.").replacing("Uploads stop", with: "First")
    let (headers, body) = multipart(
      "mixed", "Content-Type: text/plain\n\nIt is 1.3.8.",
      "Content-Type: message/rfc822\n\n\(inner)")
    let found = read(mail(headers, body))
    #expect(found.map(\.name) == ["m.eml: First", "m.eml"])
    #expect(found.map { $0.lines.last?.text } == ["It is 1.3.7.", "It is 1.3.8."])
    #expect(found.map { $0.lines.last?.message } == [0, 1])
  }

  @Test func whatOnlyOutlookOrAKeyCanOpenIsSaid() throws {
    let parts = [
      "Content-Type: application/ms-tnef; name=winmail.dat\n\nx",
      "Content-Type: multipart/encrypted; boundary=yy\n\n--yy\n\nsecret\n--yy--",
      "Content-Type: application/pkcs7-mime\n\nx",
    ]
    for part in parts {
      let (headers, body) = multipart("mixed", "Content-Type: text/plain\n\nhello", part)
      let (found, troubles) = Reading.documents(of: [
        TicketFile(name: "m.eml", bytes: Array(mail(headers, body).utf8))
      ])
      #expect(found.count == 1 && troubles.count == 1, "\(part)")
    }
  }

  @Test func aMailboxIsReadInTheOrderOfItsDates() throws {
    let late = mail("", "It is 1.3.8.").replacing("2 Mar", with: "9 Mar")
    let ours = mail("", "Which version?").replacing("2 Mar", with: "4 Mar")
      .replacing("Robin Example <robin@example.com>", with: "Support <support@vendor.example>")
    let box = [late, mail("", "It is 1.3.7."), ours]
      .map { "From robin Mon Mar  2 08:14:55 2026\n\($0)\n\n" }.joined()
    let found = read(box, "box.mbox")
    #expect(found.map(\.name) == ["box.mbox: mail 1", "box.mbox: mail 2", "box.mbox: mail 3"])
    let last = found.map { $0.shown.last }
    #expect(last == ["c00 It is 1.3.7.", "s01 Which version?", "c02 It is 1.3.8."])
  }

  @Test func strangersOnAMailingListAreNotTheCustomer() throws {
    let first = mail("", "It is 1.3.8.").replacing("Uploads stop", with: "[files-users] Uploads")
    let other = first.replacing("It is 1.3.8.", with: "Same with 1.3.9.")
      .replacing("Robin Example <robin@example.com>", with: "Kim <kim@elsewhere.example>")
      .replacing("2 Mar", with: "3 Mar")
    let box = [first, other].map { "From robin Mon Mar  2 08:14:55 2026\n\($0)\n\n" }.joined()
    let found = read(box, "box.mbox").flatMap { $0.texts(of: .customer) }
    #expect(found.contains("It is 1.3.8.") && !found.contains("Same with 1.3.9."))
  }

  @Test func whomTheCustomerWritesToIsOurSide() throws {
    let ours = mail("", "Which version?").replacing("2 Mar", with: "4 Mar")
      .replacing("Robin Example <robin@example.com>", with: "Mia <mia@vendor.example>")
    let box = [mail("", "Uploads stop."), ours]
      .map { "From robin Mon Mar  2 08:14:55 2026\n\($0)\n\n" }.joined()
    #expect(read(box, "box.mbox").last?.texts(of: .support).contains("Which version?") == true)
  }

  @Test func wrappedLinesOfFlowedTextAreJoined() throws {
    let read = try #require(
      read(
        mail(
          "Content-Type: text/plain; format=flowed",
          "The system is Debian \n12 on x86_64.\n> Which \n> one?\nnext\n-- \nRobin")
      ).first)
    #expect(
      read.texts(of: .customer) == [
        "Subject: Uploads stop", "The system is Debian 12 on x86_64.", "next",
      ])
    #expect(read.texts(of: .support) == ["> Which one?"])
  }

  @Test func aTruncatedMailIsReadAsFarAsItGoes() throws {
    let (headers, body) = multipart(
      "mixed", "Content-Type: text/plain\n\nIt is 1.3.8.",
      "Content-Type: text/plain; name=a.log\n\nlog")
    let whole = Array(mail(headers, body).utf8)
    for count in stride(from: 150, to: whole.count, by: 7) {
      let found = Reading.documents(of: [TicketFile(name: "m.eml", bytes: Array(whole[..<count]))])
      #expect(!found.documents.isEmpty || !found.troubles.isEmpty)
    }
  }

  @Test func mailsWithinMailsWithinMailsAreBounded() {
    for piece in [
      "Content-Type: message/rfc822\n\nSubject: x\n",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    ] {
      let text = "From: a@example.com\nMIME-Version: 1.0\n" + String(repeating: piece, count: 5000)
      let (found, troubles) = Reading.documents(of: [
        TicketFile(name: "m.eml", bytes: Array(text.utf8))
      ])
      #expect(found.count <= ReadingLimits.nesting + 2 && !troubles.isEmpty)
    }
  }

  @Test func aMailOnDiskIsReadLikeOneInMemory() throws {
    let text = mail("", "It is 1.3.8.")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).eml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let found = Reading.documents(of: [TicketFile(name: "m.eml", path: file.path)]).documents
    #expect(found.first?.shown == read(text).first?.shown)
  }
}
