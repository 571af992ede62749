import ArgumentParser
import CaseModel
import Foundation
import Intake
import Profiling

struct IntakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Show what can be read from a ticket; keeps nothing.",
    discussion: """
      Reads mails (.eml, .mbox), HTML, text, chats, exports of GitHub, Jira, Trac, Kayako and
      Zendesk as JSON, support bundles and other archives, logs and configuration. Needs no case.
      A later file completes or corrects an earlier one.

      Examples:
        caselab intake mail.eml sosreport.tar.xz server.log
        caselab intake mail.eml --json
        gh issue view 311 --json title,body,author,url,comments | caselab intake -
      """)

  @Argument(
    help: ArgumentHelp("The ticket's files, the oldest first; - for standard input."),
    completion: .file())
  var file: [String]
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let catalogue = try Catalogue(folders: HomePaths(environment: environment).profileFolders())
    let files = try TicketSource.files(ticket: file, attached: [])
    let detail = try await Intake.read(files) { try CatalogueNames.products(of: catalogue) }
    try Render.output(detail, output) { DetailText(detail).text }
  }
}

enum CatalogueNames {
  /// The products as answers may name them.
  static func products(of catalogue: Catalogue) throws -> [ProductName] {
    try catalogue.products().map { ProductName(name: $0.name, aliases: $0.aliases + [$0.title]) }
  }
}
