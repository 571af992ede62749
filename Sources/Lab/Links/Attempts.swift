/// Something in the environment wanted out.
public struct Attempt: Codable, Equatable, Sendable {
  public enum Transport: String, Codable, Sendable { case tcp, udp, icmp, other }

  /// What makes two attempts the same.
  struct Subject: Hashable, Sendable {
    var link: String
    var node: String
    var transport: Transport
    var source = ""
    var address = ""
    var port: Int?
    var name: String?
  }

  public var link: String
  /// The node whose interface it came from; a firewall's when that passed it on.
  public var node: String
  public var `protocol`: Transport
  public var source: String
  public var address: String
  public var port: Int?
  /// The name that was asked for, of a question to a name server.
  public var name: String?
  public var count: Int
  /// ISO 8601, UTC.
  public var first: String
  public var last: String
}

/// What `attempts.json` says.
public struct Attempts: Codable, Equatable, Sendable {
  public var schema = "caselab.attempts/1"
  public var attempts: [Attempt] = []
  /// Frames of further attempts, for which there was no room.
  public var omitted = 0

  public init() {}
}

/// Collects attempts; so many different ones and no more.
struct AttemptBook: Sendable {
  static let size = 1000

  private(set) var attempts = Attempts()
  private var places: [Attempt.Subject: Int] = [:]

  mutating func note(_ subject: Attempt.Subject, at time: String) {
    if let place = places[subject] {
      attempts.attempts[place].count += 1
      attempts.attempts[place].last = time
    } else if places.count < Self.size {
      places[subject] = attempts.attempts.count
      attempts.attempts.append(
        Attempt(
          link: subject.link, node: subject.node, protocol: subject.transport,
          source: subject.source, address: subject.address, port: subject.port,
          name: subject.name, count: 1, first: time, last: time))
    } else {
      attempts.omitted += 1
    }
  }
}
