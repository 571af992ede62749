import CaseModel
import Foundation

/// Runs a program as root of namespaces of its own, which end with it.
///
/// For an ordinary user, root is the user, and the other IDs are the user's subordinate ones
/// (subuid(5)): files get any owner inside, and folders only the user may enter stay reachable.
enum UserNamespace {
  static func command(
    _ arguments: [String], environment: [String: String] = [:], deadline: Duration,
    asRoot: Bool = geteuid() == 0
  ) -> ToolCommand {
    ToolCommand(
      ["unshare"] + (asRoot ? [] : ["--map-root-user", "--map-auto"])
        + ["--mount", "--pid", "--fork", "--kill-child", "--"] + arguments,
      environment: environment, deadline: deadline)
  }

  /// Throws with the way out when this user cannot have such namespaces.
  static func require() async throws {
    do {
      try await command(["true"], deadline: .seconds(20)).run()
    } catch let error as CaselabError where error.code == .labFailed {
      throw CaselabError(
        .labFailed, "user \"\(NSUserName())\" cannot make a user namespace to build an image in",
        hint: geteuid() == 0
          ? "the host must allow unshare(2) and mount(2), which many containers do not"
          : "sudo apt-get install uidmap && sudo usermod --add-subuids 100000-165535 "
            + "--add-subgids 100000-165535 \(NSUserName())",
        cause: error)
    }
  }
}
