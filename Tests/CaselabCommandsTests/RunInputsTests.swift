import CaseModel
import Foundation
import Testing

@testable import CaselabCommands
@testable import Lab

/// What a run is made from, whatever is run in it.
@Suite struct RunInputsTests {
  private static let ticket =
    URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
    + "/Profiles/examples/ftps-debian12/ticket.txt"

  @Test func oneEnvironmentHasTheSameLayersWhicheverSuitesAreRun() async throws {
    let lab = try await SyntheticLab()
    let id = try CaseID("SUP-10")
    try await CaseOpenCommand.parse([id.text, "--ticket", Self.ticket, "--json"])
      .run(in: lab.context)
    func inputs(_ suites: [String]) throws -> RunInputs {
      try RunInputs.resolve(id, suites: suites, in: lab.context)
    }
    func layers(_ inputs: RunInputs) -> [String: [String]] {
      Dictionary(
        uniqueKeysWithValues: inputs.nodes.map {
          ($0.node.name, $0.layers(on: "sha256:abc").map(\.digest))
        })
    }
    let all = try inputs([])
    #expect(all.suites.count == 2)
    let some = try inputs(["surroundings"])
    #expect(some.suites.map(\.name) == ["surroundings"])
    #expect(layers(some) == layers(all))
    let none = all.withoutSuites(done: "brought up")
    #expect(none.suites.isEmpty && layers(none) == layers(all))
  }
}
