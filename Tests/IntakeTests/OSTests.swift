import CaseModel
import Testing

@Suite struct OSTests {
  @Test(arguments: [
    ("Debian 12", "debian", "12"), ("Debian GNU/Linux 12 (bookworm)", "debian", "12"),
    ("Debian 12.5", "debian", "12.5"),
    ("Debian bookworm", "debian", "12"), ("bullseye", "debian", "11"),
    ("debian-13", "debian", "13"),
    ("Ubuntu 22.04.3 LTS (Jammy Jellyfish)", "ubuntu", "22.04.3"),
    ("Ubuntu Server 20.04", "ubuntu", "20.04"),
    ("ubuntu noble", "ubuntu", "24.04"), ("RHEL 8.6", "rhel", "8.6"), ("RHEL8.6", "rhel", "8.6"),
    ("Red Hat Enterprise Linux Server release 7.9 (Maipo)", "rhel", "7.9"),
    ("Rocky Linux 9.3", "rocky", "9.3"),
    ("AlmaLinux 8", "almalinux", "8"), ("CentOS 7", "centos", "7"),
    ("CentOS Stream 9", "centos", "9"),
    ("Oracle Linux 8.9", "ol", "8.9"), ("Fedora 40", "fedora", "40"), ("SLES 15", "sles", "15"),
    ("SUSE Linux Enterprise Server 12", "sles", "12"),
    ("openSUSE Leap 15.5", "opensuse-leap", "15.5"),
    ("Amazon Linux 2023", "amzn", "2023"), ("Alpine Linux v3.19", "alpine", "3.19"),
    ("Windows Server 2019 Standard", "windows-server", "2019"),
    ("Windows Server 2012 R2", "windows-server", "2012 R2"),
    ("Microsoft Windows 11 23H2", "windows", "11 23H2"), ("Windows 2016", "windows-server", "2016"),
    ("macOS 14.2", "macos", "14.2"), ("FreeBSD 13.2", "freebsd", "13.2"), ("AIX 7.3", "aix", "7.3"),
    ("Solaris 11.4", "solaris", "11.4"), ("Debian 12, upgraded from Debian 11", "debian", "12"),
    ("Debian 12 (no Windows)", "debian", "12"),
    ("Server: Debian 12, client: Windows 11", "debian", "12"),
  ])
  func theUsualOnesAreRecognised(_ answer: String, _ id: String, _ version: String) throws {
    let detail = try read("Operating system name and version? \(answer)")
    #expect(detail.os == .init(id: id, version: version))
    #expect(detail.unclear.isEmpty)
    #expect(detail.evidence["os.version"]?.text.contains(answer) == true)
  }

  @Test(arguments: [
    ("RHEL 7/8", "os.version: 7 | 8"), ("Debian 11 or 12", "os.version: 11 | 12"),
    ("Debian 11 (bookworm)", "os.version: 11 | 12"),
    ("Debian 12 and Ubuntu 22.04", "os: debian 12 | ubuntu 22.04"),
  ])
  func whatContradictsItselfIsUnclear(_ answer: String, _ expected: String) throws {
    let detail = try read("Operating system name and version? \(answer)")
    #expect(detail.os.version == nil && detail.unclearFields == [expected])
  }

  @Test func aVersionThatIsNotStatedIsMissing() throws {
    let detail = try read("Operating system name and version? Debian, 12 users")
    #expect(detail.os == .init(id: "debian"))
    #expect(detail.missing.contains("os.version") && !detail.missing.contains("os"))
    #expect(detail.otherTexts == ["Debian, 12 users"])
  }

  @Test func theClientsSystemIsNotTheServers() throws {
    let detail = try read("Operating system: Debian 12\nclients run Windows 11 23H2")
    #expect(
      detail.os.id == "debian" && detail.client?.os == .init(id: "windows", version: "11 23H2"))
  }

  @Test func aSystemNamedWithTheProductIsLessSure() throws {
    let detail = try read("Product version? ProFTPD 1.3.8 on Debian 12, amd64")
    #expect(detail.os == .init(id: "debian", version: "12") && detail.arch == "x86_64")
    #expect(detail.evidence["os.version"]?.confidence == 0.9)
    let answered = try read(
      "Product version? ProFTPD 1.3.8 on Debian 12\nOperating system: Debian 11")
    #expect(answered.os.version == "11")
  }

  @Test(arguments: [
    "Backups come from another machine: Debian 11, rclone 1.66.",
    "The Lehrerlaptops (all Windows 10) see it too.",
    "Other side: an integration on Red Hat 7.9 with OpenSSH 7.4",
    "In our test environment (2.4.0, Rocky 9, one node) it works.",
    "SFTPGo 2.4.0 on Debian 11 is fine - that's the test server.",
    "The partner's folder is mounted in Finder (macOS Ventura 13.6).",
  ])
  func theSystemOfSomethingElseIsNotTheServers(_ sentence: String) throws {
    let detail = try read("SFTPGo 2.5.0 on Ubuntu 22.04 is slow.\n\n\(sentence)")
    #expect(detail.os == .init(id: "ubuntu", version: "22.04"))
    #expect(detail.product.version == "2.5.0" && detail.unclear.isEmpty)
  }

  @Test(arguments: [
    "Nächsten Monat stellen wir auf Debian 13 um, der Loadbalancer (Kemp) kommt erst dann.",
    "Next month this box goes to Debian 13.", "Le mois prochain on sera sous Debian 13.",
    "El próximo mes estaremos en Debian 13.", "Volgende maand draait dit op Debian 13.",
    "W przyszłym miesiącu będzie Debian 13.",
  ])
  func whatComesNextMonthDoesNotRunYet(_ sentence: String) throws {
    let detail = try read("SFTPGo 2.5.0 on Ubuntu 22.04 is slow.\n\n\(sentence)")
    #expect(detail.os == .init(id: "ubuntu", version: "22.04"))
    #expect(detail.integrations.isEmpty && detail.unclear.isEmpty)
  }

  @Test func theSystemOfAClientProgramIsItsOwn() throws {
    let detail = try read(
      "WinSCP 6.3.2 on Windows 10 22H2 hangs. The server end is ProFTPD 1.3.7e on Debian 11.",
    )
    #expect(
      detail.product.name == "winscp" && detail.os == .init(id: "windows", version: "10 22H2"))
  }

  @Test func aLineThatBeginsWithANumberGoesOn() throws {
    let detail = try read(
      "SFTPGo hangs since we moved it over to a new host with Debian\n12. Locking still fails.")
    #expect(detail.os == .init(id: "debian", version: "12"))
  }
}
