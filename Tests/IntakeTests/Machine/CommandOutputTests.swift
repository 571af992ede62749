import Testing

@testable import Intake

@Suite struct CommandOutputTests {
  @Test(arguments: [
    ("$ smbd -V\nVersion 4.16.11", "product samba 4.16.11"),
    ("$ gitea --version\nGitea version 1.21.5 built with GNU Make", "product gitea 1.21.5"),
    ("$ squid -v\nSquid Cache: Version 5.7\nService Name: squid", "product squid 5.7"),
    ("$ restic version\nrestic 0.16.2 compiled with go1.21.3", "product restic 0.16.2"),
  ])
  func `a program asked for its version gives it`(text: String, fact: String) {
    let facts = Facts(text)
    #expect(facts.claims.map(Facts.name) == [fact])
    #expect(facts.isAllUsed)
  }

  @Test(arguments: [
    ("mysql  Ver 15.1 Distrib 10.3.37-MariaDB, for debian-linux-gnu (aarch64)", "mariadb 10.3.37"),
    ("psql (PostgreSQL) 15.6", "postgresql 15.6"),
    ("version | 10.5.23-MariaDB-0+deb11u1", "mariadb 10.5.23"),
    ("$ zmcontrol -v\nRelease 8.8.15_GA_3869.RHEL7_64_20190917004220", "zimbra 8.8.15"),
  ])
  func `versions stand behind other numbers`(text: String, product: String) {
    #expect(Facts(text).claims.map(Facts.name).contains("product " + product))
  }

  @Test(arguments: [
    ("FreeBSD 14.0-RELEASE-p4 amd64", "os freebsd 14.0", "arch x86_64"),
    ("$ cat /etc/alpine-release\n3.18.4\n$ uname -m\naarch64", "os alpine 3.18.4", "arch aarch64"),
  ])
  func `systems of few words`(text: String, system: String, arch: String) {
    #expect(Facts(text).firm == [system, arch])
  }

  @Test func `runtimes and lists of files say nothing`() {
    let facts = Facts(
      "web1:~ # python3 --version\nPython 3.11.2\nweb1:~ # ls\nopenldap-2.6 vsftpd.conf")
    #expect(facts.claims.isEmpty)
    #expect(facts.isAllUsed)
  }

  @Test func `packages of FreeBSD are a list`() {
    let facts = Facts(
      """
      root@nas3:~ # pkg info | egrep 'samba|ldb'
      ldb22-2.3.4                    LDAP-like embedded database
      samba416-4.16.11_2,1           Free SMB/CIFS server
      root@nas3:~ # freebsd-version -ku
      13.2-RELEASE-p9
      13.2-RELEASE-p10
      """)
    #expect(facts.firm == ["os freebsd 13.2"])
    #expect(facts.listed == ["product ldb22 2.3.4", "product samba 4.16.11"])
    #expect(facts.isAllUsed)
  }

  @Test func `a stopped firewall is none, and another stopped service says nothing`() {
    let facts = Facts(
      """
      # systemctl status firewalld
      ● firewalld.service - firewalld - dynamic firewall daemon
         Loaded: loaded (/usr/lib/systemd/system/firewalld.service; disabled)
         Active: inactive (dead)
      # systemctl is-active docker
      inactive
      """)
    #expect(facts.claims.map(\.stance) == [.absent])
    #expect(facts.firm == ["firewall"])
    #expect(Facts("$ systemctl is-active ufw\nactive").firm == ["firewall ufw"])
  }

  @Test func `nodes of a cluster tell the system, and helm the version`() {
    let facts = Facts(
      """
      $ kubectl get nodes -o wide
      NAME    STATUS   AGE    VERSION   OS-IMAGE             KERNEL-VERSION
      kn-01   Ready    402d   v1.27.9   Ubuntu 22.04.3 LTS   5.15.0-91-generic
      $ helm list
      NAME     NAMESPACE   STATUS     CHART           APP VERSION
      harbor   harbor      deployed   harbor-1.13.1   2.9.1
      """)
    #expect(facts.firm == ["os ubuntu 22.04.3", "container Kubernetes"])
    #expect(facts.listed == ["product harbor 2.9.1"])
    #expect(facts.isAllUsed)
  }

  @Test func `databases answer with their version`() {
    let facts = Facts(
      """
      db=# select version();
                     version
      -------------------------------------
       PostgreSQL 15.6 (Debian 15.6-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit
      """)
    #expect(
      facts.claims.map(Facts.name) == [
        "product postgresql 15.6", "database PostgreSQL 15.6", "arch x86_64",
      ])
  }

  @Test func `a transfer that was typed is told by its command`() {
    let facts = Facts("[max@desk ~]$ sftp -P 2022 anna@files.example.com\nConnection closed")
    #expect(facts.used.isEmpty)
    #expect(Facts("[max@desk ~]$ vi /etc/hosts").used == [0])
  }

  @Test func `a variable's value is a locale or a zone`() {
    #expect(Facts("$ echo $LANG\nde_DE.UTF-8").firm == ["locale de_DE.UTF-8"])
    #expect(Facts("$ echo $TZ\nEurope/Rome").firm == ["zone Europe/Rome"])
    #expect(Facts("$ echo $LANG\nnothing").firm.isEmpty)
  }
}

