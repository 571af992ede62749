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
