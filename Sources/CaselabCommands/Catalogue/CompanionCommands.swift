import ArgumentParser
import CaseModel
import Profiling

struct CompanionCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "companion",
    abstract: "List what can be built around a product: directories, firewalls, proxies.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the companions.")
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let companions = try Context.make().catalogue().companions()
      try Render.output(Listing(schema: "caselab.companions/1", items: companions), output) {
        Table(
          header: ["COMPANION", "ROLE", "STANDS FOR", "RUNS ON", "TITLE"],
          rows: companions.map {
            [
              $0.name, $0.role.rawValue,
              $0.standsFor.isEmpty ? "-" : $0.standsFor.joined(separator: " "),
              "\($0.image.id) \($0.image.version)", $0.title,
            ]
          }
        ).text()
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a companion's settings.",
      discussion: "Example:\n  caselab companion show nftables")
    @Argument(
      help: "The companion's name.",
      completion: .custom { _, _, prefix in
        let names = try? Context.make().catalogue().companionNames()
        return (names ?? []).filter { $0.hasPrefix(prefix) }
      })
    var name: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let companion = try Context.make().catalogue().companion(named: name)
      try Render.output(companion, output) { companion.text }
    }
  }
}

extension Companion {
  fileprivate var text: String {
    let rows = settings.sorted { $0.key < $1.key }.map { name, setting in
      [name, setting.type.rawValue, setting.default.text, setting.help ?? ""]
    }
    return "\(title), role \(role.rawValue)\n\n"
      + Table(header: ["SETTING", "TYPE", "DEFAULT", "WHAT IT IS"], rows: rows).text()
  }
}
