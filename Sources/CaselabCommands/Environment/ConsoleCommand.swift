import ArgumentParser
import CaseModel
import Machines

struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "The serial console of a machine of the case; Ctrl-] leaves.",
    discussion: "Examples:\n  caselab console SUP-1042\n  caselab console SUP-1042 firewall")

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: NodeArgument

  func run() async throws {
    let node = try await LiveNode.find(
      target.parsed(), node: place.name, in: Context.make())
    try await TerminalBridge.connect(node.machine.console(.boot))
  }
}

struct ShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "A root shell in a machine of the case; Ctrl-] or exit leaves.",
    discussion: """
      Goes through libvirt: it needs no network and no password.

      Examples:
        caselab shell SUP-1042             in the product's machine
        caselab shell SUP-1042 directory   in another node
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: NodeArgument

  func run() async throws {
    let node = try await LiveNode.find(
      target.parsed(), node: place.name, in: Context.make())
    let guest = try await node.guest()
    guard guest.system == .posix else {
      throw CaselabError(
        .usage, "node \"\(node.name)\" has Windows, which has no shell on a serial port",
        hint: "caselab exec \(target.id) \(node.name) -- powershell.exe -NonInteractive -Command …")
    }
    let size = TerminalBridge.size()
    let started = try await guest.run(
      GuestCommand(
        ["sh", "-euc", Self.script, "sh", String(size.rows), String(size.columns)]))
    guard started.status == 0 else {
      throw CaselabError(
        .labFailed, "a shell cannot be started in the guest: \(started.errorText.printable())",
        hint: "caselab console \(target.id) \(node.name) for the log-in prompt")
    }
    try await TerminalBridge.connect(node.machine.console(.shell))
  }

  /// A log-in on the second serial port, for as long as the shell lives (agetty(8), systemd-run(1)),
  /// and then the word that it has ended: a serial port does not hang up by itself.
  private static let script = """
    stty -F /dev/ttyS1 rows "$1" cols "$2" 2>/dev/null || :
    systemctl is-active --quiet caselab-shell.service && exit 0
    systemd-run --quiet --collect --unit=caselab-shell \
      -p StandardInput=tty -p StandardOutput=tty -p TTYPath=/dev/ttyS1 -p TTYReset=yes -p TTYVHangup=yes \
      -p 'ExecStopPost=/usr/bin/printf \\033]caselab;ended\\007' \
      /sbin/agetty --autologin root --noissue --keep-baud 115200,9600 ttyS1 "${TERM:-xterm-256color}"
    """
}
