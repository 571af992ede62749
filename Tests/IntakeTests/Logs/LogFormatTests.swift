import CaseModel
import Testing

@testable import Intake

/// The logs of a letter or a file.
func logs(
  _ text: String, name: String = "mail.txt", kind: Document.Kind = .letter
) -> [InstallationDetail.Attachment] {
  LogFiles.read(document(text, name: name, kind: kind)).logs.map(\.attachment)
}

@Suite struct LogFormatTests {
  @Test(arguments: [
    ("Mar  2 08:14:55 files proftpd[2211]: x", "proftpd", "--03-02T08:14:55", nil),
    ("Mar  2 08:14:55 files sshd[31877]: Accepted publickey", "openssh", "--03-02T08:14:55", nil),
    ("Mar 12 08:14:55 files named[1]: x", "syslog", "--03-12T08:14:55", nil),
    (
      "<34>1 2026-03-02T08:14:55.003Z files su - ID47 - x", "rfc5424", "2026-03-02T08:14:55Z", "UTC"
    ),
    ("<34>Mar  2 08:14:55 files su: x", "syslog", "--03-02T08:14:55", nil),
    (
      "2026-03-02 08:14:55,212 gate proftpd[22] gate (192.0.2.3[192.0.2.3]): x", "proftpd",
      "2026-03-02T08:14:55", nil
    ),
    (
      "Mon Mar  2 08:14:55 2026 [pid 2] CONNECT: Client \"192.0.2.3\"", "vsftpd",
      "2026-03-02T08:14:55", nil
    ),
    (
      "Mon Mar  2 08:14:55 2026 1 192.0.2.7 1024 /in/a.bin b _ i r anna ftp 0 * c", "xferlog",
      "2026-03-02T08:14:55", nil
    ),
    (
      "192.0.2.1 - - [02/Mar/2026:08:14:55 +0100] \"GET / HTTP/1.1\" 200 12", "combined",
      "2026-03-02T08:14:55+01:00", "+01:00"
    ),
    (
      "[2026/03/02 08:14:55.220981,  1] ../../source3/auth.c:211(f)", "samba",
      "2026-03-02T08:14:55", nil
    ),
    (
      "02-Mar-2026 08:14:55.123 INFO [main] org.apache.catalina.startup.Catalina.start x", "java",
      "2026-03-02T08:14:55", nil
    ),
    (
      "Mar 02, 2026 8:14:55 PM org.apache.coyote.AbstractProtocol init", "java",
      "2026-03-02T20:14:55", nil
    ),
    ("2026-03-02 08:14:55,212 - app.worker - ERROR - x", "python", "2026-03-02T08:14:55", nil),
    (
      "{\"level\":\"info\",\"time\":\"2026-03-02T08:14:55.123\",\"sender\":\"service\",\"message\":\"x\"}",
      "json", "2026-03-02T08:14:55", nil
    ),
    (
      "time=\"2026-03-02T08:14:55+01:00\" level=info msg=x", "logfmt", "2026-03-02T08:14:55+01:00",
      "+01:00"
    ),
    ("I0302 08:14:55.123456       1 main.go:12] x", "klog", "--03-02T08:14:55", nil),
    (
      "1772439295.123    920 192.0.2.68 TCP_MISS/200 1 GET http://x.example/ - DIRECT/x -", "squid",
      "2026-03-02T08:14:55Z", "UTC"
    ),
    ("2026/03/02 08:14:55 DEBUG : big.bin: Need to transfer", "rclone", "2026-03-02T08:14:55", nil),
    (
      ". 2026-03-02 08:14:55.212 Connecting to 192.0.2.3 port 22", "winscp", "2026-03-02T08:14:55",
      nil
    ),
    (
      "<02.03.2026 08:14:55> FTP Session 1 192.0.2.1 [Response] 220 x", "filezilla-server",
      "2026-03-02T08:14:55", nil
    ),
    (
      "(000012) 02.03.2026 08:14:55 - anna (192.0.2.1)> 230 Logged on", "filezilla-server",
      "2026-03-02T08:14:55", nil
    ),
    ("13/3/2026 8:14:55 [error] 192.0.2.1 x", "stamped", "2026-03-13T08:14:55", nil),
    ("3/2/2026 8:14:55 AM [error] 192.0.2.1 x", "stamped", "2026-03-02T08:14:55", nil),
    ("3/2/2026 8:14:55 [error] 192.0.2.1 x", "stamped", "T08:14:55", nil),
    ("2026-03-02 08:14:55 CEST [4410] LOG:  x", "stamped", "2026-03-02T08:14:55", "CEST"),
  ])
  func `a line tells its format and time`(
    line: String, format: String, first: String, zone: String?
  ) throws {
    let log = try #require(logs(line).first)
    #expect(log.format == format)
    #expect(log.first == first)
    #expect(log.timezone == zone)
    #expect(log.lines == 1)
  }

  @Test(arguments: [
    ("Status:\tConnecting to 192.0.2.3:21...", "filezilla"),
    ("Antwort:\t220 x", "filezilla"),
    ("08:14:55\tStatus:\tConnecting to 192.0.2.3:21...", "filezilla"),
    ("---> PASV", "lftp"), ("*   Trying 192.0.2.3:21...", "curl"),
    ("debug1: Connection established.", "ssh-trace"),
    (". 2026-03-02 08:14:55.212 x", "winscp"),
  ])
  func `what transfer clients write is a client's log`(line: String, format: String) throws {
    let log = try #require(logs(line).first)
    #expect(log.kind == "client-log")
    #expect(log.format == format)
  }

  @Test func `IIS writes in UTC`() throws {
    let log = try #require(
      logs(
        """
        #Software: Microsoft Internet Information Services 10.0
        #Fields: date time c-ip cs-method
        2026-03-02 08:14:55 192.0.2.1 USER anna
        2026-03-02 08:15:55 192.0.2.1 QUIT -
        """
      ).first)
    #expect(log.format == "w3c" && log.timezone == "UTC" && log.lines == 4)
    #expect(log.first == "2026-03-02T08:14:55Z" && log.last == "2026-03-02T08:15:55Z")
  }

  @Test func `an event of Windows is one log`() throws {
    let log = try #require(
      logs(
        """
        Protokollname: System
        Quelle:        Service Control Manager
        Datum:         02.03.2026 08:14:55
        Ereignis-ID:   7036
        Beschreibung:
        Dienst wurde beendet.
        """
      ).first)
    #expect(log.format == "windows-event" && log.lines == 6)
    #expect(log.first == "2026-03-02T08:14:55")
  }

  @Test func `another line of the log tells the day from the month`() throws {
    let log = try #require(
      logs(
        """
        03/04/2026 08:14:55 [error] x
        04/04/2026 08:14:55 [error] x
        13/04/2026 08:14:55 [error] x
        """
      ).first)
    #expect(log.first == "2026-04-03T08:14:55")
    #expect(log.last == "2026-04-13T08:14:55")
  }

  @Test func `a log shown newest first begins with its earliest line`() throws {
    let log = try #require(
      logs("2026-03-02 08:15:00 [error] b\n2026-03-02 08:14:00 [error] a").first)
    #expect(log.first == "2026-03-02T08:14:00" && log.last == "2026-03-02T08:15:00")
  }

  @Test(arguments: [
    "2026-13-02 08:14:55 [error] x", "2026-03-42 08:14:55 [error] x",
    "2026-03-02 28:14:55 [error] x",
    "0226-03-02 08:14:55 [error] x",
  ])
  func `impossible times make no log`(line: String) {
    #expect(logs(line).isEmpty)
  }
}
