import CaseModel
import Machines

/// A command as `guest-exec` gets it: through a constant script that bounds its output.
///
/// Needed because the agent keeps 16 MB of output while libvirt drops the connection to an agent
/// whose answer is longer than 10 MB, and its clients take 4 MB.
enum BoundedCommand {
  /// Two streams of this many bytes in base64 fit an answer.
  static let outputLimit = 1_400_000
  /// What fits a command; longer input goes by way of a file.
  static let inputLimit = 64 << 10
  /// The script's own end when the command is not in PATH (a signal: any exit status may be the
  /// command's).
  static let notFound = 12

  /// $1: bytes of each stream; $2: file with the input, or nothing; then the command. Descriptor 3 is the real output, 4 the real error
  /// output, 5 takes the exit status, 6 is the command's error output on its way to its bound.
  static let script = """
    limit=$1
    [ -z "$2" ] || { exec <"$2"; rm -f -- "$2"; }
    shift 2
    command -v "$1" >/dev/null 2>&1 || kill -USR2 $$
    keep() { head -c "$limit"; cat >/dev/null; }
    exec 3>&1 4>&2
    status=$({ {
      { (exec "$@" 3>&- 4>&- 5>&- 6>&-); echo $? >&5; } 2>&6 | keep >&3
    } 6>&1 | keep >&4; } 5>&1)
    exit "${status:-125}"
    """

  /// Given whole, so that a command sees the same in every guest.
  static let environment = [
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root", "USER": "root", "LOGNAME": "root", "LANG": "C.UTF-8",
  ]

  static func exec(_ command: GuestCommand, inputFile: String? = nil) throws -> GuestExec {
    let words = try words(command, inputFile: inputFile)
    let input = command.input.isEmpty || inputFile != nil ? nil : base64(command.input)
    // Without output there is nothing to bound, and most of the time is saved.
    if command.outputLimit == 0, inputFile == nil {
      return GuestExec(
        path: command.arguments[0], arg: Array(command.arguments.dropFirst()),
        env: words.environment, inputData: input, captureOutput: false)
    }
    return GuestExec(
      path: "setsid", arg: words.arguments, env: words.environment, inputData: input,
      captureOutput: true)
  }

  /// The script with what it is given, and the whole environment, as `NAME=value`.
  static func words(
    _ command: GuestCommand, inputFile: String? = nil
  ) throws -> (arguments: [String], environment: [String]) {
    guard let program = command.arguments.first, !program.isEmpty else {
      throw CaselabError(.labFailed, "command is empty")
    }
    let variables = environment.merging(command.environment) { $1 }
    guard variables.keys.allSatisfy({ !$0.isEmpty && !$0.contains("=") }),
      (command.arguments + variables.keys + variables.values).allSatisfy({ !$0.contains("\0") })
    else {
      throw CaselabError(
        .labFailed,
        "command \"\(program.printable(limit: 60))\" has a NUL byte or a malformed variable")
    }
    let limit = min(max(command.outputLimit, 0), outputLimit)
    return (
      ["sh", "-c", script, "sh", String(limit), inputFile ?? ""] + command.arguments,
      variables.map { "\($0)=\($1)" }.sorted()
    )
  }

  /// Ends a command and what it has started, where setsid(1) made it the leader of its own group.
  static func kill(_ pid: Int) -> GuestExec {
    GuestExec(
      path: "sh",
      arg: ["-c", "kill -KILL \"-$1\" 2>/dev/null || kill -KILL \"$1\"", "sh", String(pid)],
      env: [], inputData: nil, captureOutput: false)
  }
}
