import CaseModel
import Foundation
import Machines
import Record
import Testing

@testable import CaselabCommands
@testable import Lab

/// A case about a product that the catalogue does not have.
@Suite final class AbsentProductTests {
  private let lab: SyntheticLab
  private var context: Context { lab.context }
  private var id: CaseID { lab.id }

  init() async throws { lab = try await SyntheticLab() }

  private func run(keep: RunCommand.Keep = .never) async throws -> CaseRunner.Ended {
    try await lab.run(keep: keep)
  }

  private func edit(_ change: (String) -> String) throws {
    let path = context.home.profile(of: id)
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try Data(change(yaml).utf8).write(to: URL(filePath: path))
  }

  @Test func theCaseOpensAndAllThatReadsItWorks() throws {
    #expect(try context.store().existingCase(id).title == "lighttpd 1.24.0 on debian 12")
    let profile = try CaseProfile.load(id, in: context)
    #expect(profile.profile.fidelity.first?.how == #"the catalogue has no "lighttpd""#)
    try AskCommand.parse(["SUP-9"]).run(in: context)
    try FidelityCommand.parse(["SUP-9"]).run(in: context)
    try PlanCommand.parse(["SUP-9"]).run(in: context)
    try ProfileDiffCommand.parse(["SUP-9"]).run(in: context)
    try ProfileExplainCommand.parse(["SUP-9", "product"]).run(in: context)
    #expect(
      try ProfileFile.check(id, in: context)
        == #"the catalogue has no "lighttpd": no product is installed; known are: nginx, openssh, proftpd, pyftpdlib"#
    )
  }

  @Test func thePlanSaysThatNoProductIsInstalled() throws {
    let inputs = try RunInputs.resolve(id, suites: [], in: context)
    let plan = try Planner(home: context.home).plan(
      inputs.profile, topology: inputs.topology, nodes: inputs.nodes, suites: inputs.suites)
    #expect(
      plan.steps == [
        "build image debian-12", "boot node product",
        #"verify the node's facts; the catalogue has no "lighttpd": no product is installed"#,
        "save a ready state, or go on from one instead of all since the boot",
        "collect artifacts, take the environment down",
      ])
    #expect(plan.layers.isEmpty && plan.text.contains("suite: none applies"))
  }

  @Test func aRunBuildsTheMachineAndReadsItsFacts() async throws {
    let ended = try await run()
    #expect(ended.run.outcome == .nothingRan && ended.status == 4, "\(ended.run)")
    #expect(
      ended.run.message
        == #"the catalogue has no "lighttpd": built without it, no suite applies"#)
    #expect(ended.run.tests.isEmpty && ended.run.product == nil)
    let confirmed = ended.run.facts.filter { $0.status == .confirmed }.map(\.fact)
    #expect(confirmed == ["os", "arch", "timezone", "node.cpus", "links"])
    #expect(
      ended.run.stages.map(\.name) == [
        "connect", "image", "acceleration", "boot", "prepare", "configure", "verify", "save",
        "restore", "collect", "tear down",
      ])
    #expect(ended.run.artifacts.contains { $0.kind == "domain" })
  }

  @Test func aKeptMachineIsThereForAnInstallationByHand() async throws {
    #expect(try await run(keep: .always).run.stages.last?.name == "collect")
    #expect(try context.store().resources().contains { $0.resource.kind == .machine })
  }

  @Test func upIsWellWithoutATestAsLongAsItIsUp() async throws {
    try await lab.makeImage()
    try await UpCommand.parse(["SUP-9", "--ttl", "1h", "--json"]).run(in: context)
    let run = try #require(try context.store().latestRun(id))
    #expect(run.outcome == .nothingRan)
    #expect(run.message == #"the catalogue has no "lighttpd": brought up without it"#)
    #expect(try context.store().keptEnvironments(of: id).map(\.run) == [run.runName])
    let ended = CaseRunner.Ended(run: run, status: run.outcome.exitStatus)
    #expect(UpCommand.status(of: ended, isUp: true) == 0)
    #expect(UpCommand.status(of: ended, isUp: false) == 3)
    var red = ended
    (red.run.outcome, red.status) = (.failed, 1)
    #expect(UpCommand.status(of: red, isUp: true) == 1)
  }

  @Test func aSlipInAnEditedNameIsAMistake() throws {
    try edit { $0.replacing("name: lighttpd", with: "name: profptd") }
    for read in [
      { _ = try ProfileFile.check(self.id, in: self.context) },
      { _ = try RunInputs.resolve(self.id, suites: [], in: self.context) },
    ] {
      let error = #expect(throws: CaselabError.self) { try read() }
      #expect(error?.message.contains(#"is "proftpd" meant?"#) == true)
    }
  }

  @Test func aRunThatHadItsProductIsNotRepeatedWithoutIt() throws {
    var earlier = RunRecord(
      caseID: id, number: 1, startedAt: "2030-01-02T03:04:05Z", startedBy: "robin", command: "run",
      toolVersion: "1",
      profile: try String(contentsOfFile: context.home.profile(of: id), encoding: .utf8))
    earlier.product = VersionFound(name: "lighttpd", wanted: nil, running: "1.24.0")
    let error = #expect(throws: CaselabError.self) {
      try RunInputs.again(earlier, suites: [], in: context)
    }
    #expect(error?.message == "product \"lighttpd\" is not in the catalogue")
  }
}
