import Clibvirt

/// What happened to a domain, as far as somebody who waits for it wants to know.
public enum DomainEvent: Hashable, Sendable {
  case started
  case agentConnected, agentDisconnected
  /// The guest told so through its panic device; a `stopped` follows where on_crash is `destroy`.
  case panicked
  /// Paused because its disk could not be read or written on the host.
  case pausedOnIOError
  case stopped(StopReason)
  /// The last event of its stream.
  case connectionLost(String)

  public enum StopReason: Hashable, Sendable {
    case shutDown, destroyed, crashed, failed, other
  }

  /// Nil for what nobody waits for.
  init?(lifecycle event: Int32, detail: Int32) {
    let detail = UInt32(bitPattern: detail)
    switch virDomainEventType(UInt32(bitPattern: event)) {
    case VIR_DOMAIN_EVENT_STARTED: self = .started
    case VIR_DOMAIN_EVENT_CRASHED: self = .panicked
    case VIR_DOMAIN_EVENT_SUSPENDED
    where detail == VIR_DOMAIN_EVENT_SUSPENDED_IOERROR.rawValue:
      self = .pausedOnIOError
    case VIR_DOMAIN_EVENT_STOPPED:
      switch virDomainEventStoppedDetailType(detail) {
      case VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN: self = .stopped(.shutDown)
      case VIR_DOMAIN_EVENT_STOPPED_DESTROYED: self = .stopped(.destroyed)
      case VIR_DOMAIN_EVENT_STOPPED_CRASHED: self = .stopped(.crashed)
      case VIR_DOMAIN_EVENT_STOPPED_FAILED: self = .stopped(.failed)
      default: self = .stopped(.other)
      }
    default: return nil
    }
  }

  init?(agentState state: Int32) {
    switch virConnectDomainEventAgentLifecycleState(UInt32(bitPattern: state)) {
    case VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: self = .agentConnected
    case VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: self = .agentDisconnected
    default: return nil
    }
  }

  static func connectionLost(reason: Int32) -> DomainEvent {
    switch virConnectCloseReason(UInt32(bitPattern: reason)) {
    case VIR_CONNECT_CLOSE_REASON_EOF: .connectionLost("the daemon ended")
    case VIR_CONNECT_CLOSE_REASON_KEEPALIVE: .connectionLost("the daemon stopped answering")
    case VIR_CONNECT_CLOSE_REASON_CLIENT: .connectionLost("it was closed")
    default: .connectionLost("input or output failed")
    }
  }
}
