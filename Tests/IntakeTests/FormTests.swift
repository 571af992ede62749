import CaseModel
import Testing

@Suite struct FormTests {
  @Test(arguments: [
    "Protocols: [x] SFTP  [ ] FTP  [x] FTPS", "Protocols   ( ) FTP  (x) SFTP  (o) FTPS",
    "Protocols:\n[x] SFTP\n[ ] FTP\n[x] FTPS", "## Protocols\n\n- [x] SFTP\n- [ ] FTP\n- [X] FTPS",
    "Protocols: ☒ SFTP ☐ FTP ☑ FTPS", "Protocols ...: [ ] FTP   [x] SFTP\n               [x] FTPS",
    "| SFTP | [x] |\n| FTP | [ ] |\n| FTPS | ☑ |", "SFTP [x]   FTP [ ]   FTPS [x]",
  ])
  func onlyWhatIsTickedIsInUse(_ text: String) throws {
    let detail = try read(text)
    #expect(detail.protocols.sorted() == ["ftps", "sftp"] && detail.denied.isEmpty)
  }

  @Test func dotsLeadFromALabelToItsAnswer() throws {
    let detail = try read(
      """
      Product ............... ProFTPD
      Product version ....... 1.3.8b
      Operating system ...... Debian
      OS version / build .... 12
      Load balancer ......... no
      Proxy ................. Squid
      """)
    #expect(detail.product.version == "1.3.8b" && detail.os.version == "12")
    #expect(detail.deniedKinds == ["load-balancer"])
    #expect(detail.integrations.map(\.kind) == ["proxy"])
  }

  @Test func aBoxThatIsNotTickedDeniesNothing() throws {
    let detail = try read("Environment: [ ] LDAP  [ ] Proxy\nAntivirus: [ ]\n[ ] Load balancer")
    #expect(detail.integrations.isEmpty && detail.denied.isEmpty)
  }

  @Test(arguments: [
    "| | Server | Client |\n|---|---|---|\n| Software | ProFTPD 1.3.8b | rclone 1.63.1 |\n| OS | Debian 12 | Windows 11 23H2 |\n| Proxy | none | Squid |",
    "| Punkt | Server | Klient |\n|---|---|---|\n| Software | ProFTPD 1.3.8b | rclone 1.63.1 |\n| Betriebssystem | Debian 12 | Windows 11 23H2 |\n| Proxy | keiner | Squid |",
  ])
  func aColumnOfATableMayBeTheClients(_ text: String) throws {
    let detail = try read(text)
    #expect(detail.product.version == "1.3.8b" && detail.os.id == "debian")
    #expect(detail.client?.os == .init(id: "windows", version: "11 23H2"))
    #expect(detail.client?.software == .init(name: "rclone", version: "1.63.1"))
    #expect(detail.deniedKinds == ["proxy"] && detail.integrations.isEmpty)
  }

  @Test func otherProtocolsStandBesideTheOnesThatWereNamed() throws {
    let detail = try read(
      "The SFTP adapter of ProFTPD is slow.\n\nOther protocols: AS2\nTime zone: Europe/Warsaw")
    #expect(Set(detail.protocols) == ["sftp", "as2"])
  }

  @Test(arguments: ["Antivirus: não sei", "Antivirus: no idea", "Antivirus: keine Ahnung"])
  func whoDoesNotKnowDeniesNothing(_ answer: String) throws {
    let detail = try read("ProFTPD 1.3.8b on Debian 12\n\n\(answer)")
    #expect(detail.denied.isEmpty && detail.integrations.isEmpty)
  }

  @Test func bracketsInASentenceAreNoBoxes() throws {
    let detail = try read("What ProFTPD 1.3.8 on Debian 12 answers to the client is []")
    #expect(detail.product.version == "1.3.8" && detail.os.version == "12")
  }

  @Test func aTickForNoDenies() throws {
    let detail = try read("Antivirus (ICAP)   ( ) yes  (o) no\nProxy: [x] no [ ] yes")
    #expect(Set(detail.deniedKinds) == ["antivirus", "proxy"])
    let none = try read(
      "It hangs.\n\n#### Behind a proxy or firewall?\n\n- [ ] proxy\n- [x] none of the two")
    #expect(Set(none.deniedKinds) == ["proxy", "firewall"] && none.integrations.isEmpty)
  }

  @Test func theChoicesOfAnotherAnswerAreItsWords() throws {
    let detail = try read("Your product *   ( ) ProFTPD   (o) other: Foo Transfer Hub")
    #expect(detail.product.name == "foo transfer hub")
  }

  @Test(arguments: [
    "Operating system (e.g. Windows Server 2019): Debian 12",
    "Operating system\n (e.g. Windows Server 2019): Debian 12",
    "System operacyjny (np. Windows Server 2019): Debian 12",
    "Betriebssystem (z. B. Windows Server 2019)\nDebian 12\nZeitzone\nEurope/Vienna",
    "Sistema operativo (p. ej. Windows Server 2019, RHEL 9): Debian 12",
    "OS: Debian\nVersion: 12", "- OS Debian\n- Version 12", "OS *          Debian 12",
    "Operating system (Windows 11, Debian 11, 12)?\n12\n",
  ])
  func aFormsExamplesAreNoAnswer(_ text: String) throws {
    let detail = try read(text)
    #expect(detail.os.id == "debian" && detail.os.version == "12")
    #expect(detail.product.version == nil)
  }

