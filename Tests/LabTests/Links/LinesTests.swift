import Testing

@testable import Lab

@Suite struct LinesTests {
  static let millisecond: UInt64 = 1_000_000
  private var random = Repeatable(seed: 1)

  private func lines(_ impairments: LinkPlan.Impairment...) -> Lines {
    Lines(LinkPlan.Link(name: "inside", ports: LinkSample.ports, impairments: impairments))
  }

  @Test mutating func `a delay is for one direction between two nodes`() {
    var lines = lines(.init(from: "client", to: "server", delayMs: 40))
    #expect(lines.due(100, from: 0, to: 1, now: 5, random: &random) == 5 + 40 * Self.millisecond)
    #expect(lines.due(100, from: 1, to: 0, now: 5, random: &random) == 5)
    #expect(lines.due(100, from: 0, to: 2, now: 5, random: &random) == 5)
  }

  @Test mutating func `a line that is down loses all, one that loses a fifth about a fifth`() {
    var lines = lines(
      .init(from: "client", to: "server", isDown: true),
      .init(from: "server", to: "client", lossPercent: 20),
      .init(from: "third", to: "client", lossPercent: 100))
    var arrived = [0, 0, 0]
    for _ in 0..<10_000 {
      if lines.due(100, from: 0, to: 1, now: 0, random: &random) != nil { arrived[0] += 1 }
      if lines.due(100, from: 1, to: 0, now: 0, random: &random) != nil { arrived[1] += 1 }
      if lines.due(100, from: 2, to: 0, now: 0, random: &random) != nil { arrived[2] += 1 }
    }
    #expect(arrived[0] == 0)
    #expect((7800...8200).contains(arrived[1]))
    #expect(arrived[2] == 0)
  }

  @Test mutating func `jitter stays within its bounds and keeps the order`() throws {
    var lines = lines(.init(from: "client", to: "server", delayMs: 10, jitterMs: 4))
    var last: UInt64 = 0
    var delays: Set<UInt64> = []
    for round in 0..<1000 {
      let now = UInt64(round) * Self.millisecond
      let due = try #require(lines.due(100, from: 0, to: 1, now: now, random: &random))
      #expect(due >= last)
      #expect((6 * Self.millisecond...14 * Self.millisecond).contains(due - now))
      last = due
      delays.insert(due - now)
    }
    #expect(delays.count > 500)
  }

  @Test mutating func `a slow line sends one frame after the other and loses what it cannot hold`()
  {
    // 8 kbit/s: a byte takes a millisecond.
    var lines = lines(.init(from: "client", to: "server", delayMs: 3, rateKbit: 8))
    let dues = (0..<5).map { _ in lines.due(400, from: 0, to: 1, now: 0, random: &random) }
    let milliseconds = dues.map { $0.map { $0 / Self.millisecond } }
    #expect(milliseconds == [403, 803, 1203, nil, nil])
    let later = 1200 * Self.millisecond
    #expect(
      lines.due(400, from: 0, to: 1, now: later, random: &random) == 1603 * Self.millisecond)
  }

  @Test func `frames leave the queue when they are due, in their order`() {
    var queue = DelayQueue()
    for (number, due) in [50, 10, 30, 10, 20, 40].enumerated() {
      let hasRoom = queue.add(.init(frame: [UInt8(number)], socket: number), due: UInt64(due))
      #expect(hasRoom)
    }
    #expect(queue.nextDue == 10)
    #expect(queue.next(by: 9) == nil)
    var left: [Int] = []
    while let departure = queue.next(by: 30) { left.append(departure.socket) }
    #expect(left == [1, 3, 4, 2])
    #expect(queue.nextDue == 40)
    while let departure = queue.next(by: .max) { left.append(departure.socket) }
    #expect(left == [1, 3, 4, 2, 5, 0])
    #expect(queue.bytes == 0)
    #expect(queue.nextDue == nil)
  }

  @Test func `many frames at random come out in order and the queue has a bound`() {
    var queue = DelayQueue()
    var random = Repeatable(seed: 3)
    var taken = 0
    while queue.add(
      .init(frame: [UInt8](repeating: 0, count: 60_000), socket: taken),
      due: .random(in: 0...500, using: &random))
    {
      taken += 1
    }
    #expect((1000...1200).contains(taken))
    #expect(queue.bytes <= DelayQueue.mostBytes)
    var last: UInt64 = 0
    for _ in 0..<taken {
      let due = queue.nextDue ?? 0
      #expect(due >= last)
      last = due
      #expect(queue.next(by: due) != nil)
    }
    #expect(queue.nextDue == nil)
  }

  @Test func `the loop waits until the next frame is due and not a moment less`() {
    #expect(Moment.milliseconds(until: 0, now: 5) == 0)
    #expect(Moment.milliseconds(until: 6, now: 5) == 1)
    #expect(Moment.milliseconds(until: 1_000_005, now: 5) == 1)
    #expect(Moment.milliseconds(until: 1_000_006, now: 5) == 2)
    #expect(Moment.milliseconds(until: .max, now: 5) == .max)
  }
}
