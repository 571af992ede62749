import Foundation
import Testing

@testable import Lab

@Suite struct CloudInitSeedTests {
  @Test func `the seed is a labelled file system, and nothing else is left`() async throws {
    let scratch = try Scratch()
    let seed = scratch.path("seed.img")
    try await CloudInitSeed.make(at: seed, instance: "caselab.1f2e3d4c.SUP-1042.3.product")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: seed)))
    // ECMA-119, 8.4: the volume identifier of the primary volume descriptor, in sector 16.
    let label = String(decoding: bytes[(16 * 2048 + 40)..<(16 * 2048 + 72)], as: UTF8.self)
    #expect(label.trimmingCharacters(in: .whitespaces) == "cidata")
    #expect(!FileManager.default.fileExists(atPath: seed + ".content"))
  }

  @Test func `an instance's name cannot become another key of the seed`() throws {
    let files = try CloudInitSeed.files(instance: "x\"\nlocal-hostname: evil\n")
    let meta = try JSONDecoder().decode(
      [String: String].self, from: Data(try #require(files["meta-data"]).utf8))
    #expect(meta == ["instance-id": "x\"\nlocal-hostname: evil\n", "local-hostname": "node"])
  }

  @Test func `user data opens the agent's calls and starts it`() throws {
    let text = try #require(try CloudInitSeed.files(instance: "x")["user-data"])
    #expect(text.hasPrefix("#cloud-config\n{"))
    #expect(text.contains("FILTER_RPC_ARGS") && text.contains("systemctl restart qemu-guest-agent"))
  }
}
