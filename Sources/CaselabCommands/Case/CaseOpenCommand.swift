import ArgumentParser
import CaseModel
import Intake
import Lab
import Profiling

struct CaseOpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a case from what the customer wrote.",
    discussion: """
      Reads the answers, derives the environment profile and prints what could not be used. Any
      product will do: of one that the catalogue does not have nothing is installed, and it says so.

      Examples:
        caselab case open SUP-1042 --ticket mail.eml --attach sosreport.tar.xz --attach server.log
        xclip -o | caselab case open '#311' --ticket -
      """)

  @OptionGroup var target: CaseArgument
  @OptionGroup var given: TicketOptions
  @Flag(help: "Build what it will need in the background: caselab warm.") var warm = false
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    let id = try target.parsed()
    let files = try given.files()
    let intake = try CaseIntake(id, in: context)
    let detail = try intake.read(files)
    let profile = try intake.derive(detail)
    let store = try context.store()
    guard try store.caseRecord(id) == nil else {
      throw CaselabError(
        .badInput, "case \"\(id)\" is open already", hint: "caselab case show \(id)")
    }
    // The files first: a case that is in the record has its profile.
    // Of an earlier try that was killed before the case was open.
    try Folder.remove(context.home.tickets(of: id))
    try CaseFiles.add(files, to: id, in: context.home)
    try intake.keep(detail)
    try ProfileFile.keep(profile, of: detail, id, in: context.home)
    let record = try store.openCase(
      id, title: profile.title, by: context.user, at: Timestamp.now())
    let opened = OpenedCase(record: record, detail: detail, profile: profile)
    try Render.output(opened, output) { opened.text(verb: "opened") }
    if warm {
      Terminal.say("caselab: process \(try WarmCommand.start(id, in: context)) makes \(id) ready")
    }
  }
}

extension EnvironmentProfile {
  /// A line that tells cases apart in a list: `proftpd 1.3.8b on debian 12, ftps`.
  var title: String {
    let name = product.name == ProductWanted.unknown ? "unknown product" : product.name
    let version = product.version.map { " \($0)" } ?? ""
    let served = protocols.isEmpty ? "" : ", " + protocols.joined(separator: " ")
    return "\(name)\(version) on \(os.id) \(os.version)\(served)".printable(limit: 120)
  }
}

/// What opening a case found: `caselab case open --json`.
struct OpenedCase: Encodable {
  var schema = "caselab.case/1"
  var record: CaseRecord
  var detail: InstallationDetail
  var profile: EnvironmentProfile

  func text(verb: String) -> String {
    var lines = ["case \(record.id) \(verb): \(profile.title)", ""]
    lines.append(FidelityTable.text(profile.fidelity))
    if !detail.missing.isEmpty {
      lines += ["", "not stated: " + detail.missing.map { $0.printable() }.joined(separator: ", ")]
    }
    for unclear in detail.unclear {
      lines.append(
        "unclear: \(unclear.field.printable()): \(unclear.candidates.joined(separator: " or ").printable()) (\(unclear.why.printable()))"
      )
    }
    if !detail.troubles.isEmpty { lines += ["", DetailText.troubles(detail.troubles)] }
    lines += ["", "next: caselab plan \(record.id), then caselab run \(record.id)"]
    return lines.joined(separator: "\n")
  }
}
