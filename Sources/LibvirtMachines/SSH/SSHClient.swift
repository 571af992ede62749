import CaseModel
import Foundation
import Machines
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// OpenSSH's client, ssh(1), for one machine.
struct SSHClient: Sendable {
  let access: SSHAccess
  /// The name under which its host key is kept.
  let machine: String

  struct Answer: Sendable {
    var status: Int
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// Nothing of the user's own counts: no configuration, no agent, no other keys. The first host key
  /// that the machine shows is kept, and from then on no other is taken.
  ///
  /// Files are named relative to `access.folder`, where it is run: OpenSSH splits its options' values
  /// at blanks, and a socket's path must be short. Over the socket later commands come in without a
  /// log-in of their own, which takes more than a second of an emulated machine.
  func arguments(_ line: String, patience: Int) -> [String] {
    let options = [
      "BatchMode=yes", "CheckHostIP=no", "ClearAllForwardings=yes", "ConnectTimeout=\(patience)",
      "ControlMaster=auto", "ControlPath=socket", "ControlPersist=60", "ForwardAgent=no",
      "ForwardX11=no", "GlobalKnownHostsFile=/dev/null", "HostKeyAlias=\(machine)",
      "IdentitiesOnly=yes", "IdentityAgent=none", "LogLevel=ERROR",
      "PreferredAuthentications=publickey", "ServerAliveCountMax=8", "ServerAliveInterval=15",
      "StrictHostKeyChecking=accept-new", "UpdateHostKeys=no", "UserKnownHostsFile=known_hosts",
    ]
    return ["-F", "none", "-T", "-E", Self.log, "-p", String(access.hostPort), "-l", access.user]
      + ["-i", access.key.replacing("%", with: "%%")] + options.flatMap { ["-o", $0] }
      + ["--", "127.0.0.1", line]
  }

  /// Runs ssh(1) to its end; killed when the task is cancelled.
  ///
  /// - Parameters:
  ///   - patience: seconds until the server's first word.
  ///   - limit: bytes of each output. What is bounded in the guest is bounded here against a guest that
  ///     does not keep to it: then this throws.
  func call(_ line: String, input: [UInt8], limit: Int, patience: Int) async throws -> Answer {
    let configuration = Configuration(
      executable: .name("ssh"), arguments: Arguments(arguments(line, patience: patience)),
      environment: .custom([
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8",
      ]),
      workingDirectory: .init(access.folder), platformOptions: Self.options)
    do {
      let output = BytesOutput.bytes(limit: limit + Self.slack)
      let result = try await withInput(input) { file in
        try await Subprocess.run(configuration, input: file, output: output, error: output)
      }
      try Task.checkCancellation()
      guard case .exited(let status) = result.terminationStatus else {
        throw CaselabError(.labFailed, "ssh was ended by somebody else")
      }
      return Answer(
        status: Int(status), output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw CaselabError(
        .labFailed, "ssh to machine \"\(machine)\" did not run",
        hint: "is openssh-client installed?",
        cause: error)
    }
  }

  /// The last thing that ssh(1) itself had to say, without its control characters.
  func lastWord() -> String? {
    guard let text = try? String(contentsOfFile: access.folder + "/" + Self.log, encoding: .utf8)
    else { return nil }
    return text.split(whereSeparator: \.isNewline).last.map { String($0).printable(limit: 200) }
  }

  func forgetWords() { unlink(access.folder + "/" + Self.log) }

  private static let log = "ssh.log"
  /// For the token behind the error output.
  private static let slack = 256

  private static var options: PlatformOptions {
    var options = PlatformOptions()
    // Ctrl-C at the terminal is for this process, which then ends the program.
    options.createSession = true
    return options
  }

  /// By way of a file without a name: a guest that does not read all of it breaks no pipe of ours.
  private func withInput<Value>(
    _ bytes: [UInt8], _ body: (FileDescriptorInput) async throws -> Value
  ) async throws -> Value {
    guard !bytes.isEmpty else {
      let null = try FileDescriptor.open("/dev/null", .readOnly)
      return try await body(.fileDescriptor(null, closeAfterSpawningProcess: true))
    }
    // The X are mkstemp(3)'s to fill in, which opens no file that is there: in a folder of ours.
    var path = Array((access.folder + "/input-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw CaselabError(
        .labFailed, "input cannot be kept: \(String(cString: strerror(errno)))")
    }
    unlink(path)
    let file = FileDescriptor(rawValue: descriptor)
    do {
      _ = try file.writeAll(bytes)
      try file.seek(offset: 0, from: .start)
    } catch {
      try? file.close()
      throw CaselabError(.labFailed, "input cannot be kept", cause: error)
    }
    return try await body(.fileDescriptor(file, closeAfterSpawningProcess: true))
  }
}
