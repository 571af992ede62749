import Testing

@testable import Intake

@Suite struct ApplicationReportTests {
  @Test func `systeminfo is read in a language whose labels are not all known`() {
    let facts = Facts(
      """
      Nazwa hosta:                   ZEUS
      Nazwa systemu operacyjnego:    Microsoft Windows Server 2022 Standard
      Wersja systemu operacyjnego:   10.0.20348 N/A Kompilacja 20348
      Nieznana etykieta:             cokolwiek
      Typ systemu:                   x64-based PC
      Strefa czasowa:                (UTC+01:00) Sarajewo, Skopie, Warszawa, Zagrzeb
      """)
    #expect(facts.firm == ["os windows-server 2022", "arch x86_64", "zone UTC+01:00"])
    #expect(facts.isAllUsed)
    #expect(facts.claims.allSatisfy { $0.machine?.host == "zeus" })
  }

  @Test func `Home Assistant's tables`() {
    let facts = Facts(
      """
      version | core-2025.3.4
      -- | --
      docker | true
      arch | aarch64
      timezone | Europe/Berlin

      host_os | Home Assistant OS 15.0
      -- | --
      """)
    #expect(
      facts.firm == [
        "product home assistant 2025.3.4", "container Docker", "arch aarch64",
        "zone Europe/Berlin", "os haos 15.0",
      ])
  }

  @Test func `GitLab's sections each have a version`() {
    let facts = Facts(
      """
      System information
      System:         Ubuntu 22.04
      Redis Version:  7.0.14

      GitLab information
      Version:        16.7.2-ee
      DB Adapter:     PostgreSQL
      Using LDAP:     yes
      Using Omniauth: no

      GitLab Shell
      Version:        14.32.0
      """)
    #expect(
      facts.firm == [
        "os ubuntu 22.04", "product gitlab 16.7.2-ee", "database PostgreSQL", "ldap", "sso",
      ])
    #expect(facts.claims.last?.stance == .absent)
    #expect(facts.isAllUsed)
  }

  @Test func `occ names the server's version without its build`() {
    let facts = Facts(
      "  - installed: true\n  - version: 27.1.5.1\n  - versionstring: 27.1.5\n  - edition: ")
    #expect(facts.firm == ["product nextcloud 27.1.5"])
    #expect(facts.isAllUsed)
  }

  @Test func `FileZilla's libraries are no databases`() {
    let facts = Facts(
      """
      FileZilla Client
      ----------------
      Version:          3.63.0
      Build information:
        Compiled for:   x86_64-pc-linux-gnu
      Linked against:
        SQLite:         3.40.1
      Operating system:
        Name:           Windows NT 10.0 (build 19045)
      """)
    #expect(facts.firm == ["software filezilla 3.63.0", "os windows 10"])
    #expect(facts.isAllUsed)
  }

  @Test func `podman and dovecot tell the system they run on`() {
    let podman = Facts(
      "host:\n  arch: amd64\n  distribution:\n    distribution: '\"rhel\"'\n    version: \"8.4\"")
    #expect(podman.firm == ["arch x86_64", "os rhel 8.4"])
    let dovecot = Facts(
      "# 2.3.21 (47349e2482): /etc/dovecot/dovecot.conf\n# OS: Linux 5.10.0-28-amd64 x86_64 Debian 11.8 "
    )
    #expect(dovecot.firm == ["product dovecot 2.3.21", "arch x86_64", "os debian 11.8"])
  }

  @Test func `properties of a system in JSON`() {
    let facts = Facts(
      """
      {
        "system-info": {
          "os.name": "Windows Server 2019", "os.arch": "amd64",
          "java.version": "11.0.21", "user.timezone": "Europe/Lisbon"
        }
      }
      """)
    #expect(
      facts.claims.map(Facts.name) == [
        "os windows-server 2019", "arch x86_64", "zone Europe/Lisbon",
      ])
    #expect(Facts("{\n  \"name\": \"x\",\n  \"os\": \"Debian 12\"\n}").claims.isEmpty)
  }

  @Test func `neofetch is read beside its picture`() {
    let facts = Facts(
      """
             _,met$$$$$gg.          anna@desk
          ,g$$$$$$$$$$$$$$$P.       OS: Debian GNU/Linux 12 (bookworm) x86_64
        ,g$$P\"     \"\"\"Y$$.\".        Kernel: 6.1.0-17-amd64
      """)
    #expect(facts.firm == ["arch x86_64", "os debian 12"])
  }

  @Test func `config.php tells what Nextcloud works with`() {
    let facts = Facts(
      """
      $CONFIG = array (
        'dbtype' => 'pgsql',
        'version' => '27.1.5.1',
        'trusted_proxies' => array('10.0.0.2'),
        'ldapProviderFactory' => 'OCA\\User_LDAP\\LDAPProviderFactory',
      );
      """)
    #expect(facts.firm == ["database PostgreSQL", "proxy", "ldap"])
    #expect(facts.listed == ["product nextcloud 27.1.5"])
    #expect(facts.isAllUsed)
  }

  @Test func `inxi names the system, not what it is based on`() {
    let facts = Facts(
      """
      System:
        Kernel: 6.5.0-14-generic x86_64 bits: 64
        Desktop: Cinnamon 6.0.4 Distro: Linux Mint 21.3 Virginia
        base: Ubuntu 22.04 jammy
      """)
    #expect(facts.firm == ["arch x86_64", "os linuxmint 21.3"])
    #expect(facts.isAllUsed)
  }

  @Test func `flutter doctor tells the machine, not its tools`() {
    let facts = Facts(
      """
      [✓] Flutter (Channel stable, 3.16.5, on macOS 14.2.1 23C71 darwin-arm64, locale de-DE)
      [✓] Xcode - develop for iOS and macOS (Xcode 15.1)
      """)
    #expect(facts.firm == ["os macos 14.2.1", "arch aarch64", "locale de-DE"])
    #expect(facts.isAllUsed)
  }

  @Test func `a container's system is no more than a hint`() {
    let facts = Facts(
      "root@web1:~# docker exec app cat /etc/debian_version\n12.5\nroot@web1:~# uname -m\nx86_64")
    #expect(facts.firm == ["arch x86_64"])
    #expect(facts.hints == ["os debian 12.5"])
  }

  @Test func `Vaultwarden's report says each thing once`() {
    let facts = Facts(
      """
      * Vaultwarden version: v1.30.1
      * OS/Arch: linux/aarch64
      * Running within a container: true (Base: Debian)
      * Uses a reverse proxy: true
      * Internet access via a proxy: false
      * Database type: SQLite
      * Clients used: Brave
      """)
    #expect(
      facts.firm == [
        "product vaultwarden 1.30.1", "arch aarch64", "container", "proxy", "database SQLite",
      ])
    #expect(facts.used == Set(0...5))
  }
}
