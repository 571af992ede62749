import CaseModel
import Testing

@testable import Intake

@Suite struct SeveralMachinesTests {
  @Test func `production counts, and the test machine does not`() throws {
    let detail = try read(
      """
      Jenkins loses its agents on production only.

      --- TEST (ci-t1) ---
      [ci@ci-t1 ~]$ cat /etc/redhat-release
      Red Hat Enterprise Linux release 8.8 (Ootpa)
      [ci@ci-t1 ~]$ rpm -q jenkins
      jenkins-2.414.3-1.1.noarch

      --- PROD (ci-p1) ---
      [ci@ci-p1 ~]$ cat /etc/redhat-release
      Red Hat Enterprise Linux release 9.3 (Plow)
      [ci@ci-p1 ~]$ rpm -q jenkins
      jenkins-2.426.3-1.1.noarch
      """)
    #expect(detail.product.version == "2.426.3")
    #expect(detail.os.version == "9.3")
    #expect(detail.unclear.isEmpty)
  }

  @Test func `the machine that prints the product's version is the product's`() throws {
    let detail = try read(
      """
      Uploads to our SFTPGo stop.

      root@aspen:~# sftpgo -v
      SFTPGo 2.5.6-8b039e0a
      root@aspen:~# cat /etc/debian_version
      12.4
      root@birch:~# cat /etc/debian_version
      11.8
      """)
    #expect(detail.product.version == "2.5.6")
    #expect(detail.os.version == "12.4")
  }

  @Test func `which of two is meant stays open`() throws {
    let detail = try read(
      """
      root@aspen:~# cat /etc/debian_version
      12.4
      root@birch:~# cat /etc/redhat-release
      Rocky Linux release 9.3 (Blue Onyx)
      """)
    #expect(detail.os.id == nil)
    #expect(detail.unclear.contains { $0.field == "os" })
  }

  @Test func `what the server prints is not of a client program's machine`() throws {
    let detail = try read(
      """
      Cyberduck 8.7.3 makes two folders.

      ```
      max@Maxs-MBP ~ % uname -m
      arm64
      ```
      On the server:
      ```
      max@agency:~$ uname -m
      x86_64
      ```
      """)
    #expect(detail.arch == "aarch64")
  }

  @Test func `the far end of a backup program has a version of its own`() throws {
    let detail = try read(
      """
      borg init fails.

      **Local Host:**
      Linux: CentOS Linux 7.6.1810 Core
      Borg: 1.1.9  Python: 2.7.5

      **Remote Repository Host:**
      Linux: 4.4.59+ (NAS)
      Borg: 1.1.7 Python: 2.7.12
      """)
    #expect(detail.product.version == "1.1.9")
    #expect(detail.os.id == "centos")
  }

  @Test func `two nodes of the product are one, a machine beside them is none`() throws {
    let detail = try read(
      """
      SFTP connections through haproxy drop.

      [root@lb1 ~]# haproxy -v
      HAProxy version 2.4.22-f8e3218 2023/02/14 - https://haproxy.org/
      [root@lb1 ~]# cat /etc/redhat-release
      Rocky Linux release 9.3 (Blue Onyx)
      [root@lb2 ~]# haproxy -v
      HAProxy version 2.4.22-f8e3218 2023/02/14 - https://haproxy.org/
      [root@web1 ~]# cat /etc/redhat-release
      Rocky Linux release 8.9 (Green Obsidian)
      """)
    #expect(detail.os.version == "9.3")
  }

  @Test func `a desktop named below the server's own output is a client`() throws {
    let detail = try read(
      """
      Dovecot loses sessions.

      # 2.3.21 (47349e2482): /etc/dovecot/dovecot.conf
      # OS: FreeBSD 14.0-RELEASE-p4 amd64

      We use Thunderbird with Windows 11.
      """)
    #expect(detail.os.id == "freebsd")
    #expect(detail.client?.os?.id == "windows")
  }

  @Test func `what a client's machine has is no integration`() throws {
    let detail = try read(
      """
      The jump host cannot log in to our vsftpd 3.0.5.

      On the jump host:
      [mk@jump2 ~]$ psql --version
      psql (PostgreSQL) 9.6.24
      """)
    #expect(detail.integrations.isEmpty)
    #expect(detail.product.name == "vsftpd")
  }
}
