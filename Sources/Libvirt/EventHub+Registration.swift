import Clibvirt

/// Numbers to deregister with.
struct EventRegistration: Sendable {
  fileprivate var events: [Int32] = []
  fileprivate var closing = false
}

extension EventHub {
  /// libvirt keeps the hub alive until the registration ends.
  func register(with connection: OpaquePointer) throws(LibvirtError) -> EventRegistration {
    var registration = EventRegistration()
    let lifecycle = clibvirt_watch_lifecycle(
      connection,
      { _, domain, event, detail, hub in
        if let event = DomainEvent(lifecycle: event, detail: detail) {
          announce(event, about: domain, to: hub)
        }
        return 0
      }, retain(), release)
    if lifecycle < 0 {
      release(Unmanaged.passUnretained(self).toOpaque())
      throw .last()
    }
    registration.events.append(lifecycle)
    // Agents and close callbacks are not known to every driver; the test driver has neither.
    let agents = clibvirt_watch_agents(
      connection,
      { _, domain, state, _, hub in
        if let event = DomainEvent(agentState: state) { announce(event, about: domain, to: hub) }
      }, retain(), release)
    if agents >= 0 {
      registration.events.append(agents)
    } else {
      release(Unmanaged.passUnretained(self).toOpaque())
    }
    registration.closing =
      virConnectRegisterCloseCallback(connection, connectionClosed, retain(), release) >= 0
    if !registration.closing { release(Unmanaged.passUnretained(self).toOpaque()) }
    return registration
  }

  /// Without this libvirt's own references keep the connection open.
  static func end(_ registration: EventRegistration, with connection: OpaquePointer) {
    for number in registration.events { virConnectDomainEventDeregisterAny(connection, number) }
    if registration.closing { virConnectUnregisterCloseCallback(connection, connectionClosed) }
  }

  private func retain() -> UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }
}

private let release: @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Void = { hub in
  if let hub { Unmanaged<EventHub>.fromOpaque(hub).release() }
}

/// One value, because libvirt knows a close callback by its address.
private let connectionClosed:
  @Sendable @convention(c) (OpaquePointer?, Int32, UnsafeMutableRawPointer?) -> Void = {
    _, reason, hub in
    guard let hub else { return }
    Unmanaged<EventHub>.fromOpaque(hub).takeUnretainedValue()
      .finish(.connectionLost(reason: reason))
  }

private func announce(
  _ event: DomainEvent, about domain: OpaquePointer?, to hub: UnsafeMutableRawPointer?
) {
  guard let domain, let hub, let uuid = Domain.uuid(of: domain) else { return }
  Unmanaged<EventHub>.fromOpaque(hub).takeUnretainedValue().publish(event, about: uuid)
}
