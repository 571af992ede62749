import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct LinkPlanTests {
  @Test func `a plan is read as it was written`() throws {
    let scratch = try Scratch()
    let plan = LinkPlan(links: [
      LinkPlan.Link(
        name: "inside", ports: LinkSample.distinctPorts, gateway: "10.77.0.254", state: .down,
        impairments: [.init(from: "client", to: "server", delayMs: 5, rateKbit: 64)])
    ])
    try plan.write(folder: scratch.root)
    #expect(try LinkPlan.read(folder: scratch.root) == plan)
    var status = stat()
    #expect(stat(scratch.path("links.json"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `all that is wrong with a plan is told at once`() throws {
    var ports = LinkSample.distinctPorts
    ports[0].mac = "01:00:5e:00:00:01"
    ports[1].machinePort = 70_000
    ports[2].switchPort = ports[0].switchPort
    let plan = LinkPlan(links: [
      LinkPlan.Link(
        name: "../up", ports: ports, gateway: "10.77.0",
        impairments: [.init(from: "client", to: "other", lossPercent: 101)])
    ])
    let error = #expect(throws: CaselabError.self) { try plan.check() }
    #expect(
      error?.message == """
        links are not valid: two ports have one switchPort; link "../up": not a name; \
        link "../up": gateway "10.77.0" is not an IPv4 address; \
        link "../up", node "client": "01:00:5e:00:00:01" is not a machine's MAC address; \
        link "../up", node "server": 70000 is not a UDP port; \
        link "../up", client to other: impairment out of bounds; \
        link "../up": impairment of node "other", which is not on it
        """)
  }
}
