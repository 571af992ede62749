import ArgumentParser
import CaseModel
import Foundation
import Lab
import Profiling
import Record

struct ImageCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "List, build, import, pull and remove base images.",
    subcommands: [
      ImageListCommand.self, ImageBuildCommand.self, ImageImportCommand.self,
      ImagePullCommand.self, ImageRemoveCommand.self,
    ])
}

struct ImageListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the images that are here, and those that can be made.")
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let context = try Context.make()
    let images = try ImageStore(home: context.home).list()
    let recipes = try context.catalogue().imageRecipes()
    try Render.output(Listing(schema: "caselab.images/1", items: images), output) {
      let absent = recipes.filter { recipe in !images.contains { $0.name == recipe.name } }
      return Table(
        header: ["IMAGE", "OS", "SIZE", "MADE", "DIGEST", "ORIGIN"],
        rows: images.map {
          [
            $0.name, "\($0.os.id) \($0.os.version)", Wording.size($0.size), Wording.time($0.madeAt),
            Digest.short($0.digest),
            $0.origin + ($0.access.map { "; access: \($0.text)" } ?? ""),
          ]
        }
          + absent.map {
            [
              $0.name, "\($0.os.id) \($0.os.version)", "-", "-", "-",
              $0.build != nil ? "caselab image build \($0.name)" : "caselab image pull \($0.name)",
            ]
          }
      ).text()
    }
  }
}

struct ImageBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build an image from packages (mmdebstrap).",
    discussion:
      "Examples:\n  caselab image build debian-12\n  caselab image build debian-12 --force")
  @Argument(help: "The name of an image recipe, like debian-12.") var name: String
  @Flag(help: "Build it anew although it is there.") var force = false

  func run() async throws {
    let context = try Context.make()
    let recipe = try context.catalogue().imageRecipe(named: name)
    guard recipe.build != nil else {
      throw CaselabError(
        .usage, "image \"\(name)\" is not built from packages", hint: "caselab image pull \(name)")
    }
    try await ImageMaking.make(recipe, force: force, in: context)
  }
}

struct ImagePullCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Download a catalogue's image; resumes, and verifies its checksum.")
  @Argument(help: "The name of an image recipe with a URL.") var name: String
  @Flag(help: "Download it anew although it is there.") var force = false

  func run() async throws {
    let context = try Context.make()
    let recipe = try context.catalogue().imageRecipe(named: name)
    guard recipe.pull != nil else {
      throw CaselabError(
        .usage, "image \"\(name)\" is not downloaded but built", hint: "caselab image build \(name)"
      )
    }
    try await ImageMaking.make(recipe, force: force, in: context)
  }
}

/// Makes an image in the foreground, with its progress as one stage.
enum ImageMaking {
  static func make(_ recipe: ImageRecipe, force: Bool, in context: Context) async throws {
    // The record first: it makes the home, with its permissions.
    _ = try context.store()
    let images = ImageStore(home: context.home)
    if !force, let image = try images.image(named: recipe.name) {
      return Terminal.print("image \(image.name) is there: \(Digest.short(image.digest))")
    }
    let stages = Stages(ProgressOnly(progress: ProgressLine()))
    let image = try await stages.stage("image", recipe.name) {
      try await ImageMaker(images: images, home: context.home).make(recipe) {
        await stages.note($0)
      }
    }
    Terminal.print("image \(image.name): \(image.digest), \(Wording.size(image.size))")
  }
}

struct ImageRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an image and the layers that stand on it.")
  @Argument(help: "The image's name.") var name: String

  func run() async throws {
    let context = try Context.make()
    let removed = try ImageRemoval(home: context.home).remove(
      name, resources: context.store().resources().map(\.resource))
    Terminal.print(removed.map { "removed \($0)" }.joined(separator: "\n"))
  }
}
