import CaseModel
import Testing

@testable import Intake

@Suite struct LogInLetterTests {
  private func used(_ text: String) -> Set<Int> { LogFiles.read(document(text)).used }

  @Test func `a log within a letter leaves the letter's words`() {
    let text = """
      We use ProFTPD 1.3.8.

      Server log:
      2026-03-02 08:14:07,212 gate proftpd[2211] gate (192.0.2.3[192.0.2.3]): opened
      2026-03-02 08:14:09,871 gate proftpd[2211] gate (192.0.2.3[192.0.2.3]): closed

      The rest is on Debian 12.
      """
    #expect(used(text) == [3, 4])
    #expect(logs(text).map(\.lines) == [2])
  }

  @Test func `traces and broken lines belong to their log`() {
    let text = """
      2026-03-02 08:14:55,212 - app.worker - ERROR - the upload of the file was ended
      by the peer
      2026-03-02 08:14:56,212 - app.worker - ERROR - again
      Traceback (most recent call last):
        File "worker.py", line 3, in run
          raise ValueError("x")
      ValueError: x
      That is all.
      """
    #expect(used(text) == Set(0...6))
  }

  @Test func `a Java stack trace is a log of its own`() {
    let text = """
      java.net.SocketException: Connection reset
      \tat org.example.Reader.read(Reader.java:186)
      \t... 12 more
      Caused by: java.io.IOException: closed
      """
    #expect(used(text) == Set(0...3))
  }

  @Test func `a fence that is half a log is a log`() {
    let text =
      "Log:\n```\nConnected\n2026-03-02 08:14:55 ERROR x\nsomething\n2026-03-02 08:14:56 ERROR y\n```\nEnd."
    #expect(used(text) == [2, 3, 4, 5])
  }

  @Test func `the heading tells whose log it is`() {
    let text = """
      Client log:
      2026-03-02 08:14:55 ERROR x

      Server log:
      2026-03-02 08:14:55 ERROR x
      """
    #expect(logs(text).map(\.kind) == ["client-log", "server-log"])
  }

  @Test func `lines of ssh -v are one trace with its first and last line`() {
    let text = """
      OpenSSH_7.4p1, OpenSSL 1.0.2k-fips  26 Jan 2017
      debug1: Connecting to hub.example.com [203.0.113.8] port 2222.
      Unable to negotiate with 203.0.113.8 port 2222: no matching key exchange method found.
      """
    #expect(used(text) == [0, 1, 2])
    let read = LogFiles.read(document(text))
    #expect(read.claims.map(Facts.name) == ["software openssh 7.4p1 on client"])
    #expect(MachineOutput.read(document(text)).claims.isEmpty)
  }

  @Test(arguments: [
    """
    (10:02:11) Agent Priya: Welcome, how can I help?
    (10:02:40) omar_sample: I get ERROR 530 from the server
    (10:02:58) Agent Priya: Which version is it?
    """,
    """
    2026-04-08 10:02:11 Anna Muster: we use ProFTPD 1.3.8
    2026-04-08 10:02:40 Support: on Debian?
    2026-04-08 10:02:58 Anna Muster: on Debian 12
    """,
    "10:15:30 we restarted the server",
    "2026-04-08 10:02:11 we upgraded to 1.3.8",
    "10:01 Support: Guten Tag", "On 2026-03-02 08:14:07 somebody wrote:",
    "Date: Mon, 2 Mar 2026 08:14:07 +0100", "Status: open", "Error: it does not work",
    "Response: none so far", "* Trying to log in with a key works", "Command: none",
    "The server stops at 08:14:55 every day", "- PASV", "---- signature ----",
    "{\"version\": \"1.3.8\"}", "Monday we will be back", "Source: our own build",
    "> 220 is what it says", "time is short, level of support is gold", "debug mode is on",
    "at night it works (mostly)", "java.exe is version 11",
  ])
  func `chats, dates in prose and answers are no logs`(text: String) {
    #expect(used(text).isEmpty)
  }

  @Test func `a log of another message is another log`() {
    var letter = document("2026-03-02 08:14:55 ERROR x\n2026-03-02 08:14:56 ERROR x")
    letter.lines[1].message = 1
    #expect(LogFiles.read(letter).logs.count == 2)
  }
}
