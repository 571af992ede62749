import CaseModel
import Machines

/// The inside of a machine, by SSH.
struct SSHGuest: Guest {
  let client: SSHClient
  let watch: MachineWatch
  let machine: String

  /// A machine's guest, as soon as a command comes back.
  ///
  /// QEMU accepts connections before anything listens in the guest, so only an answer counts.
  static func meet(
    _ access: SSHAccess, watch: MachineWatch, machine: String, within deadline: Duration
  ) async throws -> any Guest {
    let client = SSHClient(access: access, machine: machine)
    let guest = SSHGuest(client: client, watch: watch, machine: machine)
    do {
      try await watch.withDeadline(deadline, machine: machine, waitingFor: "answer of its SSH") {
        var patience = 5
        while true {
          client.forgetWords()
          do {
            return try await guest.checkRoot(patience: patience)
          } catch let error as SSHFailure where error == .noAnswer {
            try await Task.sleep(for: .milliseconds(500))
            patience = min(patience + 5, 30)
          }
        }
      }
    } catch var error as CaselabError where error.code == .deadline {
      if let word = client.lastWord() { error.message += "; ssh says: \(word)" }
      throw error
    }
    return guest
  }

  private func checkRoot(patience: Int) async throws {
    let result = try await exchange(
      GuestCommand(["id", "-u"], outputLimit: 1000), token: Self.token(), patience: patience)
    guard result.status == 0, result.outputText == "0\n" else {
      throw CaselabError(
        .labFailed,
        "machine \"\(machine)\": user \"\(client.access.user.printable())\" does not become root by `sudo -n`: "
          + (result.outputText + result.errorText).printable(limit: 300),
        hint: "let it in /etc/sudoers of the image: NOPASSWD: ALL")
    }
  }

  func run(_ command: GuestCommand) async throws -> GuestResult {
    let name = command.arguments.first?.printable(limit: 60) ?? ""
    let token = Self.token()
    do {
      return try await watch.withDeadline(
        command.deadline, machine: machine, waitingFor: "end of \"\(name)\""
      ) { try await exchange(command, token: token, patience: 60) }
    } catch SSHFailure.noAnswer {
      throw CaselabError(
        .labFailed,
        "machine \"\(machine)\" cannot be reached by SSH: \(client.lastWord() ?? "no answer")")
    } catch {
      if watch.life.end == nil { await kill(token) }
      throw error
    }
  }

  private func exchange(
    _ command: GuestCommand, token: String, patience: Int
  ) async throws -> GuestResult {
    let line = try SSHCommand.line(command, token: token, asRoot: client.access.user == "root")
    let answer = try await client.call(
      line, input: command.input, limit: command.outputLimit, patience: patience)
    return try Self.result(answer, command, token: token)
  }

  static func result(
    _ answer: SSHClient.Answer, _ command: GuestCommand, token: String
  ) throws -> GuestResult {
    let limit = command.outputLimit
    var errors = answer.errors
    if answer.status == SSHCommand.noAnswer {
      guard errors.suffix(token.utf8.count).elementsEqual(token.utf8) else {
        guard errors.suffix(token.utf8.count + 7).elementsEqual("\(token) absent".utf8) else {
          throw SSHFailure.noAnswer
        }
        throw CaselabError(
          .labFailed,
          "command \"\(command.arguments[0].printable(limit: 60))\" is not in the guest")
      }
      errors.removeLast(token.utf8.count)
    }
    return GuestResult(
      status: answer.status, output: Array(answer.output.prefix(limit)),
      errors: Array(errors.prefix(limit)))
  }

  /// Best effort, also when the calling task is cancelled: hence a task of its own.
  private func kill(_ token: String) async {
    let ending = Task {
      try? await watch.withDeadline(.seconds(20), machine: machine, waitingFor: "answer") {
        _ = try await exchange(SSHCommand.ending(token), token: Self.token(), patience: 10)
      }
    }
    _ = await ending.value
  }

  private static func token() -> String {
    "caselab-" + (0..<2).map { _ in String(UInt64.random(in: 0 ... .max), radix: 16) }.joined()
  }
}

/// Why there is no result: ssh(1) ended without a word of the command's.
enum SSHFailure: Error { case noAnswer }

extension SSHGuest {
  /// Bytes of one message.
  private static var readChunk: Int { 1 << 20 }
  /// For a whole file, however slowly the guest is emulated.
  private static var deadline: Duration { .seconds(600) }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    try GuestFile.check(path)
    var content: [UInt8] = []
    while content.count < limit {
      let wanted = min(limit - content.count, Self.readChunk)
      let result = try await run(
        GuestCommand(
          [
            "sh", "-euc", Self.reading, "sh", path, String(offset + Int64(content.count) + 1),
            String(wanted),
          ], deadline: Self.deadline, outputLimit: wanted))
      guard result.status == 0 else { throw failed(path, "read", result) }
      content += result.output
      if result.output.count < wanted { break }
    }
    return content
  }

  private static let reading = """
    [ ! -d "$1" ] || { echo "it is a folder" >&2; exit 1; }
    exec <"$1"
    tail -c "+$2" | head -c "$3"
    """

  /// Under another name first, so that nobody in the guest sees half a file.
  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    try GuestFile.check(path)
    let result = try await run(
      GuestCommand(
        ["sh", "-euc", Self.writing, "sh", GuestFile.temporary(path), path, mode], input: bytes,
        deadline: Self.deadline, outputLimit: 2000))
    guard result.status == 0 else { throw failed(path, "written", result) }
  }

  private static let writing = """
    trap 'rm -f -- "$1"' EXIT
    cat >"$1"
    chmod -- "$3" "$1"
    mv -fT -- "$1" "$2"
    """

  private func failed(_ path: String, _ what: String, _ result: GuestResult) -> CaselabError {
    CaselabError(
      .labFailed,
      "file \"\(path.printable())\" of machine \"\(machine)\" cannot be \(what): "
        + result.errorText.printable(limit: 300))
  }
}
