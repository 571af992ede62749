import Testing

@testable import Intake

@Suite struct ProgramOutputTests {
  @Test func `proftpd -V gives version and architecture, not its modules`() {
    let facts = Facts(
      """
      Compile-time Settings:
        Version: 1.3.8b (maint)
        Platform: LINUX [Linux 5.14.0-362.8.1.el9_3.x86_64 x86_64]
        Built With:
          configure  '--with-shared=mod_sql:mod_ldap:mod_sftp'

        Features:
          + OpenSSL support
          (OpenSSL 3.0.7 1 Nov 2022)

      OS: CentOS Stream 9.
      """)
    #expect(facts.firm == ["product proftpd 1.3.8b", "arch x86_64"])
    #expect(facts.used == Set(0...8))
  }

  @Test(arguments: [
    ("ProFTPD Version 1.3.8b", "product proftpd 1.3.8b"),
    ("ProFTPD Version: 1.3.8b (maint)", "product proftpd 1.3.8b"),
    ("vsftpd: version 3.0.5", "product vsftpd 3.0.5"),
    ("pure-ftpd v1.0.50 [privsep] [TLS]", "product pure-ftpd 1.0.50"),
    ("OpenSSH_9.2p1 Debian-2+deb12u2, OpenSSL 3.0.11 19 Sep 2023", "product openssh 9.2p1"),
    ("OpenSSH_8.8p1-hpn14v15, OpenSSL 1.1.1t-freebsd  7 Feb 2023", "product openssh 8.8p1"),
    ("LFTP | Version 4.9.2 | Copyright (c) 1996-2020 Somebody", "software lftp 4.9.2"),
    ("Docker version 24.0.7, build afdd53b", "container Docker"),
  ])
  func `a program's banner gives its version`(line: String, fact: String) {
    let facts = Facts(line)
    #expect(facts.firm == [fact])
    #expect(facts.isAllUsed)
  }

  @Test func `proftpd -vv is read with its modules`() {
    let facts = Facts(
      "ProFTPD Version: 1.3.8b (maint)\n  Scoreboard Version: 01040003\n\nLoaded modules:\n  mod_tls/2.9.2\n\nThat is all."
    )
    #expect(facts.firm == ["product proftpd 1.3.8b"])
    #expect(facts.used == [0, 1, 2, 3, 4])
  }

  @Test func `ssh -V is a hint at the server's version at most`() {
    let facts = Facts("$ ssh -V\nOpenSSH_8.1p1, OpenSSL 1.0.2t  10 Sep 2019")
    #expect(facts.firm.isEmpty)
    #expect(facts.hints == ["product openssh 8.1p1"])
  }

  @Test(arguments: [
    "OpenSSL 3.0.7 1 Nov 2022 (Library: OpenSSL 3.0.7 1 Nov 2022)",
    "PHP 8.2.7 (cli) (built: Jun  9 2023 19:37:27) (NTS)",
    "openjdk version \"11.0.21\" 2023-10-17 LTS",
    "OpenJDK Runtime Environment (Red_Hat-17.0.9.0.9-1) (build 17.0.9+9-LTS)",
    "Zend Engine v4.2.7, Copyright (c) Zend Technologies",
  ])
  func `versions of libraries and runtimes are used up without a claim`(line: String) {
    let facts = Facts(line)
    #expect(facts.claims.isEmpty)
    #expect(facts.isAllUsed)
  }

  @Test func `dpkg gives versions without the package's own additions`() {
    let facts = Facts(
      """
      ii  openssl          3.0.11-1~deb12u2     amd64  toolkit
      ii  proftpd-core     1.3.8+dfsg-4+deb12u3 amd64  Versatile FTP daemon - binaries
      ii  openssh-server   1:9.2p1-2+deb12u2    amd64  secure shell (SSH) server
      rc  vsftpd           3.0.3-13             amd64  lightweight, efficient FTP server
      """)
    #expect(facts.firm == ["arch x86_64", "product proftpd 1.3.8"])
    #expect(facts.hints == ["os debian 12", "product openssh 9.2p1"])
    #expect(facts.isAllUsed)
  }

  @Test func `rpm and apt lists give versions of servers alone`() {
    let rpm = Facts(
      "vsftpd-3.0.3-36.el8.x86_64\nopenldap-2.4.46-18.el8.x86_64\nlibgcc-8.5.0-20.el8.i686")
    #expect(rpm.firm == ["arch x86_64", "product vsftpd 3.0.3"])
    #expect(rpm.isAllUsed)
    let apt = Facts("vsftpd/stable,now 3.0.3-13+b2 arm64 [installed]")
    #expect(apt.firm == ["arch aarch64", "product vsftpd 3.0.3"])
  }

  @Test func `rclone version gives the client and the system it runs on`() {
    let facts = Facts(
      """
      rclone v1.65.2
      - os/version: Microsoft Windows 11 Pro 22H2 (64 bit)
      - os/kernel: 10.0.22621.2861 (x86_64)
      - os/type: windows
      - os/arch: amd64
      - go/version: go1.21.6
      """)
    #expect(facts.firm == ["software rclone 1.65.2", "os windows 11 22H2", "arch x86_64"])
    #expect(facts.isAllUsed)
  }

  @Test func `curl's own list of protocols is no protocol in use`() {
    let facts = Facts(
      """
      curl 8.5.0 (x86_64-alpine-linux-musl) libcurl/8.5.0 OpenSSL/3.1.4 zlib/1.3
      Release-Date: 2023-12-06
      Protocols: dict file ftp ftps gopher http https sftp
      Features: alt-svc AsynchDNS
      """)
    #expect(facts.firm == ["software curl 8.5.0", "arch x86_64"])
    #expect(facts.isAllUsed)
  }

  @Test func `running containers name the product, and latest is no version`() {
    let facts = Facts(
      """
      CONTAINER ID   IMAGE                           COMMAND        CREATED
      0a1b2c3d4e5f   drakkan/sftpgo:v2.5.6-alpine    "sftpgo serve" 2 days ago
      1a1b2c3d4e5f   postgres:15.5                   "docker"       2 days ago
      2a1b2c3d4e5f   delfer/alpine-ftp-server:latest "/bin/start"   2 days ago
      """)
    #expect(
      facts.firm == [
        "product sftpgo 2.5.6", "database PostgreSQL 15.5", "product vsftpd ?", "container Docker",
      ])
    #expect(facts.listed == ["product postgresql 15.5"])
    #expect(facts.isAllUsed)
  }

  @Test func `docker version's Client and Server are no machines`() {
    let facts = Facts(
      """
      Client: Docker Engine - Community
       Version:           24.0.7
       API version:       1.43
       OS/Arch:           linux/arm64

      Server: Docker Engine - Community
       Engine:
        Version:          24.0.7
      """)
    #expect(facts.firm == ["arch aarch64", "container Docker"])
    #expect(facts.isAllUsed)
  }
}
