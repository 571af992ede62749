import Testing

@testable import Intake

@Suite struct LabelledOutputTests {
  @Test func `hostnamectl gives system and architecture`() {
    let facts = Facts(
      """
       Static hostname: drop
             Icon name: computer-vm
        Virtualization: kvm
      Operating System: Ubuntu 22.04.3 LTS
                Kernel: Linux 5.15.0-91-generic
          Architecture: arm64
      """)
    #expect(facts.firm == ["os ubuntu 22.04.3", "arch aarch64"])
    #expect(facts.isAllUsed)
  }

  @Test func `lsb_release gives the release it names`() {
    let facts = Facts(
      "Distributor ID: Debian\nDescription:    Debian GNU/Linux 12 (bookworm)\nRelease:        12\nCodename:       bookworm"
    )
    #expect(facts.firm == ["os debian 12"])
    #expect(facts.isAllUsed)
  }

  @Test func `systeminfo is read in English and German, with its network cards`() {
    let facts = Facts(
      """
      Host Name:                 FTP01
      OS Name:                   Microsoft Windows Server 2019 Standard
      OS Version:                10.0.17763 N/A Build 17763
      System Type:               x64-based PC
      System Locale:             en-us;English (United States)
      Time Zone:                 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
      Network Card(s):           1 NIC(s) Installed.
                                 [01]: Invented Adapter
                                       Connection Name: Ethernet
      """)
    #expect(
      facts.firm == [
        "os windows-server 2019", "arch x86_64", "zone Europe/Berlin", "locale en-us",
      ])
    #expect(facts.isAllUsed)
    let german = Facts(
      """
      Betriebssystemname:                            Microsoft Windows 10 Pro
      Betriebssystemversion:                         10.0.19045 Nicht zutreffend Build 19045
      Systemtyp:                                     x64-basierter PC
      """)
    #expect(german.firm == ["os windows 10", "arch x86_64"])
  }

  @Test func `sw_vers gives the version of macOS and no build`() {
    let facts = Facts(
      "```\n$ sw_vers\nProductName:\t\tmacOS\nProductVersion:\t\t14.2.1\nBuildVersion:\t\t23C71\n$ uname -m\narm64\n```"
    )
    #expect(facts.firm == ["os macos 14.2.1", "arch aarch64"])
    #expect(facts.used == [1, 2, 3, 4, 5, 6])
  }

  @Test func `timedatectl, localectl and locale give zone and locale`() {
    let facts = Facts(
      """
      $ timedatectl | grep zone
                      Time zone: Europe/Vienna (CEST, +0200)
      $ locale
      LANG=de_AT.UTF-8
      LC_CTYPE="de_AT.UTF-8"
      LC_ALL=
      """)
    #expect(facts.firm == ["zone Europe/Vienna", "locale de_AT.UTF-8"])
    #expect(facts.isAllUsed)
    #expect(Facts("   System Locale: LANG=pt_BR.UTF-8").firm == ["locale pt_BR.UTF-8"])
  }

  @Test func `a form's questions are no commands`() {
    let facts = Facts(
      "Locale: de_DE.UTF-8\nTime zone: CET\nDate: 2026-04-06\nVersion: 7\nOS Name: x")
    #expect(facts.used.isEmpty && facts.claims.isEmpty)
  }

  @Test func `date's zone is firm behind its command and else a hint`() {
    #expect(Facts("$ date\nMon Apr  6 11:20:31 CEST 2026").firm == ["zone CEST"])
    #expect(Facts("Mon Apr  6 11:20:31 CEST 2026").hints == ["zone CEST"])
  }

  @Test(arguments: [
    "Operating System: Debian 12",
    "Version: 1.3.8b",
    "Architecture: 64 bit",
    "Release: last week",
    "Description: uploads of large files stop",
    "Time zone: CET",
    "Domain: example.com",
    "Hostname: ftp.example.com",
    "Kernel panics were not seen.",
    "Red Hat support told us to ask you.",
    "Debian 12",
    "Windows Server 2019",
    "Linux is what we run, and it is 5.10 or so.",
    "Server: Ubuntu 22.04, ProFTPD 1.3.5",
    "LANG is not set.",
    "Client: FileZilla 3.66",
    "ProFTPD Version 1.3.8b on Debian 12 with FTPS",
    "OpenSSL 3.0.7 is what it is linked with, I think.",
    "Docker version 24 is used by us, build it yourself",
    "Mon 6 Apr 2026 we changed the firewall",
    "$ 50 is what we pay.",
    "# Server",
    "Version 22H2 of Windows",
    "date: 12.5.2026",
    "rclone v1.65 hangs",
    "curl 8.5.0 (the newest) fails with libcurl/8.5.0 too",
    "vsftpd 3.0.3-36.el8.x86_64",
  ])
  func `what a person writes is left to the readers of prose`(line: String) {
    let facts = Facts(line)
    #expect(facts.used.isEmpty)
    #expect(facts.firm.isEmpty)
  }
}
