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
    let lockPath = context.home.locks + "/case-" + id.key
    guard let lock = try FileLock.acquire(path: lockPath) else {
      throw CaselabError(
        .nothingRan,
        "case \"\(id)\" is being run by process \(FileLock.holder(path: lockPath).map(String.init) ?? "?")",
        hint: "interrupt that run: it takes its environment down itself")
    }
    defer { lock.release() }
    let resources = try store.resources().map(\.resource).filter { $0.owner.caseKey == id.key }
    let report = try await Cleaning(context: context, store: store).clean(resources)
    try Render.output(report, output) { report.text }
    try report.check()
  }
}
