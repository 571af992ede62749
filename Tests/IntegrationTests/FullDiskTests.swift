import Foundation
import Subprocess
import Testing

extension MachineTests {
  /// No guest boots here, but building an image wants the host for itself.
  @Suite(.enabled("this host allows no mount namespace") { await SmallDisk.canBeMade() })
  struct FullDiskTests {
    @Test func anImportThatCannotFitIsRefusedAtOnce() async throws {
      let disk = try GuestDisk()
      try await SmallDisk.with(mebibytes: 128) { small in
        let tool = small.tool()
        let answer = try await tool("image", "import", disk.raw, "--os", "debian:12")
        #expect(answer.status == 3, "\(answer.all)")
        #expect(
          answer.errors.contains(/image "debian-12" needs \d+ MiB of disk, ".*" has \d+ MiB free/)
            && answer.errors.contains("\"\(small.path)/"), "\(answer.all)")
        #expect(answer.errors.contains("hint: free some space"), "\(answer.all)")
        try await nothingIsLeft(tool)
      }
    }

    /// A compressed disk whose size does not tell how large it gets.
    @Test func anImportThatFillsTheDiskFailsWholeAndWorksOnceThereIsRoom() async throws {
      let disk = try GuestDisk()
      let compressed = try await disk.compressed()
      try await SmallDisk.with(mebibytes: 128) { small in
        let tool = small.tool()
        let full = try await tool("image", "import", compressed, "--os", "debian:12")
        #expect(full.status == 3, "\(full.all)")
        #expect(full.errors.contains("No space left on device"), "\(full.all)")
        #expect(
          full.errors.contains(/" had \d+ MiB of disk free when copying image "debian-12" failed/)
            && full.errors.contains("\"\(small.path)/"), "\(full.all)")
        #expect(full.errors.contains("hint: free some space"), "\(full.all)")
        try await nothingIsLeft(tool)

        try await small.resize(mebibytes: 512)
        let again = try await tool("image", "import", compressed, "--os", "debian:12")
        #expect(again.status == 0, "\(again.all)")
        #expect(try await tool("image", "list").output.contains("imported from"))
      }
    }

    @Test func aBuildThatCannotFitIsRefusedAtOnce() async throws {
      try await SmallDisk.with(mebibytes: 128) { small in
        let answer = try await small.tool()("image", "build", "debian-12")
        #expect(answer.status == 3, "\(answer.all)")
        #expect(
          answer.errors.contains(/building image "debian-12" needs \d+ MiB of disk/),
          "\(answer.all)")
        #expect(answer.errors.contains("hint: free some space"), "\(answer.all)")
        try await nothingIsLeft(small.tool())
      }
    }

    /// The fixture's mmdebstrap takes the room away that was there when the build began.
    @Test func aBuildThatFillsTheDiskLeavesNoImage() async throws {
      try await SmallDisk.with(mebibytes: 4096) { small in
        var tool = small.tool()
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        tool.extra["PATH"] = Tool.fixture("full-disk") + ":" + path
        tool.extra["CASELAB_TEST_DISK"] = small.path
        let answer = try await tool("image", "build", "debian-12")
        #expect(answer.status == 3, "\(answer.all)")
        #expect(
          answer.errors.contains(
            /" had \d+ MiB of disk free when building image "debian-12" failed/)
            && answer.errors.contains("\"\(small.path)/"), "\(answer.all)")
        #expect(answer.errors.contains("hint: free some space"), "\(answer.all)")
        try await nothingIsLeft(small.tool())
      }
    }

    private func nothingIsLeft(_ tool: Tool) async throws {
      struct Images: Decodable {
        struct Item: Decodable {}
        var items: [Item]
      }
      let listed = try await tool("image", "list", "--json")
      let images: Images = try listed.json()
      #expect(images.items.isEmpty, "\(listed.all)")
      let swept = try await tool("gc")
      #expect(swept.output == "nothing to remove\n", "\(swept.all)")
    }
  }
}

/// A disk of 192 MiB with a boot record and no empty block; removed with the value.
private final class GuestDisk {
  let raw: String

  init() throws {
    raw = FileManager.default.temporaryDirectory.path + "/caselab-guest-" + UUID().uuidString
    try Data().write(to: URL(filePath: raw))
    let file = try FileHandle(forWritingTo: URL(filePath: raw))
    var block = Data(repeating: 0x55, count: 1 << 20)
    block[511] = 0xAA
    for _ in 0..<192 { try file.write(contentsOf: block) }
    try file.close()
  }

  deinit {
    for path in [raw, raw + ".qcow2"] { try? FileManager.default.removeItem(atPath: path) }
  }

  func compressed() async throws -> String {
    let made = try await Subprocess.run(
      .name("qemu-img"),
      arguments: ["convert", "-c", "-f", "raw", "-O", "qcow2", raw, raw + ".qcow2"],
      output: .discarded, error: .string(limit: 4096))
    try #require(made.terminationStatus.isSuccess, "\(made.standardError)")
    return raw + ".qcow2"
  }
}
