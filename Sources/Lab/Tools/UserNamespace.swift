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
        + ["--mount", "--pid", "--uts", "--ipc", "--fork", "--kill-child", "--"] + arguments,
      environment: environment, deadline: deadline)
  }

  /// Throws with the way out when this user cannot have such namespaces.
  static func require() async throws {
    // Where the kernel refuses, unshare(1) leaves the helper behind that would have mapped the IDs.
    let probe = ToolCommand(
      ["sh", "-c", "\"$@\" || { trap '' TERM; kill -TERM 0; exit 1; }", "sh"]
        + command(["true"], deadline: .zero).arguments, deadline: .seconds(20))
    do {
      try await probe.run()
    } catch let error as CaselabError where error.code == .labFailed {
      throw CaselabError(
        .labFailed, "user \"\(NSUserName())\" cannot make a user namespace to build an image in",
        hint: hint, cause: error)
    }
  }

  private static var hint: String {
    let user = NSUserName()
    let ranges = (try? String(contentsOfFile: "/etc/subuid", encoding: .utf8)) ?? ""
    guard geteuid() != 0,
      !ranges.split(separator: "\n").contains(where: { $0.hasPrefix("\(user):") })
    else { return "the host must allow unshare(2) and mount(2), which many containers do not" }
    return "sudo apt-get install uidmap && sudo usermod --add-subuids 100000-165535 "
      + "--add-subgids 100000-165535 \(user)"
  }
}
