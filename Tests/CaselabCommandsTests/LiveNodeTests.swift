import CaseModel
import Foundation
import Testing

@testable import CaselabCommands

@Suite struct LiveNodeTests {
  private let future = "2999-01-02T03:04:05.000Z"

  @Test func theProductsNodeIsMeantWhereNoneIsNamed() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    #expect(try await LiveNode.find(live.id, in: live.context).name == "product")
    #expect(
      try await LiveNode.find(live.id, node: "directory", in: live.context).name == "directory")
  }

  @Test func anUnknownNodeIsToldWithThoseThatAreUp() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    for name in ["tools", "no\u{1b}[2J"] {
      let error = await #expect(throws: CaselabError.self) {
        _ = try await LiveNode.find(live.id, node: name, in: live.context)
      }
      #expect(error?.code == .usage)
      #expect(error?.message.contains("\u{1b}") == false)
      #expect(error?.hint == "up are: product, directory")
    }
  }

  @Test func ofSeveralEnvironmentsTheLatestThatIsUpIsMeant() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    try await live.bringUp(expires: future)
    #expect(try await LiveEnvironment.find(live.id, in: live.context).run == 2)
    for name in live.hypervisor.running where name.contains(".2.") {
      try await live.hypervisor.machine(named: name, uuid: nil)?.destroy()
    }
    #expect(try await LiveEnvironment.find(live.id, in: live.context).run == 1)
  }

  @Test func aCaseWithNothingUpSaysHowToBringItUp() async throws {
    let live = try LiveFixture()
    let error = await #expect(throws: CaselabError.self) {
      _ = try await LiveNode.find(live.id, in: live.context)
    }
    #expect(error?.code == .nothingRan && error?.hint == "caselab up SUP-1042")
  }

  @Test func namesOfNodesAreCompleted() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    let words = ["caselab", "shell", "SUP-1042", ""]
    #expect(NodeCompletion.names(words, "", in: live.context) == ["directory", "product"])
    #expect(NodeCompletion.names(words, "d", in: live.context) == ["directory"])
    #expect(NodeCompletion.names(["caselab", "shell", "SUP-1"], "", in: live.context) == [])
  }

  @Test func aPathOfAMachineIsToldFromOneOfThisHost() {
    #expect(GuestPath(":/etc/x")?.node == "product")
    #expect(GuestPath("directory:/etc/x:y")?.node == "directory")
    #expect(GuestPath("directory:/etc/x:y")?.path == "/etc/x:y")
    for text in ["./a:b", "/srv/a:b", "plain", "", "a b:c"] { #expect(GuestPath(text) == nil) }
  }

  @Test(arguments: [
    ["exec", "SUP-1042", "--", "true"],
    ["exec", "SUP-1042", "directory", "--", "true", "directory"],
    ["shell", "SUP-1042", "directory"], ["console", "SUP-1042"],
    ["cp", "SUP-1042", "directory:/etc/x", "."], ["logs", "SUP-1042", "-f"],
    ["logs", "SUP-1042", "directory", "--follow", "-l", "5"],
    ["link", "down", "SUP-1042", "client", "firewall"],
    ["expose", "SUP-1042", "directory:389", "--to", "127.0.0.1:1389"],
  ]) func isACommandLine(_ words: [String]) throws { _ = try Caselab.parseAsRoot(words) }

  @Test(arguments: [
    ["cp", "SUP-1042", "a", "b"], ["cp", "SUP-1042", ":/a", "directory:/b"],
    ["exec", "SUP-1042"], ["logs", "SUP-1042", "-f", "--console"],
    ["link", "down", "SUP-1042"], ["link", "impair", "SUP-1042", "inside"],
    ["link", "up", "SUP-1042", "a", "b", "c"], ["extend", "SUP-1042", "--ttl", "soon"],
    ["expose", "SUP-1042", "directory:389", "--to", "0.0.0.0:389"],
    ["expose", "SUP-1042", "directory:389", "--to", "192.0.2.1:389"],
    ["expose", "SUP-1042", "--to", "127.0.0.1:389"], ["expose", "SUP-1042", "directory:0"],
  ]) func isNoCommandLine(_ words: [String]) {
    #expect(throws: (any Error).self) {
      let command = try Caselab.parseAsRoot(words)
      // Two places of a link are only wanted once it runs.
      if let down = command as? LinkDownCommand { _ = try down.place.parsed() }
    }
  }
}
