/// How much of what a suite produces is kept; what it writes may be anything.
public struct SuiteLimits: Sendable, Equatable {
  /// Bytes of output kept, from the start; the suite may print more and is not stopped for it.
  public var outputBytes: Int64 = 8 << 20
  public var resultsBytes: Int64 = 16 << 20
  public var tests = 20_000
  /// Bytes of a test's output kept from its start, and as many from its end.
  public var excerptBytes = 6 << 10
  /// Rows that say what is wrong with the results; the rest is counted in the last of them.
  public var problems = 20
  public var folderFiles = 500
  public var folderBytes: Int64 = 16 << 20
  /// Between two looks at the suite.
  public var interval: Duration = .seconds(1)
  /// Added to the suite's time limit before the guest is no longer trusted to keep it.
  public var grace: Duration = .seconds(60)

  public init() {}
}
