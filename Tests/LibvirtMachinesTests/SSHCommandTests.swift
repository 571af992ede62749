import CaseModel
import Foundation
import Machines
import Testing

@testable import LibvirtMachines

/// The line that a server hands to the user's shell, handed to one here.
@Suite struct SSHCommandTests {
  private static let token = "caselab-0123456789abcdef"

  private func answer(
    _ command: GuestCommand, shell: String = "sh"
  ) throws -> SSHClient.Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      shell, "-c", try SSHCommand.line(command, token: Self.token, asRoot: true),
    ]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    var (none, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(command.input))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return SSHClient.Answer(
      status: Int(process.terminationStatus),
      output: Array(output.fileHandleForReading.readDataToEndOfFile()),
      errors: Array(errors.fileHandleForReading.readDataToEndOfFile()))
  }

  private func run(_ command: GuestCommand, shell: String = "sh") throws -> GuestResult {
    try SSHGuest.result(try answer(command, shell: shell), command, token: Self.token)
  }

  @Test(arguments: ["sh", "bash"])
  func `arguments and variables stay whole, whatever they are`(shell: String) throws {
    let hostile = [
      "", "a b", "'; id; '", "$(id)`id`", "\\0041\\n%s\\c", "a\n\tb\n\n", "!x", "ä€😀", "*", "-n",
      "\"'\\", "\u{7f}\u{1b}[2J",
    ]
    var command = GuestCommand(["printf", "[%s]"] + hostile + ["$A"])
    command.environment = ["A": hostile.joined()]
    #expect(
      try run(command, shell: shell).outputText == (hostile + ["$A"]).map { "[\($0)]" }.joined())
    command.arguments = ["sh", "-c", "printf %s \"$A\"; pwd"]
    #expect(try run(command, shell: shell).outputText == hostile.joined() + "/\n")
  }

  @Test func `status, both outputs and input are the command's`() throws {
    let script = "cat; echo err >&2; exit $0"
    for status in [0, 7, 140, 254, 255] {
      let result = try run(
        GuestCommand(["sh", "-c", script, String(status)], input: [0, 255, 10, 10]))
      #expect(
        result
          == GuestResult(status: status, output: [0, 255, 10, 10], errors: Array("err\n".utf8))
      )
    }
  }

  @Test func `output is bounded where it is made, and not kept where nobody wants it`() throws {
    let flood = ["sh", "-c", "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 3"]
    let bounded = try answer(GuestCommand(flood, outputLimit: 100))
    #expect(bounded.status == 3 && bounded.output.count == 100 && bounded.errors.count == 100)
    let none = try answer(GuestCommand(flood, outputLimit: 0))
    #expect(none.status == 3 && none.output.isEmpty && none.errors.isEmpty)
  }

  @Test func `a command that is not there is told from one that fails`() throws {
    #expect {
      _ = try run(GuestCommand(["no-such-command-here"]))
    } throws: {
      "\($0)" == "command \"no-such-command-here\" is not in the guest"
    }
  }

  @Test func `an end without a word of the command's is no result`() throws {
    let errors = Array("Connection reset by peer".utf8)
    #expect(throws: SSHFailure.noAnswer) {
      try SSHGuest.result(
        .init(status: 255, output: [], errors: errors), GuestCommand(["x"]), token: Self.token)
    }
  }

  @Test func `what it started can be told by its token`() throws {
    let ending = SSHCommand.ending(Self.token)
    #expect(ending.arguments.last == Self.token)
    let seen = try run(GuestCommand(["sh", "-c", "tr '\\0' '\\n' </proc/self/environ"]))
    #expect(seen.outputText.contains("CASELAB_COMMAND=\(Self.token)\n"))
  }

  @Test func `others than root go through sudo, and a line that is too long is refused`() throws {
    let line = try SSHCommand.line(GuestCommand(["true"]), token: "t", asRoot: false)
    #expect(line.hasPrefix("sudo -n -- sh -c '"))
    #expect(line.split(separator: "'").count > 3)
    let error = #expect(throws: CaselabError.self) {
      try SSHCommand.line(
        GuestCommand(["echo", String(repeating: "a", count: 120_000)]), token: "t", asRoot: true)
    }
    #expect(error?.message.hasPrefix("command \"echo\" is too long for SSH") == true)
    #expect(throws: CaselabError.self) {
      try SSHCommand.line(GuestCommand(["echo", "a\0b"]), token: "t", asRoot: true)
    }
  }

  @Test func `nothing of the user's own configuration counts`() {
    let client = SSHClient(
      access: .init(
        user: "admin", key: "/a b/100%/ssh_key", guestPort: 22, hostPort: 40022, folder: "/f"),
      machine: "caselab.1f2e3d4c.SUP-1042.3.product")
    #expect(
      client.arguments("LINE", patience: 5) == [
        "-F", "none", "-T", "-E", "ssh.log", "-p", "40022", "-l", "admin", "-i",
        "/a b/100%%/ssh_key",
        "-o", "BatchMode=yes", "-o", "CheckHostIP=no", "-o", "ClearAllForwardings=yes",
        "-o", "ConnectTimeout=5", "-o", "ControlMaster=auto", "-o", "ControlPath=socket",
        "-o", "ControlPersist=60", "-o", "ForwardAgent=no", "-o", "ForwardX11=no",
        "-o", "GlobalKnownHostsFile=/dev/null",
        "-o", "HostKeyAlias=caselab.1f2e3d4c.SUP-1042.3.product", "-o", "IdentitiesOnly=yes",
        "-o", "IdentityAgent=none", "-o", "LogLevel=ERROR",
        "-o", "PreferredAuthentications=publickey", "-o", "ServerAliveCountMax=8",
        "-o", "ServerAliveInterval=15", "-o", "StrictHostKeyChecking=accept-new",
        "-o", "UpdateHostKeys=no", "-o", "UserKnownHostsFile=known_hosts",
        "--", "127.0.0.1", "LINE",
      ])
  }
}
