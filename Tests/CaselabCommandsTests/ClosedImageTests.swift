import CaseModel
import Foundation
import Record
import Testing

@testable import CaselabCommands

/// Images that the lab has no way into.
@Suite struct ClosedImageTests {
  private func refusal(_ lab: SyntheticLab) throws -> CaselabError {
    let error = #expect(throws: CaselabError.self) {
      _ = try RunInputs.resolve(lab.id, suites: [], in: lab.context)
    }
    return try #require(error)
  }

  @Test func withoutAClientThereIsNobodyToSeeIt() async throws {
    let lab = try await SyntheticLab()
    try await lab.makeImage(ImageAccess.none)
    let error = try refusal(lab)
    #expect(error.code == .badInput)
    #expect(
      error.message == """
        node "product" is only seen from outside (its image "debian-12" was imported with --access none), and the profile has no client
        """)
    #expect(error.hint?.contains("client: { companion: client }") == true)
  }

  @Test func whatTheLabIsToConfigureNeedsAWayIn() async throws {
    let lab = try await SyntheticLab()
    try await lab.makeImage(ImageAccess.none)
    let file = lab.context.home.profile(of: lab.id)
    var yaml = try String(contentsOfFile: file, encoding: .utf8)
    yaml += """

      links:
        inside: { subnet: 10.77.0.0/24, nodes: { product: auto, client: auto } }
      nodes:
        client: { companion: client }

      """
    try yaml.write(toFile: file, atomically: true, encoding: .utf8)
    let error = try refusal(lab)
    #expect(error.code == .badInput)
    #expect(error.message.hasPrefix("node \"client\" is for the lab to configure"))
  }

  @Test func anEnvironmentThatIsEnteredBySSHHasNoReadyState() async throws {
    let lab = try await SyntheticLab()
    try await lab.makeImage(.ssh(user: "root", port: 22))
    let names = try await lab.run().run.stages.map(\.name)
    #expect(names.contains("boot") && !names.contains("save"))
    let again = try await lab.run().run.stages.map(\.name)
    #expect(again.contains("boot") && !again.contains("restore"))
  }
}
