import Clibvirt

/// What a domain is doing and what it takes of its host.
public struct DomainInfo: Equatable, Sendable {
  public enum State: Sendable { case running, paused, ending, ended }
  public var state: State
  /// Bytes, as it was made.
  public var memory: UInt64
  /// Nanoseconds of the host's processors that its process has had.
  public var processorTime: UInt64
}

extension Domain {
  public func info() async throws -> DomainInfo {
    try await call { pointer in
      var info = virDomainInfo()
      try check(virDomainGetInfo(pointer, &info))
      return DomainInfo(
        state: Self.state(info.state), memory: UInt64(info.maxMem) << 10,
        processorTime: info.cpuTime)
    }
  }

  /// Bytes of the host's memory that its process holds; nil when libvirt does not say.
  public func residentMemory() async throws -> UInt64? {
    try await call { pointer in
      var stats = [virDomainMemoryStatStruct](
        repeating: virDomainMemoryStatStruct(), count: Int(VIR_DOMAIN_MEMORY_STAT_NR.rawValue))
      let count = try check(virDomainMemoryStats(pointer, &stats, UInt32(stats.count), 0))
      return stats.prefix(Int(count))
        .first { $0.tag == Int32(VIR_DOMAIN_MEMORY_STAT_RSS.rawValue) }.map { $0.val << 10 }
    }
  }

  private static func state(_ number: UInt8) -> DomainInfo.State {
    switch virDomainState(UInt32(number)) {
    case VIR_DOMAIN_PAUSED, VIR_DOMAIN_PMSUSPENDED: .paused
    case VIR_DOMAIN_SHUTDOWN: .ending
    case VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_CRASHED: .ended
    default: .running
    }
  }
}
