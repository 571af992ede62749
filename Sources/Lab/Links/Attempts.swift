import Foundation

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

  /// What the switch of `folder` has noted so far.
  public static func read(folder: String) throws -> Attempts {
    try LinkFiles.read(Attempts.self, from: folder + "/" + LinkFiles.attempts)
  }
}

/// Collects attempts; so many different ones and no more.
struct AttemptBook: Sendable {
  static let size = 1000

  /// A time costs more to write than to keep: a guest may send a million frames a minute.
  private struct Entry {
    var subject: Attempt.Subject
    var count: Int
    var first: Date
    var last: Date
  }

  private var entries: [Entry] = []
  private var places: [Attempt.Subject: Int] = [:]
  private var omitted = 0

  mutating func note(_ subject: Attempt.Subject, at time: Date) {
    if let place = places[subject] {
      entries[place].count += 1
      entries[place].last = time
    } else if entries.count < Self.size {
      places[subject] = entries.count
      entries.append(Entry(subject: subject, count: 1, first: time, last: time))
    } else {
      omitted += 1
    }
  }

  var attempts: Attempts {
    var attempts = Attempts()
    attempts.omitted = omitted
    attempts.attempts = entries.map { entry in
      Attempt(
        link: entry.subject.link, node: entry.subject.node, protocol: entry.subject.transport,
        source: entry.subject.source, address: entry.subject.address, port: entry.subject.port,
        name: entry.subject.name, count: entry.count, first: Timestamp.text(entry.first),
        last: Timestamp.text(entry.last))
    }
    return attempts
  }
}
