import Foundation
import Testing

extension MachineTests {
  /// Every companion, product and Debian, each run from what a customer writes: some hours under
  /// emulation, so only with `Scripts/test --all`.
  @Suite(
    .serialized,
    .enabled(
      if: ProcessInfo.processInfo.environment["CASELAB_TEST_ALL"] != nil, "Scripts/test --all"))
  struct EveryRoleTests {
    struct Scene: Sendable, CustomTestStringConvertible {
      var name: String
      var ticket: String
      /// Replacements in the derived profile.
      var edits: [String: String] = [:]
      /// Suites of which at least one test must pass.
      var suites = ["file-transfer", "surroundings"]
      var testDescription: String { name }
    }

    static let scenes = [
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
          """, edits: ["companion: squid": "companion: dante"]),
      Scene(
        name: "Debian 11 behind a firewall without NAT",
        ticket: """
          Product: ProFTPD 1.3.7a
          Operating system: Debian 11
          Protocols: FTP
          Integrations: a firewall, no NAT
          """,
        edits: ["companion: nftables\n": "companion: nftables\n    settings: { nat: false }\n"]
      ),
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
            time: { companion: chrony, settings: { offset_seconds: 90 } }
            mail: { companion: mail-sink }

          """,
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
      for suite in scene.suites {
        #expect(run.tests("passed").contains { $0.suite == suite }, "nothing passed of \(suite)")
      }
    }
  }
}
