import CaseModel

/// The commands that make a Debian root and a disk of it; values only, nothing runs here.
struct DebianBootstrap: Sendable {
  var recipe: ImageRecipe
  var build: ImageRecipe.Build
  var apt: HostApt
  /// Suites that the mirror really has, as (URI, suite).
  var suites: [(uri: String, suite: String)]
  /// The root to be made; must not exist.
  var root: String

  /// Makes the root. In root mode of a namespace, which for an ordinary user is a user namespace:
  /// mmdebstrap's own unshare mode cannot enter folders that only the user may enter.
  func makeRoot(asRoot: Bool) -> ToolCommand {
    let components = build.components.joined(separator: " ")
    let hooks =
      [
        "--chrooted-essential-hook=\(GuestSetup.prepare)",
        "--chrooted-customize-hook=\(GuestSetup.finish)",
      ]
      + build.customize.map { "--chrooted-customize-hook=set -eu\n\($0)" }
    return UserNamespace.command(
      [
        "mmdebstrap", "--mode=root", "--variant=apt", "--format=directory",
        "--architectures=\(Self.debianArchitecture[recipe.arch] ?? recipe.arch)",
        "--include=\(build.packages.joined(separator: ","))",
        // A network namespace of one's own would be needed to mount it; and the index files stay,
        // which saves most of the first `apt-get update` in the slow guest.
        "--skip=chroot/mount/sys", "--skip=cleanup/apt/lists", "--dpkgopt=force-unsafe-io",
      ] + apt.buildOptions.map { "--aptopt=\($0)" } + hooks
        + [build.suite, root] + suites.map { "deb \($0.uri) \($0.suite) \(components)" },
      environment: ["CASELAB_APT": apt.guestOptions.joined(separator: "\n")],
      deadline: .seconds(3600), asRoot: asRoot)
  }

  /// Fills the (sparse, empty) file `disk` with a file system of the root's content.
  func makeFileSystem(disk: String, asRoot: Bool) -> ToolCommand {
    UserNamespace.command(
      [
        "mke2fs", "-q", "-F", "-t", "ext4", "-L", "root", "-m", "1",
        "-E", "root_owner=0:0,assume_storage_prezeroed=1", "-d", root, disk,
      ], deadline: .seconds(1800), asRoot: asRoot)
  }

  static let debianArchitecture = ["x86_64": "amd64", "aarch64": "arm64"]
}
