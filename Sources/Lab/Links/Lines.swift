/// The ways between the ports of a link: when a frame arrives, or that it does not.
struct Lines: Sendable {
  /// What a slow line holds before it loses frames.
  static let longestBacklog = Moment.second

  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  private struct Line {
    var impairment: LinkPlan.Impairment
    /// When the last frame had been sent, and when it arrives.
    var freeAt: UInt64 = 0
    var lastDue: UInt64 = 0
  }

  private var lines: [Pair: Line] = [:]

  init(_ link: LinkPlan.Link) {
    for impairment in link.impairments {
      let from = link.ports.indices.filter { link.ports[$0].node == impairment.from }
      for port in from {
        for other in link.ports.indices where link.ports[other].node == impairment.to {
          lines[Pair(from: port, to: other)] = Line(impairment: impairment)
        }
      }
    }
  }

  /// The moment at which a frame of `length` bytes is due; nil when it is lost.
  ///
  /// Frames of one line stay in their order, whatever the jitter.
  mutating func due(
    _ length: Int, from: Int, to: Int, now: UInt64, random: inout some RandomNumberGenerator
  ) -> UInt64? {
    let pair = Pair(from: from, to: to)
    guard var line = lines[pair] else { return now }
    let impairment = line.impairment
    if impairment.isDown { return nil }
    if impairment.lossPercent > 0,
      Double.random(in: 0..<100, using: &random) < impairment.lossPercent
    {
      return nil
    }
    var due = now
    if let rate = impairment.rateKbit {
      let start = max(now, line.freeAt)
      guard start - now <= Self.longestBacklog else { return nil }
      // Bits by kbit/s are milliseconds.
      line.freeAt = start + UInt64(length) * 8 * 1_000_000 / UInt64(max(1, rate))
      due = line.freeAt
    }
    let millisecond: UInt64 = 1_000_000
    let delay = UInt64(max(0, impairment.delayMs)) * millisecond
    let jitter = UInt64(max(0, impairment.jitterMs)) * millisecond
    due += delay
    if jitter > 0 {
      let shortened = min(jitter, delay)
      due = due - shortened + UInt64.random(in: 0...(shortened + jitter), using: &random)
    }
    due = max(due, line.lastDue)
    line.lastDue = due
    lines[pair] = line
    return due
  }
}
