import CaseModel
import Testing

@testable import Profiling

@Suite struct ConfigurationFileTests {
  @Test func aMissingFileIsAnEmptyOne() throws {
    #expect(try ConfigurationFile.load("/nonexistent/config.yaml") == ConfigurationFile())
  }

  @Test func connectIsRead() throws {
    let parsed = try ConfigurationFile.parse("connect: qemu+ssh://lab/system\n", file: "c")
    #expect(parsed.connect == "qemu+ssh://lab/system")
  }

  @Test func theBudgetOfTheLayersIsRead() throws {
    let parsed = try ConfigurationFile.parse("cache: { max_size: 20GiB }\n", file: "c")
    #expect(parsed.cache?.maxBytes == 20 << 30)
  }

  @Test func layersInAChrootCanBeSwitchedOff() throws {
    #expect(
      try ConfigurationFile.parse("layers: { chroot: false }\n", file: "c").layers?.chroot == false)
    #expect(throws: CaselabError.self) {
      _ = try ConfigurationFile.parse("layers: { chroot: perhaps }\n", file: "c")
    }
  }

  @Test(arguments: ["20", "20 GiB", "0GiB", "-1GiB", "9999999999TiB", "20GB"])
  func whatIsNoSizeIsToldWithItsLine(_ size: String) {
    #expect {
      _ = try ConfigurationFile.parse("cache:\n  max_size: \(size)\n", file: "c.yaml")
    } throws: { "\($0)".contains("c.yaml:2") && "\($0)".contains("20GiB") }
  }

  @Test func anUnknownKeyIsToldWithItsLine() {
    #expect {
      _ = try ConfigurationFile.parse("connect: qemu:///session\nconect: x\n", file: "c.yaml")
    } throws: { error in
      let text = "\(error)"
      return (error as? CaselabError)?.code == .badInput && text.contains("c.yaml:2")
        && text.contains("conect")
    }
  }
}
