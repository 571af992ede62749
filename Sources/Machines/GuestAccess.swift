import CaseModel

/// How the lab gets into a machine.
public enum GuestAccess: Equatable, Sendable {
  /// By QEMU's guest agent.
  case agent
  /// By the same, in Windows.
  case agentOfWindows
  case ssh(SSHAccess)
  /// Not at all.
  case closed
}

extension MachineSpec {
  public var isReachedBySSH: Bool {
    if case .ssh = access { true } else { false }
  }
}

/// A machine's SSH server, by way of the `Gate`, which such a machine has from its boot on.
public struct SSHAccess: Equatable, Sendable {
  /// Root, or somebody who may become root by `sudo -n`.
  public var user: String
  /// Absolute path of the private key.
  public var key: String
  /// Where the server listens in the guest.
  public var guestPort: Int
  /// The port of 127.0.0.1 that leads there.
  public var hostPort: Int
  /// Absolute path of the folder that keeps the machine's host key, from its first answer on.
  public var folder: String

  public init(user: String, key: String, guestPort: Int, hostPort: Int, folder: String) {
    self.user = user
    self.key = key
    self.guestPort = guestPort
    self.hostPort = hostPort
    self.folder = folder
  }
}

/// The inside of a machine that the lab has no way into: every call says so.
public struct ClosedGuest: Guest {
  let node: String

  public init(node: String) { self.node = node }

  public func run(_ command: GuestCommand) async throws -> GuestResult { throw Self.error(node) }
  public func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    throw Self.error(node)
  }
  public func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    throw Self.error(node)
  }

  public static func error(_ node: String) -> CaselabError {
    CaselabError(
      .usage,
      "node \"\(node)\" has no agent and no SSH: its image was imported with --access none",
      hint: "caselab console CASE \(node) shows its serial console")
  }
}
