import ArgumentParser
import CaseModel
import Foundation
import Lab
import Profiling

struct ProfileCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Show, edit and check a case's environment profile.",
    subcommands: [
      ProfileShowCommand.self, ProfileEditCommand.self, ProfileCheckCommand.self,
    ])
}

/// A case's profile on disk.
enum ProfileFile {
  /// - Throws: `badInput` with every problem, each with line and field.
  static func load(_ id: CaseID, in context: Context) throws -> (EnvironmentProfile, yaml: String) {
    let path = context.home.profile(of: id)
    guard let data = FileManager.default.contents(atPath: path) else {
      _ = try context.store().existingCase(id)
      throw CaselabError(
        .badInput, "the profile of case \"\(id)\" is missing at \"\(path)\"",
        hint: "put it back, or open the ticket as a new case")
    }
    let yaml = String(decoding: data, as: UTF8.self)
    return (try ProfileDocument.parse(yaml, file: path), yaml)
  }

  static func check(_ id: CaseID, in context: Context) throws -> EnvironmentProfile {
    let (_, yaml) = try load(id, in: context)
    return try ProfileDocument.parse(
      yaml, file: context.home.profile(of: id), against: context.catalogue())
  }
}

struct ProfileShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the profile.")
  @OptionGroup var target: CaseArgument
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let context = try Context.make()
    let (profile, yaml) = try ProfileFile.load(target.parsed(), in: context)
    try Render.output(profile, output) { yaml }
  }
}

struct ProfileCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the profile against the catalogue; builds nothing.")
  @OptionGroup var target: CaseArgument

  func run() async throws {
    _ = try ProfileFile.check(target.parsed(), in: Context.make())
    Terminal.print("profile of case \(target.id) is good")
  }
}

struct ProfileEditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open the profile in $VISUAL or $EDITOR, then check it.")
  @OptionGroup var target: CaseArgument

  func run() async throws {
    let context = try Context.make()
    let id = try target.parsed()
    let store = try context.store()
    _ = try store.existingCase(id)
    let editor =
      context.environment["VISUAL"].nonEmpty ?? context.environment["EDITOR"].nonEmpty ?? "vi"
    try await Editor.edit(context.home.profile(of: id), with: editor)
    _ = try ProfileFile.check(id, in: context)
    try store.append(
      JournalEntry(at: Timestamp.now(), by: context.user, run: nil, what: "profile edited"), to: id)
  }
}
