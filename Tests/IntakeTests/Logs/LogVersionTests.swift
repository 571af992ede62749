import CaseModel
import Testing

@testable import Intake

@Suite struct LogVersionTests {
  @Test(arguments: [
    (
      "Feb 06 08:10:01 master: Info: Dovecot v2.3.21 (47349e2482) starting up for imap", "dovecot",
      "2.3.21"
    ),
    ("2024-02-01 03:12:55 INFO Starting Server... OpenAS2 v3.5.0", "openas2", "3.5.0"),
    ("level=info msg=\"Starting Grafana\" version=10.2.3", "grafana", "10.2.3"),
  ])
  func `a server says its version when it starts`(line: String, name: String, version: String) {
    let found = LogVersions.product(in: line[...])
    #expect(found?.name == name)
    #expect(found?.version == version)
  }

  @Test func `other numbers are no versions`() {
    #expect(LogVersions.product(in: "nginx: connect() to 10.0.0.5:9000 failed") == nil)
    #expect(LogVersions.product(in: "Starting worker 12 of Grafana") == nil)
    #expect(LogVersions.own(in: "msg=\"Current version is 9.2.3 (9.2.3/x)\"") == "9.2.3")
  }

  @Test func `a log shows protocols in use`() {
    #expect(LogProtocols.name(in: "Status:\tTLS connection established.") == "ftps")
    #expect(LogProtocols.name(in: "sshd[7]: subsystem request for sftp by user anna") == "sftp")
    #expect(LogProtocols.name(in: "Status:\tConnected") == nil)
  }

  @Test func `a client's log tells of the client alone`() throws {
    let detail = try read(
      """
      OpenSSH 8.7p1 on Rocky Linux 9.2 refuses some users.

      $ sftp -v anna@files.example.com
      OpenSSH_9.3p2, LibreSSL 3.3.6
      debug1: Reading configuration data /etc/ssh/ssh_config
      debug1: Connecting to files.example.com port 22.
      debug1: Connection established.
      """)
    #expect(detail.product.version == "8.7p1")
    #expect(detail.client?.software?.version == "9.3p2")
  }

  @Test func `the program that wrote the log is the product where no other is`() throws {
    let detail = try read(
      """
      It worked until I updated.

      . 2024-01-19 14:22:31.872 WinSCP Version 6.1.2 (Build 13797 2023-09-20) (OS 10.0.19045 - Windows 10 Pro)
      . 2024-01-19 14:22:31.875 Time zone: Current: GMT-5, Standard: GMT-5 (Eastern Standard Time), DST: GMT-4
      . 2024-01-19 14:22:31.875 FTP: FTPS: Explicit TLS/SSL [Client certificate: No]
      . 2024-01-19 14:22:32.114 Connecting to files.example.com ...
      """)
    #expect(detail.product.name == "winscp")
    #expect(detail.timezone == "America/New_York")
    #expect(detail.protocols == ["ftps"])
  }

  @Test func `who wrote a client's log is the client`() throws {
    let detail = try read(
      """
      ProFTPD hangs up on us.

      . 2024-01-19 14:22:31.872 WinSCP Version 6.1.2 (Build 13797 2023-09-20) (OS 10.0.19045 - Windows 10 Pro)
      . 2024-01-19 14:22:31.872 Transfer Protocol: SFTP (SCP)
      . 2024-01-19 14:22:32.114 Connecting to files.example.com ...
      < 2024-01-19 14:22:32.377 220 Server ready.
      """)
    #expect(detail.product.name == "proftpd")
    #expect(detail.client?.software?.version == "6.1.2")
    #expect(detail.client?.os?.version == "10")
    #expect(detail.protocols == ["sftp"])
  }
}
