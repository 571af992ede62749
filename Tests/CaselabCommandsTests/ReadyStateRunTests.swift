import CaseModel
import Foundation
import Machines
import Record
import SyntheticMachines
import Testing

@testable import CaselabCommands
@testable import Lab

@Suite struct ReadyStateRunTests {
  private func states(_ lab: SyntheticLab) -> [ReadyStateManifest] {
    ReadyStateStore(home: lab.context.home).list()
  }

  private func names(_ ended: CaseRunner.Ended) -> [String] { ended.run.stages.map(\.name) }

  @Test func theSecondRunGoesOnFromWhereTheFirstOneWasHealthy() async throws {
    let lab = try await SyntheticLab()
    let first = try await lab.run()
    let state = try #require(states(lab).first)
    #expect(first.run.layers.map(\.cached) == [false])
    let second = try await lab.run()
    #expect(
      names(second) == ["connect", "image", "acceleration", "restore", "collect", "tear down"])
    #expect(
      second.run.layers == [LayerUse(name: "ready-state", digest: state.digest, cached: true)])
    #expect(second.run.facts == first.run.facts && second.run.outcome == first.run.outcome)
    #expect(second.run.fidelity == first.run.fidelity)
    #expect(lab.hypervisor.running.isEmpty)
    #expect(try lab.context.store().resources().isEmpty)
  }

  @Test func anotherCaseWithTheSameEnvironmentUsesItToo() async throws {
    let lab = try await SyntheticLab()
    _ = try await lab.run()
    let other = try CaseID("SUP-10")
    try await lab.open(other)
    #expect(try await names(lab.run(other)).contains("restore"))
    #expect(states(lab).count == 1)
  }

  @Test func whyItBootsAgainIsToldByWhatChanged() async throws {
    let lab = try await SyntheticLab()
    _ = try await lab.run()
    let before = try #require(states(lab).first)
    let reason = ReadyStateReason(
      store: try lab.context.store(), states: ReadyStateStore(home: lab.context.home))
    #expect(try reason.whyBooted(lab.id, run: 2, before.digest, before.inputs) == nil)
    var inputs = before.inputs
    let index = try #require(inputs.firstIndex { $0.name == "QEMU" })
    inputs[index].value = "11.0"
    #expect(
      try reason.whyBooted(lab.id, run: 2, "sha256:other", inputs)
        == "boots: the ready state of run 1 is of another QEMU")
    #expect(try reason.whyBooted(lab.id, run: 1, "sha256:other", inputs) == nil)
    try Folder.remove(ReadyStateStore(home: lab.context.home).folder(before.digest))
    #expect(try reason.whyBooted(lab.id, run: 2, "sha256:other", inputs) == nil)
  }

  @Test func whyTwoCasesHaveOtherReadyStatesIsToldToo() async throws {
    let lab = try await SyntheticLab()
    let other = try CaseID("SUP-10")
    try await lab.open(other)
    func rows() throws -> [String] {
      try LayerReason.readyStates(lab.id, other, in: lab.context).map { "\($0.state): \($0.why)" }
    }
    #expect(try rows().isEmpty)
    #expect(try LayerReason.readyState(lab.id, in: lab.context).state == "to be made")
    _ = try await lab.run()
    #expect(try LayerReason.readyState(lab.id, in: lab.context).state == "here")
    #expect(try rows() == ["only here: no run there has one"])
    _ = try await lab.run(other)
    #expect(try rows().isEmpty)
    let file = lab.context.home.profile(of: other)
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    try yaml.replacing("memory_mib: 1024", with: "memory_mib: 2048").write(
      toFile: file, atomically: true, encoding: .utf8)
    _ = try await lab.run(other)
    #expect(try rows() == ["differs: profile node, node product size"])
  }

  @Test func coldIsCold() async throws {
    let lab = try await SyntheticLab()
    #expect(try await !names(lab.run(isCold: true)).contains("save"))
    #expect(states(lab).isEmpty)
    _ = try await lab.run()
    let cold = try await lab.run(isCold: true)
    #expect(names(cold).contains("boot") && !names(cold).contains("restore"))
    #expect(cold.run.layers.isEmpty)
  }

  @Test(arguments: ["state", "memory", "qcow2"]) func aDamagedOneIsNotUsed(file: String)
    async throws
  {
    let lab = try await SyntheticLab()
    _ = try await lab.run()
    let store = ReadyStateStore(home: lab.context.home)
    let before = try #require(states(lab).first)
    let path = store.folder(before.digest) + "/product." + file
    chmod(path, 0o600)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([0]))
    try handle.close()
    let ended = try await lab.run()
    #expect(ended.run.stages.contains { $0.name == "restore" && $0.outcome == .failed })
    #expect(names(ended).contains("boot") && ended.run.outcome == .nothingRan)
    // A new one is there, and good.
    #expect(try await !names(lab.run()).contains("boot"))
  }

  @Test func oneThatIsIncompleteIsNotUsed() async throws {
    let lab = try await SyntheticLab()
    _ = try await lab.run()
    let folder = ReadyStateStore(home: lab.context.home).folder(
      try #require(states(lab).first).digest)
    try FileManager.default.removeItem(atPath: folder + "/manifest.json")
    #expect(try await names(lab.run()).contains("save"))
    #expect(states(lab).count == 1)
  }

  @Test(arguments: [SyntheticHypervisor.Trouble.savingFails, .restoringFails])
  func whatCannotBeSavedOrRestoredIsBooted(_ trouble: SyntheticHypervisor.Trouble) async throws {
    let lab = try await SyntheticLab(trouble: trouble)
    let ended = try await lab.run()
    #expect(names(ended).filter { $0 == "boot" }.count == 2, "\(names(ended))")
    #expect(ended.run.outcome == .nothingRan, "\(ended.run.message ?? "")")
    #expect(ended.run.facts.contains { $0.status == .confirmed })
    #expect(lab.hypervisor.running.isEmpty && states(lab).isEmpty)
    #expect(try lab.context.store().resources().isEmpty)
  }

  @Test func aKeptEnvironmentIsResetToIt() async throws {
    let lab = try await SyntheticLab()
    let ended = try await lab.run(keep: .always)
    let store = try lab.context.store()
    let before = try #require(store.keptEnvironments(of: lab.id).first)
    _ = try await Reset(id: lab.id, context: lab.context).perform()
    let after = try #require(store.keptEnvironments(of: lab.id).first)
    #expect(after.uuid != before.uuid && after.expiresAt == before.expiresAt)
    #expect(lab.hypervisor.running == [before.machine])
    let machines = try store.resources().filter { $0.resource.kind == .machine }
    #expect(machines.map(\.resource.uuid) == [after.uuid])
    #expect(ended.run.runName == after.run)
  }

  @Test func whatWasBootedCannotBeReset() async throws {
    let lab = try await SyntheticLab()
    _ = try await lab.run(keep: .always, isCold: true)
    let error = await #expect(throws: CaselabError.self) {
      try await Reset(id: lab.id, context: lab.context).perform()
    }
    #expect(error?.message.contains("was booted") == true)
    #expect(lab.hypervisor.running.count == 1)
  }
}
