import ArgumentParser
import CaseModel
import Lab
import Record

struct DownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "down", abstract: "Take down the environments of a case that were kept up.")

  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let context = try Context.make()
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    let lock = try context.lock(id) { _ in
      "interrupt that run: it takes its environment down itself"
    }
    defer { lock.release() }
    let resources = try store.resources().map(\.resource).filter { $0.owner.caseKey == id.key }
    let report = try await Cleaning(context: context, store: store).clean(resources)
    try Render.output(report, output) { report.text }
    try report.check()
  }
}
