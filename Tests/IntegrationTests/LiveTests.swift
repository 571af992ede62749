import Foundation
import Subprocess
import Testing

extension MachineTests {
  /// One small environment of two machines, used in all the ways that one that is up can be.
  @Suite(.serialized) struct LiveTests {
    struct Status: Decodable {
      struct Environment: Decodable {
        struct Node: Decodable {
          var name: String
          var role: String?
          var state: String
          var residentMiB: Int?
        }
        struct Lease: Decodable {
          var kind: String
          var until: String?
        }
        struct Link: Decodable {
          var name: String
          var state: String
        }
        var `case`: String
        var nodes: [Node]
        var diskBytes: Int
        var lease: Lease
        var links: [Link]
        var switchRunning: Bool?
      }
      var schema: String
      var environments: [Environment]
    }

    @Test func anEnvironmentIsBroughtUpUsedAndTakenDown() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(test.neighbours(suites: "smoke"))
      try #require(edited.status == 0, "\(edited.all)")
      let up = try await tool("up", test.id, "--ttl", "1h", "--json")
      try #require(up.status == 0, "\(up.all)")
      let run: RunJSON = try up.json()
      #expect(run.outcome == "nothing-ran" && run.message == "brought up, without suites")
      #expect(run.tests.allSatisfy { $0.status == "passed" })
      do {
        try await isListed(test)
        try await nodesAreReached(test)
        try await logsAreFollowed(test)
        try await linksAreCutAndMended(test)
        try await aPortIsOpenedAndNothingElse(test)
        try await allMachinesGoBackToASnapshot(test)
      } catch {
        _ = try await tool("down", test.id)
        throw error
      }
      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      let after = try await tool("status", test.id)
      #expect(after.output == "nothing is up\n", "\(after.all)")
    }

    private func isListed(_ test: TestCase) async throws {
      let answer = try await test.tool("status", test.id, "--json")
      let status: Status = try answer.json()
      #expect(status.schema == "caselab.status/1")
      let environment = try #require(status.environments.first, "\(answer.all)")
      #expect(environment.nodes.map(\.name) == ["product", "neighbour"])
      #expect(environment.nodes.map(\.role) == ["product", "logs"])
      for node in environment.nodes {
        #expect(node.state == "running" && node.residentMiB ?? 0 > 50, "\(answer.all)")
      }
      #expect(environment.diskBytes > 0)
      #expect(environment.links.map(\.state) == ["up"] && environment.switchRunning == true)
      let extended = try await test.tool("extend", test.id, "--ttl", "7d")
      #expect(extended.status == 0, "\(extended.all)")
      let later: Status = try await test.tool("status", test.id, "--json").json()
      let (old, new) = (environment.lease.until ?? "", later.environments[0].lease.until ?? "")
      #expect(environment.lease.kind == "kept" && old < new)
    }

    private func nodesAreReached(_ test: TestCase) async throws {
      let tool = test.tool
      let here = try await tool("exec", test.id, "--", "cat", "/etc/hostname")
      #expect(here.output == "server\n", "\(here.all)")
      let there = try await tool("exec", test.id, "neighbour", "--", "cat", "/etc/hostname")
      #expect(there.output == "neighbour\n", "\(there.all)")
      let nobody = try await tool("exec", test.id, "nobody", "--", "true")
      #expect(nobody.status == 64, "\(nobody.all)")
      #expect(nobody.errors.contains("up are: product, neighbour"), "\(nobody.all)")
      let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let copied = try await tool("cp", test.id, "neighbour:/var/log/neighbour.log", folder)
      #expect(copied.status == 0, "\(copied.all)")
      let text = try String(contentsOfFile: folder + "/neighbour.log", encoding: .utf8)
      #expect(text == "the neighbour is there\n")
    }