  @Test func examplesThatAreWrappedBelongToTheQuestion() throws {
    let detail = try read(
      """
      Integrations (e.g. firewall, proxy, LDAP, SSO,
       high availability):   only a firewall. No LDAP.
      """)
    #expect(detail.kinds == ["firewall"] && detail.deniedKinds == ["ldap"])
  }

  @Test func aLabelThatListsWhatMayBeThereSaysNothing() throws {
    let detail = try read("Firewall, proxy, LDAP, SSO: a FortiGate, and no proxy")
    #expect(detail.kinds == ["firewall"] && detail.deniedKinds == ["proxy"])
    #expect(Set(try read("Proxy, LDAP, SSO: no").deniedKinds) == ["proxy", "ldap", "sso"])
  }

  @Test func anotherQuestionBehindTheChoicesIsReadToo() throws {
    let detail = try read("Czy jest zapora? (x) tak ( ) nie   Jaka? FortiGate")
    #expect(detail.integrations.map(\.name) == ["FortiGate"])
    let ticked = "## Reverse proxy\n\n- [ ] nginx\n- [ ] Apache\n- [ ] Traefik\n- [x] Caddy 2.7"
    #expect(try read("Product: ProFTPD\n\n" + ticked).kinds == ["proxy"])
  }

  @Test func alignedWordsAreLabelsAndAnswers() throws {
    let detail = try read(
      """
      Fields:
        Product            ProFTPD
        Product version    1.3.8
        Operating system   Debian 12
        HA                 no
      """)
    #expect(detail.product == .init(name: "proftpd", version: "1.3.8"))
    #expect(detail.os.id == "debian" && detail.deniedKinds == ["ha"])
  }

  @Test func aFieldLeftEmptyAsksNothingOfTheNext() throws {
    let detail = try read(
      "Product: ProFTPD 1.3.8\nTime zone:\nClients: various\n\nUploads stop at 10:00 UTC+1 sharp.")
    #expect(detail.timezone == nil)
    #expect(try read("| Load balancer | - |\n| OS | Debian 12 |").integrations.isEmpty)
  }

  @Test func theVersionBelowAComponentIsItsOwn() throws {
    let detail = try read(
      "Product: ProFTPD\nVersion: 1.3.8\n\nDatabase:\nType: mysql\nVersion: 10.3.11")
    #expect(detail.product.version == "1.3.8" && detail.kinds == ["database"])
  }

  @Test func whatIsWrongIsNoAnswerToTheQuestionAboveIt() throws {
    let detail = try read(
      "Operating system:\nDebian 12\nMessage: our old server with CentOS 7 had no such trouble")
    #expect(detail.os.id == "debian" && detail.os.version == "12")
  }

  @Test func aClientsAnswerIsTheClientsAlsoWhereMoreIsTold() throws {
    let detail = try read(
      "Product: ProFTPD\nOS: Debian 12\nClient = WinSCP 6.1 on Windows 11. We have no proxy, only a firewall, and one server."
    )
    #expect(detail.os.id == "debian" && detail.client?.os?.id == "windows")
    #expect(try read("OS: Windows Server 2019\nBitness: 64 bit").arch == "x86_64")
  }

  @Test func belowASummaryMoreIsToldThanATitle() throws {
    let detail = try read("# Uploads stop\n\n## Summary\n\nProFTPD 1.3.8 on Debian 12 stops.")
    #expect(detail.product == .init(name: "proftpd", version: "1.3.8"))
  }

  @Test func twoLabelsOnALineAreTwo() throws {
    let detail = try read("ProFTPD: 1.3.8  OS: Debian 12")
    #expect(detail.product.version == "1.3.8" && detail.os.id == "debian")
  }

  @Test(arguments: [
    ("Which OS? Windows Server 2016, 2019, 2022?", "2019", "windows-server", "2019"),
    (
      "And it runs on Linux or Windows?", "windows server\n[10:16] Robin: 2022", "windows-server",
      "2022"
    ),
    ("version & OS please?", "1.3.8\n[10:16] Robin: Debian 12", "debian", "12"),
    ("which macos", "Sonoma 14.4.1", "macos", "14.4.1"),
    ("Please tell us your operating system: Debian 11, 12?", "12", "debian", "12"),
  ])
  func aShortAnswerInAChatIsOfWhatWasAsked(
    _ question: String, _ answer: String, _ id: String, _ version: String
  ) throws {
    let detail = try read(
      "[10:14] Robin: uploads stop?\n[10:15] Support: \(question)\n[10:15] Robin: \(answer)")
    #expect(detail.os.id == id && detail.os.version == version)
  }

  @Test func aQuestionAskedBackLeavesTheFirstOneOpen() throws {
    let detail = try read(
      """
      [10:14] Robin: our proftpd hangs
      [10:15] Support: Which version is it?
      [10:15] Robin: where do i see
      [10:16] Support: In the first line of the log.
      [10:17] Robin: 1.3.8
      [10:18] Support: HA set?
      [10:18] Robin: whats that
      [10:19] Support: Two or more of them.
      [10:19] Robin: ah no just this one
      """)
    #expect(detail.product.version == "1.3.8" && detail.deniedKinds == ["ha"])
  }
}
