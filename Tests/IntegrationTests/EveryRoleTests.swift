import Foundation
import Testing

extension MachineTests {
  /// Every companion, product and Debian, each run from what a customer writes: an hour under
  /// emulation, so only with `Scripts/test --all`. `CASELAB_TEST_ALL=nginx,SOCKS` runs the scenes
  /// whose names hold one of these words.
  @Suite(
    .serialized,
    .enabled(
      if: ProcessInfo.processInfo.environment["CASELAB_TEST_ALL"] != nil, "Scripts/test --all"))
  struct EveryRoleTests {
    struct Scene: Sendable, CustomTestStringConvertible {
      var name: String
      var ticket: String
      /// What came with it, by name.
      var attached: [String: String] = [:]
      /// Facts that are read back from inside as they were wanted.
      var confirmed: [String] = []
      /// Replacements in the derived profile.
      var edits: [String: String] = [:]
      /// Suites of which at least one test must pass.
      var suites = ["file-transfer", "surroundings"]
      var testDescription: String { name }
    }

    static let scenes: [Scene] = {
      let words = (ProcessInfo.processInfo.environment["CASELAB_TEST_ALL"] ?? "1").split(
        separator: ",")
      guard words != ["1"] else { return every }
      return every.filter { scene in words.contains { scene.name.contains($0) } }
    }()

    private static let every = [
      Scene(
        name: "Active Directory, SFTP and FTPS",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: explicit FTPS and SFTP
          Integrations: users log in with their Active Directory accounts, domain acme.example
          """),
      Scene(
        name: "OpenLDAP and HAProxy before two nodes",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: explicit FTPS
          Integrations: HAProxy load balancer in front of two servers, accounts in OpenLDAP, LDAPS
          """),
      Scene(
        name: "SOCKS proxy",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: SFTP
          Integrations: clients use a SOCKS proxy
          """,
        edits: ["companion: squid": "companion: dante\n    settings: { allowed_ports: '2222' }"]),
      Scene(
        name: "Debian 11 behind a firewall without NAT",
        ticket: """
          Product: ProFTPD 1.3.7a
          Operating system: Debian 11
          Protocols: FTP
          Integrations: a firewall, no NAT
          """),
      Scene(
        name: "NFS, syslog, DNS, NTP and mail",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: SFTP
          Integrations: the homes are on an NFS share, logs go to a syslog server
          """,
        edits: [
          "      client: auto\n":
            "      client: auto\n      names: auto\n      time: auto\n      mail: auto\n",
          "  client:\n    companion: client\n": """
            client:
              companion: client
            names: { companion: dnsmasq }
            time: { companion: chrony }
            mail: { companion: mail-sink }

          """,
        ]),
      Scene(
        name: "the customer's own rules, entries, parameters and settings",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: FTP
          Integrations: iptables on the gateway, accounts in OpenLDAP
          """,
        attached: [
          "iptables-save.txt": """
          *filter
          :INPUT ACCEPT [0:0]
          :FORWARD DROP [0:0]
          :OUTPUT ACCEPT [0:0]
          -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
          -A FORWARD -i eth0 -p icmp -j ACCEPT
          -A FORWARD -i eth0 -p tcp -m multiport --dports 21,22,990,2222 -j ACCEPT
          -A FORWARD -i eth0 -p tcp -m tcp --dport 40000:65535 -j ACCEPT
          COMMIT

          """,
          "people.ldif": """
          dn: ou=staff,dc=acme,dc=test
          objectClass: organizationalUnit
          ou: staff

          dn: uid=anna,ou=staff,dc=acme,dc=test
          objectClass: inetOrgPerson
          cn: Anna Muster
          sn: Muster

          """,
          "sysctl.conf": """
          net.ipv4.tcp_keepalive_time = 600
          net.core.somaxconn = 1024
          vm.nr_hugepages = 4096

          """,
          "proftpd.conf": """
          ServerName "Acme"
          PassivePorts 50000 50050
          <Global>
            Umask 027
            TimeoutIdle 90
          </Global>
          <Anonymous ~ftp>
            MaxClients 1
          </Anonymous>

          """,
        ],
        confirmed: [
          "sysctl net.core.somaxconn", "sysctl net.ipv4.tcp_keepalive_time",
        ],
        edits: [
          "  settings:\n    passive_ports": "  settings:\n    quota_mib: 40\n    passive_ports"
        ]),
      Scene(
        name: "single sign-on and an SMB share",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: SFTP
          Integrations: single sign-on by SAML; the homes are on a network drive
          """, edits: ["companion: nfs": "companion: samba-share"]),
      Scene(
        name: "IPv6 only",
        ticket: """
          Product: ProFTPD 1.3.8
          Operating system: Debian 12
          Protocols: FTP, explicit FTPS, SFTP
          Integrations: a firewall without NAT
          """,
        confirmed: ["no IPv4"],
        edits: [
          "198.51.100.0/24": "2001:db8:51::/64", "10.77.0.0/24": "2001:db8:77::/64",
        ], suites: ["file-transfer"]),
      Scene(
        name: "Debian 13",
        ticket: "Product: ProFTPD 1.3.8\nOperating system: Debian 13\nProtocols: SFTP, FTPS\n",
        suites: ["file-transfer"]),
      Scene(
        name: "OpenSSH",
        ticket: "Product: OpenSSH\nOperating system: Debian 12\nProtocols: SFTP\n",
        suites: ["file-transfer"]),
      Scene(
        name: "pyftpdlib",
        ticket: "Product: pyftpdlib 1.5.9\nOperating system: Debian 12\nProtocols: FTP, FTPS\n",
        suites: ["file-transfer", "pyftpdlib-upstream"]),
      Scene(
        name: "nginx",
        ticket: "Product: nginx\nOperating system: Debian 12\nProtocols: HTTP, HTTPS\n",
        suites: ["web"]),
    ]

