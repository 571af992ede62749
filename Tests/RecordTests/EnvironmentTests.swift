import CaseModel
import Machines
import Testing

@testable import Record

struct EnvironmentTests {
  @Test func `an environment is kept until it is forgotten`() throws {
    let fixture = try Fixture()
    var kept = KeptEnvironment(
      run: try fixture.begin().runName, machine: "m", uuid: "u", uri: "test:///default",
      folder: "/f", keptAt: "t")
    try fixture.store.keep(kept)
    kept.expiresAt = "2030-01-03T00:00:00Z"
    try fixture.store.keep(kept)
    #expect(try fixture.store.keptEnvironments() == [kept])
    #expect(try fixture.store.keptEnvironments(of: fixture.id) == [kept])
    #expect(try fixture.store.keptEnvironments(of: CaseID("NO-1")).isEmpty)
    try fixture.store.forget(kept.run)
    try fixture.store.forget(kept.run)
    #expect(try fixture.store.keptEnvironments().isEmpty)
  }

  @Test func `a kept environment is extended and that is journalled, unless its time is over`()
    throws
  {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    try fixture.store.keep(
      KeptEnvironment(
        run: run, machine: "m", uuid: "u", uri: "test:///default", folder: "/f", keptAt: "t",
        expiresAt: "2030-01-03T00:00:00.000Z"))
    func extend(at now: String) throws {
      try fixture.store.extend(
        run, to: "2030-01-09T00:00:00.000Z",
        JournalEntry(at: now, by: "sam", run: run.number, what: "extended"))
    }
    let before = try fixture.store.journal(fixture.id).count
    #expect(caselabError { try extend(at: "2030-01-03T00:00:00.000Z") }?.code == .nothingRan)
    #expect(try fixture.store.journal(fixture.id).count == before)
    try extend(at: "2030-01-02T23:59:59.999Z")
    #expect(
      try fixture.store.keptEnvironments().map(\.expiresAt) == ["2030-01-09T00:00:00.000Z"])
    #expect(try fixture.store.journal(fixture.id).last?.what == "extended")
  }

  @Test func `what is to be made is written down with its maker until it is removed`() async throws
  {
    let fixture = try Fixture()
    let run = try fixture.begin().runName
    let owner = Owner(
      home: fixture.store.homeTag, caseKey: fixture.id.key, run: run.number, node: "product")
    let machine = LabResource(
      kind: .machine, name: owner.machineName, uuid: "u", uri: "test:///default", owner: owner)
    let folder = LabResource(kind: .folder, name: "/f", owner: owner)
    for resource in [machine, folder, folder] { try await fixture.store.willCreate(resource) }
    let kept = KeptEnvironment(
      run: run, machine: machine.name, uuid: "u", uri: "test:///default", folder: "/f", keptAt: "t")
    try fixture.store.keep(kept)
    let mark = ProcessMark.current
    #expect(
      try fixture.store.resources()
        == [folder, machine].map {
          TrackedResource(resource: $0, maker: mark, isMakerAlive: true, kept: kept)
        })
    try await fixture.store.didRemove(machine)
    try await fixture.store.didRemove(machine)
    #expect(try fixture.store.resources().map(\.resource) == [folder])
  }

  @Test func `a cancelled task still records what it removed`() async throws {
    let fixture = try Fixture()
    let store = fixture.store
    let resource = LabResource(
      kind: .folder, name: "/f", owner: Owner(home: "0", caseKey: "-", run: 0, node: "layer"))
    try await store.willCreate(resource)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await store.didRemove(resource)
    }
    try await task.value
    #expect(try store.resources().isEmpty)
  }

  @Test func `a finding on acceleration holds for one host, kernel and QEMU`() throws {
    let store = try Fixture().store
    let finding = AccelerationFinding(works: false, why: "the guest did not boot", foundAt: "t")
    try store.setAccelerationFinding(host: "h", kernel: "k", qemu: "9.2", finding)
    #expect(try store.accelerationFinding(host: "h", kernel: "k", qemu: "9.2") == finding)
    #expect(try store.accelerationFinding(host: "h", kernel: "k", qemu: "9.3") == nil)
    let later = AccelerationFinding(works: true, why: "", foundAt: "u")
    try store.setAccelerationFinding(host: "h", kernel: "k", qemu: "9.2", later)
    #expect(try store.accelerationFinding(host: "h", kernel: "k", qemu: "9.2") == later)
  }
}
