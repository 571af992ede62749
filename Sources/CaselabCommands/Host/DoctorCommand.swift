import ArgumentParser
import CaseModel
import Foundation
import LibvirtMachines
import Machines
import Record

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What this host can do, what is missing, and the command that mends it.")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make(connection)) }

  func run(in context: Context) async throws {
    let checkup = await Checkup(context: context).perform()
    try Render.output(checkup, output) { checkup.text }
    if !checkup.checks.allSatisfy(\.good) {
      throw ExitCode(CaselabError.Code.unreachable.exitStatus)
    }
  }
}

/// The findings of `caselab doctor`.
struct CheckupReport: Codable, Equatable, Sendable {
  var schema = "caselab.doctor/1"
  var checks: [Check] = []

  struct Check: Codable, Equatable, Sendable {
    var name: String
    /// False: a run cannot succeed until it is mended.
    var good: Bool
    var found: String
    /// The command that mends it, or what to know.
    var advice: String?
  }

  var text: String {
    checks.map { check in
      let mark = check.good ? "ok  " : "FAIL"
      let advice = check.advice.map { "\n        \($0)" } ?? ""
      return "\(mark)  \(check.name): \(check.found.withoutControls())\(advice)"
    }.joined(separator: "\n")
  }
}
