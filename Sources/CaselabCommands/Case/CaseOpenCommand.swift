import ArgumentParser
import CaseModel
import Foundation
import Intake
import Lab
import Profiling

struct CaseOpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a case from what the customer wrote.",
    discussion: """
      Reads the answers, derives the environment profile and prints what could not be used.

      Examples:
        caselab case open SUP-1042 --ticket mail.txt
        xclip -o | caselab case open '#311' --ticket -
      """)

  @OptionGroup var target: CaseArgument
  @Option(
    help: ArgumentHelp(
      "A file with the customer's answers; - for standard input.", valueName: "file"),
    completion: .file())
  var ticket: [String]
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let files = try ticket.map(TicketReader.read)
    let catalogue = try context.catalogue()
    let products = try catalogue.products().map {
      ProductName(name: $0.name, aliases: $0.aliases + [$0.title])
    }
    let detail = try Intake.read(files, products: products)
    let profile = try Profiler.derive(
      detail, case: id, catalogue: catalogue, osinfo: OSInfo.standard(context.environment))
    let store = try context.store()
    guard try store.caseRecord(id) == nil else {
      throw CaselabError(
        .badInput, "case \"\(id)\" is open already", hint: "caselab case show \(id)")
    }
    // The files first: a case that is in the record has its profile.
    try keep(id, files: files, detail: detail, profile: profile, home: context.home)
    let record = try store.openCase(
      id, title: profile.title, by: context.user, at: Timestamp.now())
    let opened = OpenedCase(record: record, detail: detail, profile: profile)
    try Render.output(opened, output) { opened.text }
  }

  /// The ticket as it came, what was understood of it, and the profile.
  private func keep(
    _ id: CaseID, files: [TicketFile], detail: InstallationDetail, profile: EnvironmentProfile,
    home: Home
  ) throws {
    try Folder.create(home.tickets(of: id))
    for (index, file) in files.enumerated() {
      // Tickets are read whole; only attachments are given by their path.
      guard case .bytes(let bytes) = file.content else { continue }
      try Data(bytes).write(
        to: URL(filePath: home.tickets(of: id) + "/\(index + 1).txt"), options: .atomic)
    }
    try Data(Render.json(detail).utf8).write(
      to: URL(filePath: home.folder(of: id) + "/detail.json"), options: .atomic)
    try ProfileFile.keep(profile, of: detail, id, in: home)
  }
}

extension EnvironmentProfile {
  /// A line that tells cases apart in a list: `proftpd 1.3.8b on debian 12, ftps`.
  var title: String {
    let version = product.version.map { " \($0)" } ?? ""
    return
      "\(product.name)\(version) on \(os.id) \(os.version), \(protocols.joined(separator: " "))"
      .printable(limit: 120)
  }
}

/// What opening a case found: `caselab case open --json`.
struct OpenedCase: Encodable {
  var schema = "caselab.case/1"
  var record: CaseRecord
  var detail: InstallationDetail
  var profile: EnvironmentProfile

  var text: String {
    var lines = ["case \(record.id) opened: \(record.title)", ""]
    lines.append(FidelityTable.text(profile.fidelity))
    if !detail.missing.isEmpty {
      lines += ["", "not stated: " + detail.missing.map { $0.printable() }.joined(separator: ", ")]
    }
    for unclear in detail.unclear {
      lines.append(
        "unclear: \(unclear.field.printable()): \(unclear.candidates.joined(separator: " or ").printable()) (\(unclear.why.printable()))"
      )
    }
    lines += ["", "next: caselab plan \(record.id), then caselab run \(record.id)"]
    return lines.joined(separator: "\n")
  }
}
