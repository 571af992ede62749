import ArgumentParser
import CaseModel
import Foundation
import Machines

struct ExecCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec",
    abstract: "Run a command in a machine of the case; its exit status is ours.",
    discussion: """
      Examples:
        caselab exec SUP-1042 -- proftpd -V
        caselab exec SUP-1042 directory -- ldapsearch -x -b dc=customer,dc=example
        caselab exec SUP-1042 --timeout 600 -- sh -c 'tail -n 50 /var/log/proftpd/*.log'
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: NodeArgument
  @Option(help: ArgumentHelp("Seconds it may take.", valueName: "seconds"))
  var timeout: Int = 300
  @Argument(parsing: .postTerminator, help: "The command and its arguments, after --.")
  var command: [String]

  /// Bytes of each stream; what is longer is cut, because the agent answers in one piece.
  static let outputLimit = 1_400_000

  func validate() throws {
    guard !command.isEmpty else { throw ValidationError("give a command after --") }
    guard timeout > 0 else { throw ValidationError("--timeout is a positive number of seconds") }
  }

  func run() async throws {
    let context = try Context.make()
    let node = try await LiveNode.find(target.parsed(), node: place.name, in: context)
    let result = try await node.guest().run(
      GuestCommand(command, deadline: .seconds(timeout), outputLimit: Self.outputLimit))
    // Bytes as they are when they go to a file or a pipe; nothing that steers a terminal.
    emit(result.output, to: .standardOutput, raw: !Terminal.outputIsTerminal)
    emit(result.errors, to: .standardError, raw: !Terminal.errorsAreTerminal)
    if result.status != 0 { throw ExitCode(Int32(clamping: result.status)) }
  }

  private func emit(_ bytes: [UInt8], to file: FileHandle, raw: Bool) {
    let data =
      raw ? Data(bytes) : Data(String(decoding: bytes, as: UTF8.self).withoutControls().utf8)
    try? file.write(contentsOf: data)
  }
}
