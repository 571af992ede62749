import Testing

@testable import Intake

@Suite struct ChatTests {
  @Test(arguments: [
    ["Mia (Support), 06 Mar 2024 11:30", "Robin Example, 06 Mar 2024 10:11"],
    ["*** SUPPORT 17-OCT-2023 04:40 UTC ***", "*** CUSTOMER 17-OCT-2023 03:12 UTC ***"],
    ["**Mia Support** | 6. März 2024 11:30", "**Robin Example** | 6. März 2024 10:11"],
  ])
  func aHeadAboveEachMessageTellsWhoWroteIt(_ heads: [String]) throws {
    let read = try readDocument(
      "Uploads stop\n\n\(heads[1])\nHello.\n\n\(heads[0])\nWhich OS?\n\n\(heads[1])\nDebian 12\n")
    #expect(read.texts(of: .customer) == ["Uploads stop", "Hello.", "Debian 12"])
    #expect(read.texts(of: .support) == ["Which OS?"])
  }

  @Test(arguments: [
    ["[10:14] Mia: ", "[10:15] Robin: "], ["10:14:03 Mia: ", "10:15:09 Robin: "],
    ["Mia (10:14): ", "Robin (10:15): "], ["(10:14:05 AM) Mia: ", "(10:15:07 AM) Robin: "],
    ["02/03/26, 10:14 - Mia: ", "02/03/26, 10:15 - Robin: "],
    ["[02.03.26, 10:14:05] Mia: ", "[02.03.26, 10:15:09] Robin: "],
    ["2026-03-02 10:14 <mia> ", "2026-03-02 10:15 <robin> "],
    ["Mia  10:14 AM\n", "Robin  10:15 AM\n"],
    ["Agent: ", "Customer: "], ["*Suporte:* ", "*Cliente:* "], ["**Agent:** ", "**Kunde:** "],
    ["Agent Mia: ", "Kunde: "],
  ])
  func theOneWhoAsksIsSupport(_ speakers: [String]) throws {
    let read = try readDocument(
      """
      \(speakers[1])Hello, uploads stop.
      \(speakers[0])Which version do you run?
      \(speakers[1])1.3.8b
      \(speakers[0])We saw that in 1.3.7. And the operating system?
      \(speakers[1])Debian 12
      """, name: "chat.txt")
    #expect(read.texts(of: .customer) == ["Hello, uploads stop.", "1.3.8b", "Debian 12"])
    #expect(
      read.texts(of: .support) == [
        "Which version do you run?", "We saw that in 1.3.7. And the operating system?",
      ])
    let messages = read.lines.filter { !$0.text.isEmpty }.map(\.message)
    #expect(messages == messages.sorted() && Set(messages).count == 5)
  }

  @Test func linesBelowATurnAreOfTheSameSpeaker() throws {
    let read = try readDocument(
      """
      [10:14] Support Mia: What do you run?
      [10:15] Robin: this:
      ProFTPD 1.3.8
      on Debian 12
      *** Mia has left the chat
      [10:16] Support Mia: thanks
      """)
    #expect(read.texts(of: .customer) == ["this:", "ProFTPD 1.3.8", "on Debian 12"])
    #expect(read.texts(of: .boilerplate) == ["*** Mia has left the chat"])
  }

  @Test func theHeadOfATranscriptNamesTheRoles() throws {
    let read = try readDocument(
      """
      Visitor: Robin | Browser: Firefox 126 / Windows 10
      Agent: Mia
      [10:14:02] Mia: Hi! What can I do?
      [10:14:31] Robin: which port is it? and why?
      [10:15:02] Mia: 2022. The newest is 1.3.9.
      [10:15:31] Robin: <image omitted>
      [10:15:40] Robin: 1.3.8
      """)
    #expect(read.texts(of: .customer) == ["which port is it? and why?", "1.3.8"])
    #expect(read.texts(of: .support) == ["Hi! What can I do?", "2022. The newest is 1.3.9."])
    #expect(read.texts(of: .boilerplate).count == 3)
  }

  @Test func ofAChannelOneIsTheCustomer() throws {
    let read = try readDocument(
      """
      <robin> my proftpd hangs
      <mia> which version? and distro?
      <robin> 1.3.8
      <kim> here 1.3.9 works
      <mia> debian?
      <robin> 12
      * robin has quit (Ping timeout)
      """)
    #expect(read.texts(of: .customer) == ["my proftpd hangs", "1.3.8", "12"])
    let directives = "<Directory /srv>\n<Limit ALL>\nAllowAll\n</Limit>\n</Directory>\nwhy?"
    #expect(try readDocument(directives).texts(of: .support).isEmpty)
  }

  @Test func whoHasTheSameIsNotTheCustomer() throws {
    let read = try readDocument(
      """
      **robin** 9:12 AM
      uploads stop on 1.3.8

      **it-help (Mia)** 9:14 AM
      which OS?

      **kim** 9:18 AM
      same for me on Windows 11

      **robin** 9:20 AM
      Debian 12
      """, name: "chat.md")
    #expect(read.texts(of: .customer) == ["uploads stop on 1.3.8", "Debian 12"])
  }

  @Test(arguments: [
    "Mar  2 08:14:55 files sshd[12]: started?\nMar  2 08:14:56 files kernel: x\nMar  2 08:14:57 files systemd: y",
    "08:14:55 INFO: a\n08:14:56 ERROR: b?\n08:14:57 WARN: c\n08:14:58 INFO: d",
    "Product: ProFTPD\nVersion: 1.3.8\nOS: Debian 12\nTime: 10:14\nWhy?",
    "2026-03-02 08:14:55,310 files proftpd[2211] x (y[z]): opened\n2026-03-02 08:14:55,482 files proftpd[2211] a: b?",
  ])
  func logsAndFormsAreNoChats(_ text: String) throws {
    let read = try readDocument(text)
    #expect(read.lines.map(\.text) == text.split(separator: "\n").map(String.init))
    #expect(read.lines.allSatisfy { $0.voice == .customer })
  }
}