@Suite struct PackageManagerTests {
  @Test func `a package that was asked for by name may be the product`() {
    let facts = Facts("fs2:~ # rpm -q openssh\nopenssh-8.4p1-150300.3.30.1.x86_64")
    #expect(facts.claims.map(Facts.name) == ["arch x86_64", "product openssh 8.4p1"])
    #expect(facts.listed.isEmpty)
    let searched = Facts("fs2:~ # rpm -qa | grep openssh\nopenssh-8.4p1-150300.3.30.1.x86_64")
    #expect(searched.listed == ["product openssh 8.4p1"])
  }

  @Test func `a program's own banner tells what it was built for`() {
    let facts = Facts("$ syncthing --version\nsyncthing v1.27.3 \"X\" (go1.21.6 linux-arm64) now")
    #expect(facts.firm == ["product syncthing 1.27.3", "arch aarch64"])
    #expect(
      Facts("> syncthing.exe --version\nsyncthing v1.27.3 (go1.21.6 windows-amd64)").firm.isEmpty)
  }

  @Test func `a command whose output stands behind it takes no more lines`() {
    let facts = Facts(
      "Version: `gitea --version`: Gitea version 1.21.5 built\nSystem: `uname -r`: 5.14.0-362")
    #expect(facts.firm.isEmpty)
  }

  @Test func `a unit ends where the next prompt stands`() {
    let facts = Facts(
      """
      root@mail:~# systemctl status ufw
      ● ufw.service - Uncomplicated firewall
           Loaded: loaded
           Active: failed (Result: exit-code)
      root@mail:~# uname -m
      x86_64
      """)
    #expect(facts.firm == ["arch x86_64"])
    #expect(facts.isAllUsed)
  }

  @Test func `apt names what is installed, not what could be`() {
    let facts = Facts(
      """
      root@ftp:~# apt-cache policy vsftpd
      vsftpd:
        Installed: 3.0.5-0ubuntu1.1
        Candidate: 3.0.6-0ubuntu1
        Version table:
           3.0.6-0ubuntu1 500
              500 http://archive.example.com/ubuntu jammy/main amd64 Packages
      """)
    #expect(facts.listed == ["product vsftpd 3.0.5"])
    #expect(facts.firm.isEmpty)
    #expect(facts.isAllUsed)
  }

  @Test func `dnf's columns and a package's own report`() {
    let list = Facts("vsftpd.x86_64    3.0.5-5.el9    @appstream")
    #expect(list.firm == ["arch x86_64", "product vsftpd 3.0.5"])
    let info = Facts(
      "Name           : nginx\nVersion        : 1.24.0_12,3\nArchitecture   : FreeBSD:13:amd64")
    #expect(info.claims.map(Facts.name) == ["product nginx 1.24.0", "arch x86_64"])
  }

  @Test func `a prompt may be an arrow`() {
    #expect(Facts("bash$ oslevel -s\n7200-05-06-2320").firm == ["os aix 7.2"])
    let facts = Facts("➜  ~ uname -m\narm64\n➜  site git:(main) ✗ sw_vers -productVersion\n14.4.1")
    #expect(facts.firm == ["arch aarch64", "os macos 14.4.1"])
  }

  @Test func `Windows tells its zone and whether its firewall is on`() {
    let facts = Facts(
      """
      PS C:\\> Get-TimeZone

      Id                         : W. Europe Standard Time
      DisplayName                : (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien
      StandardName               : Mitteleuropäische Zeit

      Domain    False
      Private   False
      Public    False
      """)
    #expect(facts.firm == ["zone Europe/Berlin", "firewall"])
    #expect(facts.claims.last?.stance == .absent)
  }

  @Test func `reports of keys and values`() {
    #expect(
      Facts("redis_version:7.2.4\nredis_mode:standalone\nos:Linux 5.15.0-91-generic x86_64")
        .claims.map(Facts.name) == ["product redis 7.2.4", "arch x86_64"])
    #expect(
      Facts(
        "\"ansible_architecture\": \"x86_64\",\n\"ansible_distribution\": \"Debian\",\n\"ansible_distribution_version\": \"11.8\","
      ).firm == ["arch x86_64", "os debian 11.8"])
    #expect(
      Facts("majorversion=\"7\"\nproductversion=\"7.2.1\"\nos_name=\"DSM\"").firm
        == ["os synology-dsm 7.2.1"])
  }
}
