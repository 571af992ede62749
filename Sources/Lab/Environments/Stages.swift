import CaseModel
import Foundation
import Machines

/// Runs the stages of a run one after the other: each is recorded before it begins and after it ended.
public struct Stages: Sendable {
  let observer: any StageObserver

  public init(_ observer: any StageObserver) { self.observer = observer }

  /// An error thrown by `body` gets the stage's name in front.
  public func stage<T: Sendable>(
    _ name: String, _ detail: String, _ body: () async throws -> T
  ) async throws -> T {
    var record = StageRecord(name: name, detail: detail, startedAt: Timestamp.now())
    try await observer.began(record)
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let value = try await body()
      record.duration = (clock.now - start).seconds
      record.outcome = .done
      try await observer.ended(record)
      return value
    } catch {
      record.duration = (clock.now - start).seconds
      record.outcome = .failed
      try? await observer.ended(record)
      guard let told = error as? CaselabError else { throw error }
      throw CaselabError(told.code, "stage \"\(name)\"", cause: told)
    }
  }

  public func note(_ text: String) async { await observer.note(text) }
}

/// Points in time as they are recorded: ISO 8601, UTC, milliseconds.
public enum Timestamp {
  public static func now() -> String { text(Date()) }

  public static func text(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
  }

  /// Nil for what is no time of the record.
  public static func date(_ text: String) -> Date? {
    try? Date(
      text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
  }
}

extension Duration {
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