    private func logsAreFollowed(_ test: TestCase) async throws {
      let rotate = """
        cd /var/log; echo 'last words' >>neighbour.log; mv neighbour.log neighbour.log.1
        echo 'new file' >neighbour.log
        """
      let lines = try await test.tool.lines(
        of: ["logs", test.id, "neighbour", "--follow"], until: "new file"
      ) { line in
        guard line == "the neighbour is there" else { return }
        let done = try await test.tool("exec", test.id, "neighbour", "--", "sh", "-c", rotate)
        #expect(done.status == 0, "\(done.all)")
      }
      #expect(
        lines == [
          "==> /var/log/neighbour.log <==", "the neighbour is there", "last words", "new file",
        ])
    }

    private func ping(_ test: TestCase) async throws -> Int {
      try await test.tool(
        "exec", test.id, "--", "ping", "-q", "-c", "3", "-W", "5", "neighbour.customer.example"
      ).status
    }

    private func linksAreCutAndMended(_ test: TestCase) async throws {
      #expect(try await ping(test) == 0)
      let down = try await test.tool("link", "down", test.id, "inside")
      #expect(down.output == "link inside down: neighbour ── product\n", "\(down.all)")
      #expect(try await ping(test) != 0)
      let up = try await test.tool("link", "up", test.id)
      #expect(up.status == 0, "\(up.all)")
      #expect(try await ping(test) == 0)
    }

    private func aPortIsOpenedAndNothingElse(_ test: TestCase) async throws {
      let tool = test.tool
      let opened = try await tool("expose", test.id, "neighbour:7007", "--json")
      struct Ports: Decodable {
        struct Port: Decodable { var to: String }
        var items: [Port]
      }
      let source = try #require(try opened.json(Ports.self).items.first?.to, "\(opened.all)")
      let port = try #require(source.split(separator: ":").last.flatMap { Int($0) })
      #expect(source == "127.0.0.1:\(port)")
      #expect(try await Loopback.firstLine(from: port) == "hello from next door")

      // The guest knocks at a port of the host that is open to all.
      let listener = try Loopback.Listener()
      #expect(try await Loopback.connects(to: listener.port))
      #expect(listener.knocks() == 1)
      let knock = try await tool(
        "exec", test.id, "neighbour", "--timeout", "600", "--", "sh", "-c", Self.knocking, "sh",
        String(listener.port))
      #expect(knock.output == "done\n", "\(knock.all)")
      #expect(listener.knocks() == 0)
      let ways = try await tool(
        "exec", test.id, "neighbour", "--", "sh", "-c",
        "ip -4 route show dev expose; cat /etc/resolv.conf")
      #expect(
        ways.output.hasPrefix("198.18.254.0/24 proto kernel scope link src 198.18.254.15"),
        "\(ways.all)")
      #expect(!ways.output.contains("default") && !ways.output.contains("nameserver 198.18"))
      #expect(try await ping(test) == 0)

      let closed = try await tool("expose", test.id, "--stop")
      #expect(closed.output == "no port is open\n", "\(closed.all)")
      #expect(try await !Loopback.connects(to: port))
      let devices = try await tool("exec", test.id, "neighbour", "--", "ls", "/sys/class/net")
      #expect(devices.output == "inside\nlo\n", "\(devices.all)")
    }

    private func allMachinesGoBackToASnapshot(_ test: TestCase) async throws {
      let tool = test.tool
      let opened = try await tool("expose", test.id, "neighbour:7007")
      #expect(opened.status == 0, "\(opened.all)")
      let refused = try await tool("snapshot", test.id, "clean")
      #expect(refused.status == 3 && refused.errors.contains("has open ports"), "\(refused.all)")
      let closed = try await tool("expose", test.id, "--stop")
      #expect(closed.status == 0, "\(closed.all)")
      let none = try await tool("snapshot", test.id)
      #expect(none.output == "no snapshots\n", "\(none.all)")

      let made = try await tool("snapshot", test.id, "clean")
      #expect(made.output == "clean\n", "\(made.all)")
      for node in ["product", "neighbour"] {
        let spoilt = try await tool(
          "exec", test.id, node, "--", "sh", "-c", "echo spoilt >/etc/hostname; hostname spoilt")
        #expect(spoilt.status == 0, "\(spoilt.all)")
      }
      let restored = try await tool("restore", test.id, "clean")
      #expect(restored.status == 0, "\(restored.all)")
      for (node, host) in [("product", "server"), ("neighbour", "neighbour")] {
        let now = try await tool(
          "exec", test.id, node, "--", "sh", "-c", "cat /etc/hostname; hostname")
        #expect(now.output == "\(host)\n\(host)\n", "\(now.all)")
      }
      #expect(try await ping(test) == 0)
    }

    /// Says whoever answers; the guest is root and may set routes of its own.
    private static let knocking = #"""
      for to in 192.0.2.1 8.8.8.8; do ip route add "$to" via 198.18.254.2 dev expose; done
      for to in "198.18.254.2 $1" "198.18.254.3 53" "192.0.2.1 $1" "8.8.8.8 53"; do
        timeout 15 perl -MIO::Socket::INET -e '
          exit !IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => 10)' $to &&
          echo "$to answers"
      done
      perl -MIO::Socket::INET -e '
        for my $to ("198.18.254.2", "198.18.254.3", "8.8.8.8") {
          my $socket = IO::Socket::INET->new(Proto => "udp", PeerAddr => $to, PeerPort => 53) or next;
          $socket->send("\x12\x34\x01\0\0\x01\0\0\0\0\0\0\x06debian\x03org\0\0\x01\0\x01");
          my $wanted = ""; vec($wanted, fileno($socket), 1) = 1;
          my $answer = "";
          print "$to answers a name server'"'"'s client\n"
            if select($wanted, undef, undef, 8) > 0 && defined $socket->recv($answer, 512);
        }'
      for to in 192.0.2.1 8.8.8.8; do ip route del "$to"; done
      echo done
      """#
  }
}
