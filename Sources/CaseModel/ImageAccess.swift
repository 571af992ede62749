/// How the lab gets into the machines that are made from an image.
public enum ImageAccess: Codable, Equatable, Sendable {
  /// By QEMU's guest agent.
  case agent
  /// By SSH, with the private key that is kept beside the disk.
  case ssh(user: String, port: Int)
  /// Not at all: the disk is taken as it is, and suites run beside it only.
  case none

  /// The key's file name in the image's folder.
  public static let keyFile = "ssh_key"

  /// `none`, or `SSH as admin, port 22`.
  public var text: String {
    switch self {
    case .agent: "agent"
    case .ssh(let user, let port): "SSH as \(user), port \(port)"
    case .none: "none"
    }
  }
}
