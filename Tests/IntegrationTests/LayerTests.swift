import Foundation
import Testing

extension MachineTests {
  @Suite(.serialized) struct LayerTests {
    /// Packages, accounts, services, and every file's owner, mode, capabilities and content, but for what
    /// belongs to the machine: its ID, the case's files, logs, caches, and what services keep.
    private static let inventory = """
      exec >/var/tmp/inventory
      dpkg-query --show
      systemctl list-unit-files --no-legend --no-pager
      find / -xdev \\( -path /tmp -o -path /var/tmp -o -path /var/log -o -path /var/cache \\
        -o -path /var/lib/apt -o -path /var/lib/systemd -o -path /var/lib/chrony \\
        -o -path /var/lib/dbus -o -path /etc/caselab -o -path /root \\) -prune -o \\
        -printf '%p %y %u %g %m %l\\n' | sort
      getcap -r /usr 2>/dev/null || true
      find /usr /etc /var/lib/dpkg -xdev -type f ! -path '/etc/caselab/*' ! -name machine-id \\
        ! -name resolv.conf -exec md5sum {} + | sort
      """

    @Test func aLayerIsTheSameBuiltOnTheHostAndInAMachine() async throws {
      let tool = try await SharedLab.shared.tool(profiles: Tool.fixture("Profiles"))
      let settings = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      try FileManager.default.createDirectory(
        atPath: settings + "/caselab", withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: settings) }
      try "layers: { chroot: false }\n".write(
        toFile: settings + "/caselab/config.yaml", atomically: true, encoding: .utf8)
      var inMachine = tool
      inMachine.extra["XDG_CONFIG_HOME"] = settings

      let onHost = try await build(with: tool)
      try #require(onHost.layer.chroot == true, "this host builds no layers of its own")
      // Read-only, as all layers are; the next one is made in its place.
      try FileManager.default.removeItem(atPath: onHost.folder)
      let machines = try await build(with: inMachine)
      #expect(machines.layer.chroot == false)
      #expect(machines.layer.digest == onHost.layer.digest)
      let (here, there) = (Set(onHost.inventory), Set(machines.inventory))
      #expect(here.count > 10_000)
      #expect(here.subtracting(there).sorted() == [])
      #expect(there.subtracting(here).sorted() == [])
    }

    private struct Layer: Decodable {
      var digest: String
      var chroot: Bool?
    }

    /// The layer of the fixture product `packaged`, and what a node that boots from it has.
    private func build(
      with tool: Tool
    ) async throws -> (layer: Layer, folder: String, inventory: [Substring]) {
      let test = TestCase(tool: tool)
      try await test.open()
      let edited = try await test.edit(
        test.plain(suite: "smoke").replacing("name: plain", with: "name: packaged"))
      try #require(edited.status == 0, "\(edited.all)")
      let ran = try await tool("run", test.id, "--cold", "--keep", "always", "--json")
      try #require(ran.status == 0, "\(ran.all)")
      let digest = try #require(try ran.json(RunJSON.self).layers.last?.digest)
      let shown = try await tool("layer", "show", digest, "--json")
      let listed = try await tool("exec", test.id, "--", "sh", "-euc", Self.inventory)
      try #require(listed.status == 0, "\(listed.all)")
      let file = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: file) }
      let copied = try await tool("cp", test.id, ":/var/tmp/inventory", file)
      try #require(copied.status == 0, "\(copied.all)")
      let down = try await tool("down", test.id)
      #expect(down.status == 0, "\(down.all)")
      return (
        try shown.json(Layer.self), tool.home + "/layers/" + digest.dropFirst("sha256:".count),
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      )
    }
  }
}
