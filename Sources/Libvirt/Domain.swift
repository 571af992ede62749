import Clibvirt

/// One domain; a reference that stays valid when the domain is gone (calls then throw `noDomain`).
public final class Domain: Sendable {
  public let name: String
  public let uuid: String
  private let handle: Reference
  private let worker: Worker
  /// Its own thread, because an agent may take its time.
  private let agent = Worker("libvirt agent")

  /// Takes the reference over.
  init(_ pointer: OpaquePointer, _ worker: Worker) throws {
    handle = Reference(pointer) { virDomainFree($0) }
    self.worker = worker
    name = String(cString: try object(virDomainGetName(pointer)))
    guard let uuid = Self.uuid(of: pointer) else { throw LibvirtError.last() }
    self.uuid = uuid
  }

  static func uuid(of pointer: OpaquePointer) -> String? {
    withUnsafeTemporaryAllocation(
      of: CChar.self, capacity: Int(VIR_UUID_STRING_BUFLEN)
    ) { buffer in
      guard let start = buffer.baseAddress, virDomainGetUUIDString(pointer, start) == 0 else {
        return nil
      }
      return String(cString: start)
    }
  }

  func call<Value: Sendable>(
    _ body: @escaping @Sendable (OpaquePointer) throws -> Value
  ) async throws -> Value {
    try await worker.run { [handle] in try body(handle.pointer) }
  }

  public func isActive() async throws -> Bool {
    do {
      return try await call { try check(virDomainIsActive($0)) == 1 }
    } catch let error as LibvirtError where error.code == .noDomain {
      return false
    }
  }

  /// The live XML.
  public func definition() async throws -> String {
    try await call { try text(virDomainGetXMLDesc($0, 0)) }
  }

  /// The metadata element of that namespace, as XML; nil when there is none.
  public func metadata(namespace: String) async throws -> String? {
    do {
      return try await call {
        try text(
          virDomainGetMetadata(
            $0, Int32(VIR_DOMAIN_METADATA_ELEMENT.rawValue), namespace,
            UInt32(VIR_DOMAIN_AFFECT_LIVE.rawValue)))
      }
    } catch let error as LibvirtError where error.code == .noMetadata {
      return nil
    }
  }

  public func suspend() async throws { try await call { _ = try check(virDomainSuspend($0)) } }
  public func resume() async throws { try await call { _ = try check(virDomainResume($0)) } }

  /// Pulls the plug; several at once, because libvirt waits for the end of QEMU's process.
  public func destroy() async throws {
    try await Worker("libvirt, destroying").run { [handle] in
      _ = try check(virDomainDestroy(handle.pointer))
    }
  }

  public enum ShutdownWay: Sendable { case agent, powerButton }

  /// Asks the guest to power off; returns before it has.
  public func shutDown(by way: ShutdownWay) async throws {
    let flag =
      switch way {
      case .agent: VIR_DOMAIN_SHUTDOWN_GUEST_AGENT
      case .powerButton: VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN
      }
    try await agent.runUnlessCancelled { [handle] in
      _ = try check(virDomainShutdownFlags(handle.pointer, UInt32(flag.rawValue)))
    }
  }

  /// Sends QEMU one command of QMP, JSON both ways; the answer may be an error of QEMU's.
  public func monitorCommand(_ command: String) async throws -> String {
    try await call { pointer in
      var answer: UnsafeMutablePointer<CChar>?
      try check(virDomainQemuMonitorCommand(pointer, command, &answer, 0))
      return try text(answer)
    }
  }

  /// Sends the guest agent one command, JSON both ways, after libvirt has greeted the agent.
  ///
  /// A cancelled task is released at once; the command is then left to itself.
  public func agentCommand(_ command: String, timeout seconds: Int32) async throws -> String {
    try await agent.runUnlessCancelled { [handle] in
      try text(virDomainQemuAgentCommand(handle.pointer, command, seconds, 0))
    }
  }
}
