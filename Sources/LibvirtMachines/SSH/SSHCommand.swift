import CaseModel
import Machines

/// A command as an SSH server gets it: one constant line of shell and words after it.
///
/// A server hands a line of text to the user's shell. So that no value is ever read as shell, each is
/// encoded in a word that every shell takes as it stands, and decoded behind it.
enum SSHCommand {
  /// Linux takes 128 KiB as one argument, which is what the line is for the user's shell.
  static let lengthLimit = 120_000
  /// What ssh(1) ends with when it has no answer of the command's.
  static let noAnswer = 255

  /// $1: a token that nobody can guess; $2: the program, to be looked for; $3: `all` to keep its
  /// output; then the environment and the command.
  ///
  /// The token is in the environment of all that the command starts, so that it can be ended; and on
  /// the error output where the exit status alone would leave doubt.
  private static let wrapper = #"""
    n=$#
    while [ "$n" -gt 0 ]; do
      word=$(printf "%b." "$1")
      shift
      set -- "$@" "${word%.}"
      n=$((n - 1))
    done
    token=$1 program=$2 keep=$3
    shift 3
    PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    if [ -n "$program" ] && ! command -v "$program" >/dev/null 2>&1; then
      printf "%s absent" "$token" >&2
      exit 255
    fi
    cd /
    status=0
    if [ "$keep" = all ]; then
      env -i "CASELAB_COMMAND=$token" "$@" || status=$?
    else
      env -i "CASELAB_COMMAND=$token" "$@" >/dev/null 2>&1 || status=$?
    fi
    [ "$status" != 255 ] || printf "%s" "$token" >&2
    exit "$status"
    """#

  /// Ends what was started with a token: a process can leave its session and its parent, but not that.
  static func ending(_ token: String) -> GuestCommand {
    GuestCommand(
      [
        "sh", "-c",
        #"for f in $(grep -lszxF "CASELAB_COMMAND=$1" /proc/[0-9]*/environ); do f=${f#/proc/}; kill -KILL "${f%/environ}"; done"#,
        "sh", token,
      ], deadline: .seconds(20), outputLimit: 1000)
  }

  static func line(_ command: GuestCommand, token: String, asRoot: Bool) throws -> String {
    let (bounded, environment) = try BoundedCommand.words(command)
    let keeps = command.outputLimit > 0
    // With a PATH of its own the program may be where we do not look.
    let program = command.environment["PATH"] == nil ? command.arguments[0] : ""
    let words =
      [token, program, keeps ? "all" : "none"] + environment
      + (keeps ? bounded : command.arguments)
    let line =
      (asRoot ? "sh -c '" : "sudo -n -- sh -c '") + wrapper + "' sh "
      + words.map(word).joined(separator: " ")
    guard line.utf8.count <= lengthLimit else {
      throw CaselabError(
        .labFailed,
        "command \"\(command.arguments[0].printable(limit: 60))\" is too long for SSH: \(line.utf8.count) bytes"
      )
    }
    return line
  }

  /// In single quotes, with what any shell takes for more than itself as `\0ooo` (printf(1), `%b`).
  static func word(_ text: String) -> String {
    var word = "'"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "!"), 0..<32, 127...:
        let octal = String(byte, radix: 8)
        word += "\\0" + String(repeating: "0", count: 3 - octal.count) + octal
      default: word.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return word + "'"
  }
}
