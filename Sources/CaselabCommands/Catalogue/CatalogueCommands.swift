import ArgumentParser
import CaseModel
import Profiling

struct ProductCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product", abstract: "List the products that can be installed.",
    subcommands: [List.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the products.")
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let products = try Context.make().catalogue().products()
      try Render.output(Listing(schema: "caselab.products/1", items: products), output) {
        Table(
          header: ["PRODUCT", "TITLE", "OS", "PROTOCOLS"],
          rows: products.map {
            [
              $0.name, $0.title, $0.os.joined(separator: " "),
              $0.protocols.keys.sorted().joined(separator: " "),
            ]
          }
        ).text()
      }
    }
  }
}

struct SuiteCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suite", abstract: "List the suites that can be run.",
    subcommands: [List.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the suites.")
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let suites = try Context.make().catalogue().suites()
      try Render.output(Listing(schema: "caselab.suites/1", items: suites), output) {
        Table(
          header: ["SUITE", "FORMAT", "LIMIT", "NEEDS", "TITLE"],
          rows: suites.map {
            [
              $0.name, $0.format.rawValue, "\($0.timeLimit) s",
              $0.needs.protocols.isEmpty ? "-" : $0.needs.protocols.joined(separator: " "),
              $0.title,
            ]
          }
        ).text()
      }
    }
  }
}
