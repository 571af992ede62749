import ArgumentParser
import CaseModel
import Lab
import Record

struct LinkCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Cut, slow down and mend the links of a case's environment.",
    discussion: """
      A link's name means the whole link, two nodes' names the line between them.

      Examples:
        caselab link show SUP-1042
        caselab link down SUP-1042 inside
        caselab link down SUP-1042 client firewall
        caselab link impair SUP-1042 client firewall --delay 200ms --jitter 20ms --loss 5 --rate 1mbit
        caselab link up SUP-1042
      """,
    subcommands: [
      LinkShowCommand.self, LinkDownCommand.self, LinkUpCommand.self, LinkImpairCommand.self,
    ])
}

struct LinkShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The links of the case's environment, and who is on them.")

  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let environment = try await LiveEnvironment.find(target.parsed(), in: context)
    let links = try environment.links().links.map(EnvironmentStatus.Link.init)
    try Render.output(Listing(schema: "caselab.link-list/1", items: links), output) {
      links.map(\.text).joined(separator: "\n")
    }
  }
}

struct LinkDownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "down", abstract: "Nothing crosses a link, or the line between two nodes.",
    discussion:
      "Examples:\n  caselab link down SUP-1042 inside\n  caselab link down SUP-1042 client firewall"
  )

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: LinkPlaceArgument

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    try await LinkWork(id: target.parsed(), context: context)
      .perform(.down, at: place.parsed(), as: "link down")
  }
}

struct LinkUpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "up",
    abstract: "Undo down and impair: on a link, between two nodes, or everywhere.",
    discussion: "Examples:\n  caselab link up SUP-1042 inside\n  caselab link up SUP-1042")

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: LinkPlaceArgument

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    try await LinkWork(id: target.parsed(), context: context)
      .perform(.up, at: place.names.isEmpty ? .everywhere : place.parsed(), as: "link up")
  }
}

struct LinkImpairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impair", abstract: "Make a line slow, lossy or narrow.",
    discussion: """
      Each way has it, so that --delay 200ms makes a round trip 400 ms longer. What is not given stays
      as it was.

      Examples:
        caselab link impair SUP-1042 client firewall --delay 200ms --jitter 20ms --loss 5 --rate 1mbit
        caselab link impair SUP-1042 inside --loss 0.5
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var place: LinkPlaceArgument
  @Option(help: ArgumentHelp("How much later frames arrive: 200ms, 1.5s.", valueName: "time"))
  var delay: LineDelay?
  @Option(help: ArgumentHelp("How much that varies, either way.", valueName: "time"))
  var jitter: LineDelay?
  @Option(help: ArgumentHelp("How many of 100 frames are lost: 5, 0.5%.", valueName: "percent"))
  var loss: LineLoss?
  @Option(help: ArgumentHelp("How much fits through: 512kbit, 1mbit, 1gbit.", valueName: "rate"))
  var rate: LineRate?

  func validate() throws {
    guard delay != nil || jitter != nil || loss != nil || rate != nil else {
      throw ValidationError("give at least one of --delay, --jitter, --loss and --rate")
    }
  }

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let quality = LinkQuality(
      delayMs: delay?.milliseconds, jitterMs: jitter?.milliseconds, lossPercent: loss?.percent,
      rateKbit: rate?.kbit)
    let words = [
      delay.map { "delay \($0.milliseconds) ms" }, jitter.map { "jitter \($0.milliseconds) ms" },
      loss.map { "loss \($0.percent) %" }, rate.map { "rate \($0.kbit) kbit/s" },
    ].compactMap { $0 }.joined(separator: ", ")
    try await LinkWork(id: target.parsed(), context: context)
      .perform(.impair(quality), at: place.parsed(), as: "link impair (\(words))")
  }
}
