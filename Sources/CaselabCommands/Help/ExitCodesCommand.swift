import ArgumentParser

/// `caselab exit-codes`, also reached as `caselab help exit-codes`.
struct ExitCodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "What the exit statuses mean.", discussion: text)

  static let text = """
    0    all tests passed, or the command did what it was asked
    1    tests failed
    3    the lab failed: an image, a layer, a machine or a step of ours
    4    nothing ran: no applicable test, or the case is being run by somebody else
    64   usage: an unknown option or a malformed argument
    65   bad input data: a case ID, ticket, profile or catalogue entry
    69   libvirt or a tracker cannot be reached
    124  a deadline passed
    130  interrupted
    """

  func run() { Terminal.print(Self.text) }
}
