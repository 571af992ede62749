import CaseModel
import Foundation

/// A process that outlives us: in a session of its own, with nothing of ours open.
///
/// Not swift-subprocess: that ends its processes when the task that started them ends.
public enum DetachedProcess {
  /// - Parameters:
  ///   - log: takes its standard error; mode 0600.
  ///   - environment: nil: only what every program needs.
  public static func start(
    _ words: [String], log: String, environment: [String: String]? = nil
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // A lock of ours must not live as long as it does.
    for descriptor in inheritable { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // We ignore signals and Swift's threads block them; both would be handed down.
    var every = sigset_t()
    var none = sigset_t()
    sigfillset(&every)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment?.map { "\($0)=\($1)" } ?? passedOn
    let environment = variables.map { strdup($0) } + [nil]
    defer { for word in arguments + environment { free(word) } }
    var pid: Int32 = 0
    let code = posix_spawn(&pid, words[0], &actions, &attributes, arguments, environment)
    guard code == 0 else {
      throw CaselabError(
        .labFailed, "program \"\(words[0])\" did not start: \(String(cString: strerror(code)))")
    }
    return pid
  }

  /// Takes the end of a process that we started; false while it runs or when it is not ours.
  static func hasEnded(_ pid: Int32) -> Bool {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) == pid
  }

  /// Whether its memory is gone, and with that its command line, but not all that it had open.
  ///
  /// Takes its end when it is a process that we started.
  static func isLeaving(_ pid: Int32) -> Bool {
    var status: Int32 = 0
    let answer = waitpid(pid, &status, WNOHANG)
    guard answer < 0 else { return answer == 0 }
    let files = FileManager.default
    guard files.contents(atPath: "/proc/\(pid)/cmdline")?.isEmpty == true,
      let line = files.contents(atPath: "/proc/\(pid)/stat")
    else { return false }
    let fields = String(decoding: line, as: UTF8.self).split(separator: ")").last ?? ""
    return !["Z", "X"].contains(fields.split(separator: " ").first)
  }

  /// POSIX_SPAWN_SETSID of spawn.h, which Swift's Glibc leaves out.
  private static let newSession: Int32 = 0x80

  /// What is open and would stay open in another program.
  private static var inheritable: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { Int32($0) }.filter { descriptor in
      let flags = fcntl(descriptor, F_GETFD)
      return descriptor > 2 && flags >= 0 && flags & FD_CLOEXEC == 0
    }
  }

  /// It must not know our secrets.
  private static var passedOn: [String] {
    let ours = ProcessInfo.processInfo.environment
    return ["PATH", "LANG", "LD_LIBRARY_PATH"].compactMap { name in
      ours[name].map { "\(name)=\($0)" }
    }
  }
}
