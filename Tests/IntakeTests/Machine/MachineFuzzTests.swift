import Foundation
import Testing

@testable import Intake

/// Broken and mixed output through all three readers; `CASELAB_FUZZ_SECONDS` makes it longer.
@Suite struct MachineFuzzTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `no input breaks the readers, and what they claim stands in it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seconds = ProcessInfo.processInfo.environment["CASELAB_FUZZ_SECONDS"].flatMap(Double.init)
    let end = ContinuousClock.now + .seconds(seconds ?? 0)
    var round = 0
    repeat {
      check(Self.text(&random), kind: Self.kinds.randomElement(using: &random) ?? .letter)
      round += 1
    } while round < 150 || ContinuousClock.now < end
  }

  private func check(_ text: String, kind: Document.Kind) {
    let letter = document(text, name: "etc/proftpd.conf", kind: kind)
    let logs = LogFiles.read(letter)
    let files = ConfigurationFiles.read(letter)
    let machine = MachineOutput.read(letter)
    for used in [logs.used, files.used, machine.used] {
      #expect(used.allSatisfy(letter.lines.indices.contains))
    }
    let printed = Printed.read(letter)
    #expect(printed.rest.count <= letter.lines.count)
    for claim in logs.claims + files.claims + machine.claims + printed.claims {
      #expect(letter.lines.indices.contains(claim.evidence.line - 1))
      let name = Facts.name(claim)
      #expect(name.utf8.count < 2_000 && !name.utf8.contains { $0 < 32 })
    }
    for log in logs.logs {
      #expect(log.attachment.lines > 0 && log.attachment.lines <= letter.lines.count)
    }
  }

  private static let kinds: [Document.Kind] = [
    .letter, .attachment, .bundle(path: "etc/debian_version"), .bundle(path: "uname_-a"),
  ]

  /// Lines of real forms, cut, joined, doubled, repeated and with foreign bytes in them.
  private static func text(_ random: inout SeededGenerator) -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      var line = Array((forms.randomElement(using: &random) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 0...3, using: &random) where !line.isEmpty {
        let at = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0...5, using: &random) {
        case 0: line.removeSubrange(at...)
        case 1: line.insert(strange.randomElement(using: &random) ?? " ", at: at)
        case 2: line[at] = strange.randomElement(using: &random) ?? " "
        case 3: line.removeSubrange(..<at)
        case 4: line += line[at...]
        default: line.insert(contentsOf: Array(repeating: line[at], count: 300), at: at)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: line)
      lines += Array(repeating: String(text), count: Int.random(in: 1...3, using: &random))
    }
    return lines.joined(separator: "\n")
  }

  private static let strange: [Unicode.Scalar] = [
    " ", "\t", ":", "=", "\"", "[", "]", "(", ")", "{", "}", "<", ">", ".", "-", "/", "\\", "#",
    "$", "@", "0", "9", "\u{0}", "\u{1B}", "\u{200B}", "\u{202E}", "\u{301}", "é", "漢", "👩", ";",
    "`", "|", "\r",
  ]

  private static let forms = [
    "PRETTY_NAME=\"Ubuntu 22.04.3 LTS\"", "VERSION_ID=\"12\"", "ID=debian", "ID=",
    "Linux web1 6.1.0-18-amd64 #1 SMP Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux",
    "OS: Linux a 4.18.0 #1 x86_64", "AIX node7 2 7 00F84C034C00",
    "SunOS sun1 5.11 11.4.42.111.0 sun4v sparc sun4v", "HP-UX hp1 B.11.31 U ia64",
    "Red Hat Enterprise Linux release 8.6 (Ootpa)",
    "Welcome to Ubuntu 22.04 (GNU/Linux 5.15 x86_64)",
    "Microsoft Windows [Version 10.0.19045.3930]", "Version 22H2 (OS Build 19045.2965)",
    "OS Name:   Microsoft Windows Server 2019 Standard", "System Type:  x64-based PC",
    "Time Zone: (UTC+01:00) Amsterdam, Berlin", " Static hostname: drop", "    Architecture: arm64",
    "Distributor ID: Debian", "Release: 12", "ProductName:\tmacOS", "ProductVersion:\t14.2.1",
    "$ uname -m", "aarch64", "root@web1:~# cat /etc/debian_version", "12.5", "PS C:\\> ver",
    "`uname -m`: `x86_64`", "Compile-time Settings:", "  Version: 1.3.8b (maint)",
    "  Platform: LINUX [Linux 5.14.0 x86_64]", "ProFTPD Version 1.3.8b", "vsftpd: version 3.0.5",
    "OpenSSH_8.1p1, OpenSSL 1.0.2t  10 Sep 2019", "ii  proftpd-core 1.3.8+dfsg-4+deb12u3 amd64 x",
    "vsftpd-3.0.3-36.el8.x86_64", "vsftpd/stable,now 3.0.3-13+b2 amd64 [installed]",
    "rclone v1.65.2", "- os/version: debian 12.4 (64 bit)",
    "curl 8.5.0 (x86_64-alpine-linux-musl) libcurl/8.5.0", "CONTAINER ID   IMAGE   COMMAND",
    "0a1b2c3d4e5f   drakkan/sftpgo:v2.5.6 \"x\"", "Client: Docker Engine - Community",
    " Version: 24.0.7", "LANG=de_DE.UTF-8", "Mon Apr  6 11:20:31 CEST 2026", "Server:", "Client:",
    "Mar  2 08:14:55 files sshd[7]: x", "<34>1 2026-03-02T08:14:55.003Z a b - ID47 - x",
    "2026-03-02 08:14:07,212 gate proftpd[22] x", "[2026/03/02 08:14:55.220981,  1] x.c:2(f)",
    "192.0.2.1 - - [02/Mar/2026:08:14:55 +0100] \"GET / HTTP/1.1\" 200 12",
    "{\"level\":\"info\",\"time\":\"2026-03-02T08:14:55.123\",\"message\":\"x\"}",
    "1772439295.123    920 192.0.2.68 TCP_MISS/200 1", "I0302 08:14:55.123456   1 main.go:12] x",
    "Status:\tConnecting to 192.0.2.3:21...", "---> PASV", "debug1: x",
    ". 2026-03-02 08:14:55.212 WinSCP Version 6.1.1 (Build 1) (OS 10.0.19045 - Windows 10 Pro)",
    "Traceback (most recent call last):", "\tat org.example.A.b(A.java:1)", "Log Name: System",
    "Source: x", "Date: 3/2/2026 8:14:07 AM", "#Fields: date time", "Port 22", "PermitRootLogin no",
    "Subsystem sftp internal-sftp", "<IfModule mod_tls.c>", "TLSEngine on",
    "MasqueradeAddress 203.0.113.5",
    "</IfModule>", "ssl_enable=YES", "local_enable=YES", "*filter", ":INPUT DROP [12:720]",
    "-A INPUT -i lo -j ACCEPT", "table inet filter {", "}", "[sssd]", "id_provider = ad",
    "[domain/corp.example]", "dn: uid=anna,dc=example,dc=com", "objectClass: top",
    "balance roundrobin", "http_port 3128", "127.0.0.1 localhost", "services:",
    "    image: postgres:15.5", "nas:/export /srv nfs4 defaults 0 0", "*.* @@logs.example.com:514",
    "```", "", "  ", "We use ProFTPD 1.3.8 on Debian 12.", "Here is the vsftpd.conf:",
  ]
}
