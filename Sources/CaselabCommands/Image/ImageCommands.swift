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
            Digest.short($0.digest), $0.origin,
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

struct ImageImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a vendor's or a team's own disk image.",
    discussion: """
      The disk boots by itself and has the QEMU guest agent or cloud-init inside, and systemd; what
      else it must contain is in Profiles/README.md. Windows cannot be used yet.

      Examples:
        caselab image import rocky-8.6.qcow2 --os rocky:8.6 --cloud-init
        caselab image import appliance.vmdk --os debian:12 --name our-appliance
      """)
  @Argument(help: "A qcow2, raw or vmdk disk.", completion: .file()) var file: String
  @Option(help: ArgumentHelp("os-release ID and version.", valueName: "id:version")) var os: String
  @Option(help: "The image's name; the OS and version when left out.") var name: String?
  @Flag(help: "Attach a cloud-init seed that starts the guest agent.") var cloudInit = false

  func run() async throws {
    let context = try Context.make()
    _ = try context.store()
    let parts = os.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw CaselabError(
        .usage, "--os \"\(os.printable())\" is not ID:VERSION", hint: "for example --os debian:12")
    }
    let stages = Stages(ProgressOnly(progress: ProgressLine()))
    let image = try await stages.stage("import", file) {
      try await ImageStore(home: context.home).importFile(
        file, name: name ?? "\(parts[0])-\(parts[1])", os: .init(id: parts[0], version: parts[1]),
        arch: "x86_64", cloudInit: cloudInit)
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
