import Clibvirt
import Glibc

/// What the host says of itself.
extension Connection {
  /// The URI as libvirt completed it.
  public func uri() async throws -> String { try await call { try text(virConnectGetURI($0)) } }

  public func hostname() async throws -> String {
    try await call { try text(virConnectGetHostname($0)) }
  }

  /// The daemon's libvirt, not this process's.
  public func libvirtVersion() async throws -> Version {
    try await call { connection in
      var number: UInt = 0
      try check(virConnectGetLibVersion(connection, &number))
      return Version(number: number)
    }
  }

  /// QEMU's version; nil when libvirt found none.
  public func hypervisorVersion() async throws -> Version? {
    try await call { connection in
      var number: UInt = 0
      try check(virConnectGetVersion(connection, &number))
      return number == 0 ? nil : Version(number: number)
    }
  }

  /// Bytes that new domains could have: free, and what caches would give back.
  public func availableMemory() async throws -> UInt64 {
    try await call { connection in
      var count: Int32 = 0
      let all = Int32(VIR_NODE_MEMORY_STATS_ALL_CELLS.rawValue)
      guard virNodeGetMemoryStats(connection, all, nil, &count, 0) == 0, count > 0 else {
        return virNodeGetFreeMemory(connection)
      }
      var fields = [virNodeMemoryStats](repeating: virNodeMemoryStats(), count: Int(count))
      try check(virNodeGetMemoryStats(connection, all, &fields, &count, 0))
      let reclaimable: Set = ["free", "buffers", "cached"]
      return fields.reduce(0) { sum, field in
        let name = withUnsafeBytes(of: field.field) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return reclaimable.contains(name) ? sum + field.value * 1024 : sum
      }
    }
  }

  /// Bytes that running domains, whoever started them, may still take: what their memory was made
  /// with, less what their processes hold already.
  public func promisedMemory() async throws -> UInt64 {
    try await call { connection in
      var records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?
      // Domains that are busy with a job say less, instead of being waited for.
      let flags =
        VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE.rawValue
        | VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT.rawValue
      let count = try check(
        virConnectGetAllDomainStats(
          connection, UInt32(VIR_DOMAIN_STATS_BALLOON.rawValue), &records, UInt32(flags)))
      defer { virDomainStatsRecordListFree(records) }
      return (0..<Int(count)).reduce(0) { sum, index in
        guard let record = records?[index]?.pointee else { return sum }
        let made = kibibytes("balloon.maximum", of: record)
        let held = kibibytes("balloon.rss", of: record)
        return sum + (made > held ? made - held : 0) << 10
      }
    }
  }

  /// Capabilities XML.
  public func capabilities() async throws -> String {
    try await call { try text(virConnectGetCapabilities($0)) }
  }

  /// Domain capabilities XML; throws where the host offers no such domains.
  public func domainCapabilities(
    architecture: String, machine: String, type: String
  ) async throws -> String {
    try await call {
      try text(virConnectGetDomainCapabilities($0, nil, architecture, machine, type, 0))
    }
  }

  public func isAlive() async -> Bool {
    let alive = try? await call { virConnectIsAlive($0) == 1 }
    return alive ?? false
  }
}

private func kibibytes(_ name: String, of record: virDomainStatsRecord) -> UInt64 {
  var value: UInt64 = 0
  virTypedParamsGetULLong(record.params, record.nparams, name, &value)
  return value
}

/// A string that libvirt allocated for the caller.
func text(_ pointer: UnsafeMutablePointer<CChar>?) throws(LibvirtError) -> String {
  let pointer = try object(pointer)
  defer { free(pointer) }
  return String(cString: pointer)
}
