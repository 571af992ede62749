import CaseModel
import Testing

@testable import Lab

@Suite struct LinkChangeTests {
  private let plan = LinkPlan(links: [
    .init(
      name: "outside",
      ports: [.at("client", LinkSample.client), .at("firewall", LinkSample.server)]),
    .init(
      name: "inside",
      ports: [
        .at("firewall", LinkSample.server), .at("product", LinkSample.client),
        .at("directory", LinkSample.third),
      ]),
  ])

  @Test func `a whole link goes down and comes up again`() throws {
    let down = try plan.changed(.down, at: .link("inside"))
    #expect(down.links.map(\.state) == [.up, .down])
    #expect(try down.changed(.up, at: .link("inside")) == plan)
  }

  @Test func `between two nodes both ways are changed, and no other's`() throws {
    let down = try plan.changed(.down, at: .between("client", "firewall"))
    #expect(
      down.links[0].impairments == [
        .init(from: "client", to: "firewall", isDown: true),
        .init(from: "firewall", to: "client", isDown: true),
      ])
    #expect(down.links[1] == plan.links[1] && down.links[0].state == .up)
    #expect(try down.changed(.up, at: .between("firewall", "client")) == plan)
  }

  @Test func `what is not given of a line's quality stays as it was`() throws {
    let slow = try plan.changed(
      .impair(.init(delayMs: 200, jitterMs: 20)), at: .between("client", "firewall"))
    let lossy = try slow.changed(
      .impair(.init(delayMs: 100, lossPercent: 5, rateKbit: 1000)),
      at: .between("client", "firewall"))
    #expect(
      lossy.links[0].impairments[0]
        == .init(
          from: "client", to: "firewall", delayMs: 100, jitterMs: 20, lossPercent: 5,
          rateKbit: 1000))
    #expect(lossy.links[0].impairments.count == 2)
  }

  @Test func `a whole link is impaired between all of its nodes, and mended everywhere`() throws {
    let bad = try plan.changed(.impair(.init(lossPercent: 1)), at: .link("inside"))
    #expect(bad.links[1].impairments.count == 6)
    #expect(bad.links[0].impairments.isEmpty)
    #expect(try bad.changed(.down, at: .link("outside")).changed(.up, at: .everywhere) == plan)
  }

  @Test func `who is not there is told with those who are`() {
    func hint(_ place: LinkPlace) -> String? {
      #expect(throws: CaselabError.self) { try plan.changed(.down, at: place) }?.hint
    }
    #expect(hint(.link("dmz")) == "links are: outside, inside")
    #expect(hint(.between("client", "x")) == "nodes are: client, directory, firewall, product")
    #expect(
      hint(.between("client", "product")) == "caselab link show says who is on which")
    #expect(
      hint(.between("client", "client")) == "caselab link show says who is on which")
  }
}
