/// How long the lab waits, and how much it needs; every wait of the lab has one of these.
public struct LabLimits: Equatable, Sendable {
  /// From a machine's start to its agent's first answer.
  public var boot: Duration = .seconds(300)
  /// From the start of a restored machine to its agent's first answer; then it is booted instead.
  public var restore: Duration = .seconds(30)
  /// For a guest to power off by itself.
  public var shutDown: Duration = .seconds(90)
  /// For one step that names no timeout of its own.
  public var step: Duration = .seconds(900)
  /// For a first sign of life on the serial console under KVM.
  public var proof: Duration = .seconds(20)
  /// Free disk that must be there before a machine is started, bytes.
  public var freeDisk: Int64 = 2 << 30
  /// Bytes kept of one artifact; the agent's answers are not much larger.
  public var artifact = 1 << 20

  public init() {}
}
