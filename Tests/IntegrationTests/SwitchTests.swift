import CaseModel
import Foundation
import Lab
import Testing

/// The links' switch as the lab starts it: a process of the built `caselab`.
@Suite struct SwitchTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/caselab-switch-" + UUID().uuidString

  private func plan() throws -> LinkPlan {
    let ports = try SwitchControl.ports(count: 4)
    return LinkPlan(links: [
      LinkPlan.Link(
        name: "inside",
        ports: [
          .init(
            node: "a", mac: "52:54:00:00:00:01", switchPort: ports[0], machinePort: ports[1]),
          .init(
            node: "b", mac: "52:54:00:00:00:02", switchPort: ports[2], machinePort: ports[3]),
        ])
    ])
  }

  private func start(_ plan: LinkPlan) async throws -> Int32 {
    try await SwitchControl.start(folder: folder, plan: plan, executable: Tool.binary)
  }

  /// Field `number` of proc_pid_stat(5), from 3 on.
  private func stat(_ pid: Int32, field number: Int) throws -> String {
    let line = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
    return String(try #require(fields.dropFirst(number - 3).first))
  }

  @Test func `a started switch is a session of its own, holds nothing of ours and ends when told`()
    async throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let held = open("/dev/zero", O_RDONLY)
    defer { close(held) }
    let plan = try plan()
    let pid = try await start(plan)
    #expect(SwitchControl.isRunning(pid, folder: folder))
    #expect(SwitchControl.readyPid(folder) == pid)
    #expect(try stat(pid, field: 6) == String(pid))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd") == "/")
    let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
    let opened = names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/" + $0)
    }
    #expect(!opened.contains("/dev/zero"))
    let environment = try String(contentsOfFile: "/proc/\(pid)/environ", encoding: .utf8)
    #expect(!environment.contains("HOME="))
    #expect(!SwitchControl.isRunning(pid, folder: folder + "x"))
    #expect(!SwitchControl.isRunning(getpid(), folder: folder))
    try await SwitchControl.stop(pid, folder: folder)
    #expect(kill(pid, 0) != 0)
    try await SwitchControl.stop(pid, folder: folder)
    // The same ports once more, at once.
    let next = try await start(plan)
    try await SwitchControl.stop(next, folder: folder)
  }

  @Test func `a running switch takes new states and impairments`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var plan = try plan()
    let pid = try await start(plan)
    plan.links[0].state = .down
    plan.links[0].impairments = [.init(from: "a", to: "b", delayMs: 5)]
    try await SwitchControl.reload(pid, folder: folder, plan: plan)
    let status = try SwitchStatus.read(folder: folder).links[0]
    #expect(status.state == .down)
    #expect(status.impairments == plan.links[0].impairments)
    #expect(SwitchControl.isRunning(pid, folder: folder))
    try await SwitchControl.stop(pid, folder: folder)
    let error = await #expect(throws: CaselabError.self) {
      try await SwitchControl.reload(pid, folder: folder, plan: plan)
    }
    #expect(error?.message == "the links' switch, process \(pid), has ended")
  }

  @Test func `an error names the port that is taken`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try plan()
    let pid = try await start(plan)
    let other = folder + "-other"
    defer { try? FileManager.default.removeItem(atPath: other) }
    let error = await #expect(throws: CaselabError.self) {
      try await SwitchControl.start(folder: other, plan: plan, executable: Tool.binary)
    }
    #expect(
      error?.description == """
        the links' switch ended: caselab: UDP port \(plan.links[0].ports[0].switchPort) \
        of link "inside", node "a", cannot be bound: Address already in use
        """)
    try await SwitchControl.stop(pid, folder: folder)
  }

  @Test func `a program that is not there or no switch is told from one that starts`() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try plan()
    await #expect(throws: CaselabError.self) {
      try await SwitchControl.start(folder: folder, plan: plan, executable: "/nowhere/caselab")
    }
    let error = await #expect(throws: CaselabError.self) {
      try await SwitchControl.start(folder: folder, plan: plan, executable: "/bin/false")
    }
    #expect(error?.message == "the links' switch ended: it said nothing")
  }
}
