import Testing

@testable import Intake

@Suite struct MachineSideTests {
  @Test func `headings tell server and client apart`() {
    let facts = Facts(
      """
      On the server:

      $ cat /etc/redhat-release
      Red Hat Enterprise Linux release 8.6 (Ootpa)
      $ uname -m
      x86_64

      ## Client
      ```
      PRETTY_NAME="Ubuntu 24.04 LTS"
      ```
      """)
    #expect(
      facts.firm == ["os rhel 8.6 on server", "arch x86_64 on server", "os ubuntu 24.04 on client"])
  }

  @Test func `host names in prompts tell them apart`() {
    let facts = Facts(
      """
      root@ftp-server:~# cat /etc/debian_version
      12.5
      anna@laptop-7:~$ cat /etc/debian_version
      13.1
      """)
    #expect(facts.firm == ["os debian 12.5 on server", "os debian 13.1 on client"])
  }

  @Test func `a desktop Windows beside another system is the client's`() {
    let facts = Facts(
      """
      Debian GNU/Linux 12 \\n \\l

      PS C:\\Users\\anna> ver
      Microsoft Windows [Version 10.0.19045.3930]
      """)
    #expect(facts.firm == ["os debian 12 on server", "os windows 10 on client"])
  }

  @Test func `a server may stand on a laptop, where it is alone`() {
    #expect(Facts("anna@laptop-7:~$ cat /etc/debian_version\n13.1").firm == ["os debian 13.1"])
  }

  @Test func `a sentence about a client is no heading`() {
    let facts = Facts(
      "The client is fine, this is what the box prints.\nID=debian\nVERSION_ID=\"12\"")
    #expect(facts.firm == ["os debian 12"])
  }

  @Test func `nobody but the customer prints`() {
    var letter = document("ID=debian\nVERSION_ID=\"12\"")
    for index in letter.lines.indices { letter.lines[index].voice = .support }
    #expect(MachineOutput.read(letter).claims.isEmpty)
    #expect(MachineOutput.read(letter).used.isEmpty)
  }
}
