import CaseModel
import Testing

@testable import Intake

@Suite struct LogFileTests {
  @Test func `an attached log is known by its head and used whole`() throws {
    let text =
      (0..<400).map { "Mar  2 08:\(10 + $0 / 60):\(10 + $0 % 50) files sshd[7]: x" }
      .joined(separator: "\n") + "\nnot a log's line\n"
    let read = LogFiles.read(document(text, name: "auth.log", kind: .attachment))
    let log = try #require(read.logs.first)
    #expect(log.attachment.name == "auth.log" && log.attachment.lines == 401)
    #expect(log.attachment.first == "--03-02T08:10:10" && log.attachment.last == "--03-02T08:16:59")
    #expect(read.used.count == 402)
  }

  @Test func `a million lines are counted, and only their ends are read`() throws {
    let line = Array("2026-03-02 08:14:55 ERROR x\n".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count * 1_000_001)
    for _ in 0..<1_000_000 { bytes += line }
    bytes += Array("2026-03-03 09:00:00 ERROR last\n".utf8)
    let documents = Reading.documents(of: [TicketFile(name: "server.log", bytes: bytes)]).documents
    let read = try #require(documents.first)
    #expect(read.lines.count < 100_000)
    let log = try #require(LogFiles.read(read).logs.first).attachment
    #expect(log.lines == 1_000_001)
    #expect(log.first == "2026-03-02T08:14:55" && log.last == "2026-03-03T09:00:00")
  }

  @Test func `banners are hints at versions, each on its side`() {
    let server = LogFiles.read(
      document(
        "Mar  2 08:14:55 a proftpd[2]: a - ProFTPD 1.3.8b (stable) (built x) standalone mode STARTUP"
      ))
    #expect(server.claims.map(Facts.name) == ["product proftpd 1.3.8b on server"])
    #expect(server.claims.allSatisfy { $0.source == .aside })
    let client = LogFiles.read(
      document(
        """
        . 2026-03-02 08:14:55.212 WinSCP Version 6.1.1 (Build 13949 2023-07-19) (OS 10.0.19045 – Windows 10 Pro)
        . 2026-03-02 08:14:56.212 Server version: SSH-2.0-OpenSSH_8.4p1 Debian-5+deb11u1
        """))
    #expect(
      client.claims.map(Facts.name) == [
        "software winscp 6.1.1 on client", "os windows 10 on client",
        "product openssh 8.4p1 on server",
      ])
    let fileZilla = LogFiles.read(document("Status:\tConnected\nResponse:\t220 (vsFTPd 3.0.3)"))
    #expect(fileZilla.claims.map(Facts.name) == ["product vsftpd 3.0.3 on server"])
  }

  @Test func `a server that starts says what it runs on`() {
    let log = LogFiles.read(
      document(
        """
        2026-03-02 08:14:55,001 INFO  [main] OS: Rocky Linux 9.4 (Blue Onyx), kernel 5.14.0, arch aarch64
        2026-03-02 08:14:55,003 INFO  [main] locale nl_NL.UTF-8, time zone Europe/Amsterdam
        """))
    #expect(
      Set(log.claims.map(Facts.name)) == [
        "os rocky 9.4 on server", "arch aarch64 on server", "zone Europe/Amsterdam on server",
      ])
  }
}
