import CaseModel
import Foundation

/// Runs the user's editor on a file, in the foreground of this terminal.
enum Editor {
  /// - Parameter editor: as git takes it: a program and its arguments, split at spaces.
  static func edit(_ path: String, with editor: String) async throws {
    try await Foreground.run(editor.split(separator: " ").map(String.init) + [path])
  }
}

/// A program that has the terminal to itself until it ends.
enum Foreground {
  static func run(_ arguments: [String]) async throws {
    var attributes: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for attribute in attributes { free(attribute) } }
    var child = pid_t()
    let code = posix_spawnp(&child, arguments[0], nil, nil, &attributes, environ)
    guard code == 0 else {
      throw CaselabError(
        .usage,
        "\"\(arguments[0].printable())\" cannot be started: \(String(cString: strerror(code)))",
        hint: "set EDITOR or BROWSER to a program that is there")
    }
    let pid = child
    let status = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        continuation.resume(returning: status)
      }
    }
    guard status == 0 else {
      throw CaselabError(
        .usage, "\"\(arguments[0].printable())\" ended with status \((status >> 8) & 0xff)")
    }
  }
}
