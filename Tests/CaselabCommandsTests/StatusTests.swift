import CaseModel
import Foundation
import Lab
import Record
import Testing

@testable import CaselabCommands

@Suite struct StatusTests {
  private let future = "2999-01-02T03:04:05.000Z"

  private func status(_ live: LiveFixture) async throws -> LabStatus {
    try await StatusReader(context: live.context, store: live.context.store()).read(nil)
  }

  @Test func nothingIsUp() async throws {
    let live = try LiveFixture()
    #expect(try await status(live).text() == "nothing is up")
    try await StatusCommand.parse([]).run(in: live.context)
  }

  @Test func aKeptEnvironmentIsShownWithAllThatItTakes() async throws {
    let live = try LiveFixture()
    let run = try await live.bringUp(expires: "2030-01-03T03:04:05.000Z")
    try live.writeLinks(run: run.number)
    let file = live.context.home.run(1, of: live.id) + "/product/disk.qcow2"
    try Data(repeating: 1, count: 1 << 20).write(to: URL(filePath: file))
    // A hole takes nothing.
    truncate(file, 1 << 30)
    var found = try await status(live)
    #expect((1 << 20...2 << 20).contains(found.totals.diskBytes), "\(found.totals.diskBytes)")
    #expect(found.environments[0].diskBytes == found.totals.diskBytes)
    found.environments[0].diskBytes = 2 << 20
    found.totals.diskBytes = 2 << 20
    let now = try #require(Timestamp.date("2030-01-02T03:04:05.000Z"))
    #expect(
      found.text(now: now) == """
        SUP-1042, run 1: kept until 2030-01-03 03:04:05 UTC (24 h left), 2.0 MiB of disk
          NODE       ROLE       STATE    MEMORY   RESIDENT
          product    product    running  512 MiB
          directory  directory  running  512 MiB
          link inside up: product ── directory
          the links' switch has ended: nothing crosses them; caselab down SUP-1042

        total: 2 machines, 1024 MiB of memory (0 MiB resident), 2.0 MiB of disk
        """)
  }

  @Test func theJSONHasItsShape() async throws {
    let live = try LiveFixture()
    let run = try await live.bringUp(["product"], expires: nil)
    try await ExposeCommand.parse(["SUP-1042", ":21", "--to", "127.0.0.1:2121"])
      .run(in: live.context)
    try live.writeLinks(run: run.number)
    var found = try await status(live)
    found.environments[0].diskBytes = 5
    found.environments[0].lease.process = 7
    found.totals.diskBytes = 5
    #expect(
      try Render.json(found) == """
        {
          "environments" : [
            {
              "case" : "SUP-1042",
              "diskBytes" : 5,
              "exposed" : [
                {
                  "node" : "product",
                  "port" : 21,
                  "to" : "127.0.0.1:2121"
                }
              ],
              "lease" : {
                "kind" : "running",
                "process" : 7
              },
              "links" : [
                {
                  "impairments" : [

                  ],
                  "name" : "inside",
                  "nodes" : [
                    "product",
                    "directory"
                  ],
                  "state" : "up"
                }
              ],
              "nodes" : [
                {
                  "memoryMiB" : 512,
                  "name" : "product",
                  "role" : "product",
                  "state" : "running"
                }
              ],
              "run" : 1,
              "switchRunning" : false
            }
          ],
          "schema" : "caselab.status/1",
          "totals" : {
            "diskBytes" : 5,
            "environments" : 1,
            "memoryMiB" : 512,
            "nodes" : 1,
            "residentMiB" : 0
          }
        }
        """)
  }

  @Test func aMachineThatEndedByItselfIsShownAsEnded() async throws {
    let live = try LiveFixture()
    try await live.bringUp(expires: future)
    for name in live.hypervisor.running where name.hasSuffix(".directory") {
      try await live.hypervisor.machine(named: name, uuid: nil)?.destroy()
    }
    let found = try await status(live)
    #expect(found.environments[0].nodes.map(\.state) == ["running", "ended"])
    #expect(found.totals.nodes == 1)
  }

  @Test func whatCannotBeAskedIsUnknown() async throws {
    let live = try LiveFixture()
    try await live.bringUp(["product"], expires: future)
    var context = live.context
    context.connect = { _ in throw CaselabError(.unreachable, "no socket") }
    let found = try await StatusReader(context: context, store: context.store()).read(nil)
    #expect(found.environments[0].nodes.map(\.state) == ["unknown"])
  }
}