    @Test(arguments: scenes)
    func itIsBuiltFromWhatTheCustomerWritesAndPasses(_ scene: Scene) async throws {
      let test = TestCase(tool: try await SharedLab.shared.tool())
      let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).txt"
      try scene.ticket.write(toFile: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: file) }
      let opened = try await test.tool("case", "open", test.id, "--ticket", file)
      try #require(opened.status == 0, "\(opened.all)")
      let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for (name, text) in scene.attached {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        let added = try await test.tool("case", "add", test.id, "--ticket", "\(folder)/\(name)")
        try #require(added.status == 0, "\(added.all)")
      }
      if !scene.edits.isEmpty {
        var yaml = try await test.tool("profile", "show", test.id).output
        for (old, new) in scene.edits {
          try #require(yaml.contains(old), "\(yaml)")
          yaml = yaml.replacing(old, with: new)
        }
        let edited = try await test.edit(yaml)
        try #require(edited.status == 0, "\(edited.all)")
      }
      let ran = try await test.tool("run", test.id, "--json")
      let run: RunJSON = try ran.json()
      let bad = run.tests.filter { ["failed", "error"].contains($0.status) }
      #expect(ran.status == 0 && bad.isEmpty, "\(bad)\n\(ran.errors)")
      for fact in scene.confirmed {
        #expect(run.facts.contains { $0.fact == fact && $0.status == "confirmed" }, "\(run.facts)")
      }
      for suite in scene.suites {
        #expect(run.tests("passed").contains { $0.suite == suite }, "nothing passed of \(suite)")
      }
      // Gone on from where it was healthy, minutes ago: the same, with a clock that jumped.
      let second = try await test.tool("run", test.id, "--json")
      let restored: RunJSON = try second.json()
      #expect(!restored.stages.contains { $0.name == "boot" }, "\(second.errors)")
      func results(_ run: RunJSON) -> [String] {
        run.tests.map { "\($0.suite) \($0.name) \($0.status)" }.sorted()
      }
      #expect(results(restored) == results(run), "\(second.errors)")
    }

    /// A TCP connection does not outlive its server: what is configured survives is the next one.
    @Test func aTransferThroughTheBalancerEndsWithItsServerAndTheNextOneWorks() async throws {
      let test = TestCase(tool: try await SharedLab.shared.tool())
      try await test.open()
      let up = try await test.tool("up", test.id)
      try #require(up.status == 0, "\(up.all)")
      let script = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sh"
      try Self.transfers.write(toFile: script, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: script) }
      try await test.tool("cp", test.id, script, "client:/run/transfer.sh")
      func client(_ what: String) async throws -> Tool.Answer {
        try await test.tool(
          "exec", test.id, "client", "--", "sh", "/run/transfer.sh", what,
          "server.customer.example")
      }
      try #require(try await client("begin").status == 0)
      var serving: String?
      for _ in 0..<30 where serving == nil {
        for node in ["product", "product-2"] {
          let found = try await test.tool(
            "exec", test.id, node, "--", "sh", "-c", "ls /srv/ftp/writer/slow.bin")
          if found.status == 0 { serving = node }
        }
      }
      let node = try #require(serving, "no node got the file")
      let cut = try await test.tool("link", "down", test.id, node, "balancer")
      #expect(cut.status == 0, "\(cut.all)")
      let ended = try await client("end")
      #expect(ended.status == 0 && !ended.output.contains("status 0"), "\(ended.all)")
      let again = try await client("again")
      #expect(again.status == 0, "\(again.all)")
      let down = try await test.tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
    }

    private static let transfers = """
      set -eu
      IFS=: read -r name password rest </etc/caselab/accounts
      umask 077
      printf 'default login %s password %s\\n' "$name" "$password" >/run/netrc
      [ -e /run/data ] || head -c 3000000 /dev/urandom >/run/data
      send() {
        curl -sS --ssl-reqd --cacert /etc/caselab/tls/ca.pem --netrc-file /run/netrc \\
          --max-time 240 -T /run/data "$@"
      }
      case $1 in
        begin)
          (send --limit-rate 20k "ftp://$2/slow.bin" && echo status 0 || echo "status $?") \\
            >/run/slow.log 2>&1 </dev/null & ;;
        end) for second in $(seq 240); do grep status /run/slow.log && exit 0; sleep 1; done; exit 1 ;;
        again) send "ftp://$2/again.bin" ;;
      esac
      """
  }
}
