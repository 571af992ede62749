import Testing

@testable import Intake

@Suite struct SystemOutputTests {
  @Test func `os-release gives ID and VERSION_ID, and all its lines are used`() {
    let facts = Facts(
      """
      $ cat /etc/os-release
      NAME="Oracle Linux Server"
      VERSION="8.9"
      ID="ol"
      ID_LIKE="fedora"
      VERSION_ID="8.9"
      PRETTY_NAME="Oracle Linux Server 8.9"
      ORACLE_BUGZILLA_PRODUCT="Oracle Linux 8"
      """)
    #expect(facts.firm == ["os ol 8.9"])
    #expect(facts.claims.first?.evidence.line == 6)
    #expect(facts.isAllUsed)
  }

  @Test func `os-release is read in a quoted mail, a fence and a list`() {
    #expect(Facts("> > ID=debian\n> > VERSION_ID=\"12\"").firm == ["os debian 12"])
    #expect(Facts("```\n  ID=rocky\n  VERSION_ID=\"9.3\"\n```").firm == ["os rocky 9.3"])
    #expect(Facts("PRETTY_NAME=\"Ubuntu 22.04.3 LTS\"").firm == ["os ubuntu 22.04.3"])
  }

  @Test(arguments: [
    ("Red Hat Enterprise Linux release 8.6 (Ootpa)", "os rhel 8.6"),
    ("CentOS Linux release 7.9.2009 (Core)", "os centos 7.9"),
    ("CentOS Stream release 9", "os centos 9"),
    ("AlmaLinux release 9.3 (Shamrock Pampas Gallinule)", "os almalinux 9.3"),
    ("Oracle Linux Server release 8.9", "os ol 8.9"),
    ("Amazon Linux release 2 (Karoo)", "os amzn 2"),
    ("Debian GNU/Linux 12 \\n \\l", "os debian 12"),
    ("Ubuntu 22.04.3 LTS \\n \\l", "os ubuntu 22.04.3"),
    ("Microsoft Windows [Version 10.0.19045.3930]", "os windows 10"),
    ("Microsoft Windows [Versión 10.0.22631.2861]", "os windows 11"),
    ("Microsoft Windows [Version 10.0.20348.2113]", "os windows-server 2022"),
    ("                   Oracle Solaris 11.4 X86", "os solaris 11.4"),
    ("  Oracle Solaris 10 1/13 s10x_u11wos_24a X86", "os solaris 10"),
  ])
  func `one line of a release file names the system`(line: String, fact: String) {
    let facts = Facts(line)
    #expect(facts.firm == [fact])
    #expect(facts.isAllUsed)
  }

  @Test func `a system's plain name is output behind a command, and else a person's`() {
    let asked = Facts("$ lsb_release -ds\nDebian GNU/Linux 12 (bookworm)")
    #expect(asked.firm == ["os debian 12"] && asked.isAllUsed)
    let windows = Facts(
      "PS C:\\> (Get-CimInstance Win32_OperatingSystem).Caption\nMicrosoft Windows Server 2012 R2 Standard"
    )
    #expect(windows.firm == ["os windows-server 2012 R2"])
    #expect(Facts("Debian GNU/Linux 12 (bookworm)\nMicrosoft Windows Server 2019").used.isEmpty)
  }

  @Test func `uname gives the architecture, and the kernel's marks are hints only`() {
    let debian = Facts(
      "Linux web1 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux"
    )
    #expect(debian.firm == ["arch x86_64"])
    #expect(debian.hints == ["os debian"])
    let rhel = Facts(
      "Linux db 4.18.0-372.el8.x86_64 #1 SMP Wed Apr 6 10:00:00 EDT 2022 x86_64 x86_64 x86_64 GNU/Linux"
    )
    #expect(rhel.firm == ["arch x86_64"])
    #expect(rhel.hints.isEmpty)
  }

  @Test(arguments: [
    (
      "FreeBSD fs1 13.2-RELEASE-p4 FreeBSD 13.2-RELEASE-p4 GENERIC amd64",
      ["os freebsd 13.2", "arch x86_64"]
    ),
    ("AIX node7 2 7 00F84C034C00", ["os aix 7.2"]),
    ("SunOS sun1 5.11 11.4.42.111.0 sun4v sparc sun4v", ["os solaris 11.4", "arch sparc64"]),
    ("SunOS sun1 5.10 Generic_150401-49 i86pc i386 i86pc", ["os solaris 10"]),
    ("HP-UX hp1 B.11.31 U ia64 0123456789 unlimited-user license", ["os hpux 11.31", "arch ia64"]),
  ])
  func `uname of other systems gives their version`(line: String, expected: [String]) {
    #expect(Facts(line).firm == expected)
  }

  @Test func `an answer may be a uname line behind its label`() {
    let facts = Facts("OS: Linux web1 4.18.0-372.el8.x86_64 #1 SMP x86_64 x86_64 GNU/Linux")
    #expect(facts.firm == ["arch x86_64"])
    #expect(facts.isAllUsed)
    let prose = Facts("ProFTPD 1.3.8 on Linux web1 5.10.0 #1 SMP x86_64 GNU/Linux")
    #expect(prose.firm == ["arch x86_64"])
    #expect(prose.used.isEmpty)
  }

  @Test func `a bare value is read behind the command that prints it`() {
    let facts = Facts(
      """
      $ uname -m
      aarch64
      [root@hub ~]# cat /etc/debian_version
      12.5
      $ oslevel -s
      7200-05-03-2148
      $ freebsd-version
      13.2-RELEASE-p4
      $ cat /etc/timezone
      Europe/Lisbon
      """)
    #expect(
      facts.firm == [
        "arch aarch64", "os debian 12.5", "os aix 7.2", "os freebsd 13.2", "zone Europe/Lisbon",
      ])
    #expect(facts.isAllUsed)
  }

  @Test func `a bare value without its command is nobody's`() {
    #expect(Facts("aarch64\n12.5\n7.2.0.0\nEurope/Lisbon").claims.isEmpty)
  }

  @Test func `a command and its output may share a line`() {
    #expect(Facts("uname -m: aarch64").firm == ["arch aarch64"])
    #expect(Facts("- `cat /etc/debian_version` -> `12.5`").firm == ["os debian 12.5"])
    #expect(Facts("cat /etc/debian_version says\n12.5").firm == ["os debian 12.5"])
    #expect(Facts("The output of `uname -m`:\n\n```\naarch64\n```").firm == ["arch aarch64"])
  }

  @Test func `bundle members are known by their path`() {
    let version = Facts(
      "12.5", name: "sos: etc/debian_version", kind: .bundle(path: "etc/debian_version"))
    #expect(version.firm == ["os debian 12.5"])
    let arch = Facts("s390x", name: "uname_-m.txt", kind: .attachment)
    #expect(arch.firm == ["arch s390x"])
  }
}
