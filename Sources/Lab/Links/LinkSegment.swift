import CaseModel
import Foundation

/// One link at work: from a frame to the frames that follow from it. No sockets, no files, no clock.
struct LinkSegment: Sendable {
  struct Outcome: Equatable {
    struct Departure: Equatable {
      var frame: [UInt8]
      var port: Int
      var due: UInt64
    }

    var departures: [Departure] = []
    var attempt: Attempt.Subject?
    /// What somebody who listens on the link would see.
    var seen: [[UInt8]] = []
  }

  private(set) var link: LinkPlan.Link
  var status: LinkStatus
  private var board: SwitchBoard
  private var lines: Lines
  private let sink: Sink

  init(_ link: LinkPlan.Link) {
    self.link = link
    status = LinkStatus(link)
    board = SwitchBoard(ports: link.ports)
    lines = Lines(link)
    sink = Sink(link: link.name, gateway: link.gateway.flatMap { IPv4Address($0) })
  }

  /// Frames that are on their way stay on it.
  mutating func change(state: LinkPlan.Link.State, impairments: [LinkPlan.Impairment]) {
    link.state = state
    status.state = state
    guard impairments != link.impairments else { return }
    link.impairments = impairments
    status.impairments = impairments
    lines = Lines(link)
  }

  mutating func accept(
    _ frame: [UInt8], from port: Int, now: UInt64, random: inout some RandomNumberGenerator
  ) -> Outcome {
    var outcome = Outcome()
    guard link.state == .up else {
      status.drop(.down)
      return outcome
    }
    let decision = board.decide(frame, from: port)
    if case .drop(let reason) = decision {
      status.drop(LinkStatus.Loss(reason))
      return outcome
    }
    if let lease = link.ports[port].lease, let answer = sink.lease(lease, for: frame) {
      take(frame, &outcome)
      if let reply = answer.reply { send(reply, to: port, now: now, &outcome) }
      return outcome
    }
    switch decision {
    case .drop: break
    case .sink:
      end(frame, from: port, now: now, &outcome)
    case .ports where sink.claims(frame):
      end(frame, from: port, now: now, &outcome)
    case .ports(let ports):
      take(frame, &outcome)
      for egress in ports {
        let due = lines.due(frame.count, from: port, to: egress, now: now, random: &random)
        guard let due else {
          status.drop(.impaired)
          continue
        }
        outcome.departures.append(.init(frame: frame, port: egress, due: due))
      }
    }
    return outcome
  }

  private mutating func end(_ frame: [UInt8], from port: Int, now: UInt64, _ outcome: inout Outcome)
  {
    take(frame, &outcome)
    let answer = sink.answer(frame, from: link.ports[port].node)
    outcome.attempt = answer.attempt
    if let reply = answer.reply { send(reply, to: port, now: now, &outcome) }
  }

  private func send(_ reply: [UInt8], to port: Int, now: UInt64, _ outcome: inout Outcome) {
    outcome.seen.append(reply)
    outcome.departures.append(.init(frame: reply, port: port, due: now))
  }

  private mutating func take(_ frame: [UInt8], _ outcome: inout Outcome) {
    status.frames += 1
    status.bytes += frame.count
    outcome.seen.append(frame)
  }
}
