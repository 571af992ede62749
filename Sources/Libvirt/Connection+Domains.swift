import Clibvirt
import Glibc

extension Connection {
  /// Starts a transient domain; several at once, because each takes a third of a second.
  public func create(_ definition: String, paused: Bool = false) async throws -> Domain {
    let flags = paused ? UInt32(VIR_DOMAIN_START_PAUSED.rawValue) : 0
    return try await callBesides { [worker] in
      try Domain(object(virDomainCreateXML($0, definition, flags)), worker)
    }
  }

  public func domain(named name: String) async throws -> Domain? {
    try await found { virDomainLookupByName($0, name) }
  }

  public func domain(uuid: String) async throws -> Domain? {
    try await found { virDomainLookupByUUIDString($0, uuid) }
  }

  private func found(
    _ look: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
  ) async throws -> Domain? {
    try await call { [worker] connection in
      guard let pointer = look(connection) else {
        let error = LibvirtError.last()
        guard error.code == .noDomain else { throw error }
        return nil
      }
      return try Domain(pointer, worker)
    }
  }

  /// Every running domain, whoever started it.
  public func activeDomains() async throws -> [Domain] {
    try await call { [worker] connection in
      var list: UnsafeMutablePointer<OpaquePointer?>?
      let flags = UInt32(VIR_CONNECT_LIST_DOMAINS_ACTIVE.rawValue)
      let count = Int(try check(virConnectListAllDomains(connection, &list, flags)))
      defer { free(list) }
      return try (0..<count).compactMap { list?[$0] }.map { try Domain($0, worker) }
    }
  }
}
