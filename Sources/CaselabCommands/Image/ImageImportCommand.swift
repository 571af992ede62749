import ArgumentParser
import CaseModel
import Lab
import Record

struct ImageImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a vendor's or a team's own disk image.",
    discussion: """
      The disk boots by itself. With --access agent it has the QEMU guest agent or cloud-init inside;
      with ssh a server that takes the key, for root or for somebody who may sudo; with none it is
      taken as it is, and only suites that run beside it are run. What else it must contain is in
      Profiles/README.md.

      A profile uses it by its OS: whatever ID and version is given here.

      Examples:
        caselab image import rocky-8.6.qcow2 --os rocky:8.6 --cloud-init
        caselab image import server.vmdk --os debian:12 --access ssh --ssh-user admin --ssh-key ./key
        caselab image import appliance.qcow2 --os acme-box:4.2 --access none
      """)
  @Argument(help: "A qcow2, raw or vmdk disk.", completion: .file()) var file: String
  @Option(help: ArgumentHelp("os-release ID and version.", valueName: "id:version")) var os: String
  @Option(help: "The image's name; the OS and version when left out.") var name: String?
  @Flag(help: "Attach a cloud-init seed that starts the guest agent.") var cloudInit = false
  @Option(help: "How the lab gets into its machines.") var access = Access.agent
  @Option(help: "With ssh: root, or who becomes root by `sudo -n`.") var sshUser: String?
  @Option(
    help: "With ssh: a private key without a passphrase; a copy is kept.", completion: .file())
  var sshKey: String?
  @Option(help: "With ssh: the port of the image's server (default: 22).") var sshPort: Int?

  enum Access: String, ExpressibleByArgument, CaseIterable { case agent, ssh, none }

  func validate() throws {
    guard access == .ssh else {
      guard sshUser == nil, sshKey == nil, sshPort == nil else {
        throw ValidationError("--ssh-user, --ssh-key and --ssh-port are for --access ssh")
      }
      guard access == .agent || !cloudInit else {
        throw ValidationError("--cloud-init starts the agent; it is for --access agent")
      }
      return
    }
    guard !cloudInit else {
      throw ValidationError("--cloud-init starts the agent; it is for --access agent")
    }
    guard sshKey != nil else { throw ValidationError("--access ssh needs --ssh-key FILE") }
    guard sshPort.map((1...65535).contains) ?? true else {
      throw ValidationError("--ssh-port is 1 to 65535")
    }
    guard user.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]{0,31}/) != nil else {
      throw ValidationError("--ssh-user is the name of an account")
    }
  }

  private var user: String { sshUser ?? "root" }

  private var imageAccess: ImageAccess {
    switch access {
    case .agent: .agent
    case .ssh: .ssh(user: user, port: sshPort ?? 22)
    case .none: .none
    }
  }

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
        arch: "x86_64", cloudInit: cloudInit, access: imageAccess, key: sshKey)
    }
    Terminal.print("image \(image.name): \(image.digest), \(Wording.size(image.size))")
  }
}
