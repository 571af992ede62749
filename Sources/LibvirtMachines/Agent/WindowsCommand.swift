import CaseModel
import Machines

/// A command as the agent of Windows gets it: by itself, because there is no `sh` to bound its output.
enum WindowsCommand {
  /// - Throws: `labFailed` for what such a command cannot have: the agent would take variables for the
  ///   whole environment, without which hardly a program of Windows starts.
  static func exec(_ command: GuestCommand) throws -> GuestExec {
    guard let program = command.arguments.first, !program.isEmpty,
      command.arguments.allSatisfy({ !$0.contains("\0") })
    else { throw CaselabError(.labFailed, "command is empty, or has a NUL byte") }
    guard command.environment.isEmpty, command.input.count <= BoundedCommand.inputLimit else {
      throw CaselabError(
        .labFailed,
        "command \"\(program.printable(limit: 60))\" has variables, or \(command.input.count) bytes of input, which Windows' agent does not take"
      )
    }
    return GuestExec(
      path: program, arg: Array(command.arguments.dropFirst()), env: nil,
      inputData: command.input.isEmpty ? nil : base64(command.input),
      captureOutput: command.outputLimit > 0)
  }

  /// Windows' statuses have 32 bits; one that is no status of a shell's is a failure all the same.
  static func ending(_ status: GuestExecStatus.Answer) -> GuestExecStatus.Answer {
    var status = status
    if let code = status.exitcode, !(0...255).contains(code) { status.exitcode = 255 }
    return status
  }

  /// With all that it has started.
  static func kill(_ pid: Int) -> GuestExec {
    GuestExec(
      path: "taskkill.exe", arg: ["/T", "/F", "/PID", String(pid)], env: nil, inputData: nil,
      captureOutput: false)
  }

  static let putInPlace =
    "Move-Item -Force -LiteralPath $env:CASELAB_FROM -Destination $env:CASELAB_TO"
  static let remove = "Remove-Item -Force -LiteralPath $env:CASELAB_FROM"
}
