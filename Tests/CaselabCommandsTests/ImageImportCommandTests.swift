import Testing

@testable import CaselabCommands

@Suite struct ImageImportCommandTests {
  static let refused: [[String]] = [
    ["--access", "ssh"], ["--access", "telnet"], ["--ssh-key", "k"], ["--ssh-user", "root"],
    ["--access", "none", "--ssh-port", "22"], ["--access", "none", "--cloud-init"],
    ["--access", "ssh", "--ssh-key", "k", "--cloud-init"],
    ["--access", "ssh", "--ssh-key", "k", "--ssh-port", "0"],
    ["--access", "ssh", "--ssh-key", "k", "--ssh-user", "-oProxyCommand=id"],
    ["--access", "ssh", "--ssh-key", "k", "--ssh-user", "a b"],
  ]

  @Test(arguments: refused)
  func `options that do not go together are refused`(options: [String]) {
    #expect(throws: (any Error).self) {
      try ImageImportCommand.parse(["disk.qcow2", "--os", "debian:12"] + options)
    }
  }

  @Test func `the agent is what is meant where nothing is said`() throws {
    let plain = try ImageImportCommand.parse(["disk.qcow2", "--os", "debian:12"])
    #expect(plain.access == .agent)
    let ssh = try ImageImportCommand.parse(
      ["d", "--os", "debian:12", "--access", "ssh", "--ssh-key", "k", "--ssh-user", "admin"])
    #expect(ssh.access == .ssh && ssh.sshUser == "admin")
  }
}
