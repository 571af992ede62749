import Testing

@testable import Lab

@Suite struct SwitchBoardTests {
  @Test func `a frame for a known machine goes to its port alone`() {
    var board = SwitchBoard(ports: LinkSample.ports)
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.server, from: LinkSample.client), from: 0)
        == .ports([1]))
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.client, from: LinkSample.third), from: 2)
        == .ports([0]))
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.client, from: LinkSample.client), from: 0)
        == .ports([]))
  }

  @Test(arguments: [
    "ff:ff:ff:ff:ff:ff", "33:33:00:00:00:01", "01:00:5e:00:00:12", LinkSample.stranger,
  ])
  func `a group's frame and one for nobody known go to all others`(destination: String) {
    var board = SwitchBoard(ports: LinkSample.ports)
    #expect(
      board.decide(LinkSample.frame(to: destination, from: LinkSample.server), from: 1)
        == .ports([0, 2]))
  }

  @Test(arguments: [
    LinkSample.stranger, LinkSample.server, MACAddress.sink.description, "01:00:5e:00:00:01",
    "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff",
  ])
  func `a frame under somebody else's address is dropped`(source: String) {
    var board = SwitchBoard(ports: LinkSample.ports)
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.third, from: source), from: 0) == .drop(.source))
    #expect(board.learnedCount == 0)
  }

  @Test func `a bridge may send for machines behind it but not for its neighbours`() {
    var board = SwitchBoard(ports: [
      .at("bridge", LinkSample.client, allowsOthers: true), .at("server", LinkSample.server),
      .at("third", LinkSample.third),
    ])
    let guest = LinkSample.stranger
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.server, from: guest), from: 0) == .ports([1]))
    #expect(
      board.decide(LinkSample.frame(to: guest, from: LinkSample.server), from: 1) == .ports([0]))
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.third, from: LinkSample.server), from: 0)
        == .drop(.source))
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.third, from: "02:ca:5e:1a:b0:fe"), from: 0)
        == .drop(.source))
  }

  @Test func `a virtual router's address moves with the node that has it`() {
    var board = SwitchBoard(ports: LinkSample.ports)
    let router = "00:00:5e:00:01:2a"
    let question = LinkSample.frame(to: router, from: LinkSample.third)
    #expect(board.decide(question, from: 2) == .ports([0, 1]))
    #expect(
      board.decide(LinkSample.frame(to: "ff:ff:ff:ff:ff:ff", from: router), from: 0)
        == .ports([1, 2]))
    #expect(board.decide(question, from: 2) == .ports([0]))
    _ = board.decide(LinkSample.frame(to: "ff:ff:ff:ff:ff:ff", from: router), from: 1)
    #expect(board.decide(question, from: 2) == .ports([1]))
    #expect(
      board.decide(LinkSample.frame(to: LinkSample.client, from: "00:00:5e:00:03:01"), from: 1)
        == .drop(.source))
  }

  @Test(arguments: [0, 5, 13, 9019, 65507])
  func `a frame that is too short or too long is dropped`(length: Int) {
    var board = SwitchBoard(ports: LinkSample.ports)
    let whole = LinkSample.frame(
      to: LinkSample.server, from: LinkSample.client, [UInt8](repeating: 0, count: 70_000))
    #expect(board.decide(Array(whole.prefix(length)), from: 0) == .drop(.length))
  }

  @Test(arguments: [14, 1514, 9018]) func `a frame of proper length passes`(length: Int) {
    var board = SwitchBoard(ports: LinkSample.ports)
    let whole = LinkSample.frame(
      to: LinkSample.server, from: LinkSample.client, [UInt8](repeating: 0, count: 70_000))
    #expect(board.decide(Array(whole.prefix(length)), from: 0) == .ports([1]))
  }

  @Test func `what is for the sink goes nowhere else, and bridges' own talk nowhere at all`() {
    var board = SwitchBoard(ports: LinkSample.ports)
    let out = LinkSample.frame(to: "02:ca:5e:1a:b0:fe", from: LinkSample.client)
    #expect(board.decide(out, from: 0) == .sink)
    let tree = LinkSample.frame(to: "01:80:c2:00:00:00", from: LinkSample.client)
    #expect(board.decide(tree, from: 0) == .drop(.reserved))
    let group = LinkSample.frame(to: "01:80:c2:00:00:10", from: LinkSample.client)
    #expect(board.decide(group, from: 0) == .ports([1, 2]))
  }

  @Test func `the table of learned addresses is bounded and forgets the oldest`() {
    var board = SwitchBoard(ports: [
      .at("bridge", LinkSample.client, allowsOthers: true), .at("server", LinkSample.server),
      .at("third", LinkSample.third),
    ])
    func address(_ number: Int) -> String {
      MACAddress(bits: 0x0200_0000_0000 + UInt64(number)).description
    }
    for number in 0...SwitchBoard.tableSize {
      _ = board.decide(LinkSample.frame(to: LinkSample.server, from: address(number)), from: 0)
    }
    #expect(board.learnedCount == SwitchBoard.tableSize)
    let toOldest = LinkSample.frame(to: address(0), from: LinkSample.server)
    #expect(board.decide(toOldest, from: 1) == .ports([0, 2]))
    let toNewest = LinkSample.frame(to: address(SwitchBoard.tableSize), from: LinkSample.server)
    #expect(board.decide(toNewest, from: 1) == .ports([0]))
  }
}
