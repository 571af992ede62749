import ArgumentParser
import CaseModel
import Lab

struct ProfileEditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open the profile in $VISUAL or $EDITOR, then check it.")
  @OptionGroup var target: CaseArgument

  func run() async throws {
    let context = try Context.make()
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    try ProfileFile.publishSchema(in: context.home)
    let editor =
      context.environment["VISUAL"].nonEmpty ?? context.environment["EDITOR"].nonEmpty ?? "vi"
    try await Editor.edit(context.home.profile(of: id), with: editor)
    if let note = try ProfileFile.check(id, in: context) { Terminal.say("caselab: \(note)") }
    try store.append(
      JournalEntry(at: Timestamp.now(), by: context.user, run: nil, what: "profile edited"), to: id)
  }
}
