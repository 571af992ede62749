/// Reads what machines printed about themselves, wherever in a document it was pasted.
enum MachineOutput {
  /// The claims, and the indices of the lines that a program printed.
  static func read(_ document: Document) -> (claims: [Claim], used: Set<Int>) {
    var printout = Printout(document)
    while printout.index < printout.lines.count { step(&printout) }
    printout.giveSides()
    return (printout.claims, printout.used)
  }

  private static func step(_ printout: inout Printout) {
    let line = printout.lines[printout.index]
    guard line.voice == .customer else { return printout.skip() }
    let text = line.printed
    guard let first = text.utf8.first else { return printout.passBlank() }
    printout.text = text
    if ShellPrompt.mayStart(text, first), let prompt = ShellPrompt(text) {
      return printout.enter(prompt)
    }
    if let command = printout.command {
      let count = command.readOutput(&printout)
      if count > 0 { return printout.take(count) }
    }
    if let readers = MachineReaders.byHead[MachineReaders.key(text.head)] {
      for read in readers {
        let count = read(&printout)
        if count > 0 { return printout.take(count) }
      }
    }
    for read in MachineReaders.byShape(text) {
      let count = read(&printout)
      if count > 0 { return printout.take(count) }
    }
    printout.pass(text)
  }
}

/// Which reader may understand a line, by the line's first word.
enum MachineReaders {
  typealias Reader = @Sendable (inout Printout) -> Int

  /// A reader answers how many lines it understood from here on; none if it is not for it.
  static let byHead: [String: [Reader]] = {
    var readers: [String: [Reader]] = [:]
    func add(_ heads: [String], _ reader: @escaping Reader) {
      for head in heads { readers[head, default: []].append(reader) }
    }
    add(OSRelease.heads, OSRelease.read)
    add(Uname.heads, Uname.read)
    add(LabelledBlock.heads, LabelledBlock.read)
    add(ReleaseLine.heads, ReleaseLine.read)
    add(WindowsBuild.heads, WindowsBuild.read)
    add(HomeAssistantInfo.heads, HomeAssistantInfo.read)
    add(KeyValueReports.heads, KeyValueReports.read)
    add(WindowsFirewall.heads, WindowsFirewall.read)
    add(VaultwardenReport.heads, VaultwardenReport.read)
    add(VersionTable.heads, VersionTable.read)
    add(GitLabInfo.heads, GitLabInfo.read)
    add(PodmanInfo.heads, PodmanInfo.read)
    add(OccStatus.heads, OccStatus.read)
    add(BorgInfo.heads, BorgInfo.read)
    add(AboutBox.heads, AboutBox.read)
    add(DovecotHeader.heads, DovecotHeader.read)
    add(SystemJSON.heads, SystemJSON.read)
    add(ProgramBanner.heads, ProgramBanner.read)
    add(CompileSettings.heads, CompileSettings.read)
    add(RcloneVersion.heads, RcloneVersion.read)
    add(CurlVersion.heads, CurlVersion.read)
    add(DebianPackages.heads, DebianPackages.read)
    add(DatabaseVersion.heads, DatabaseVersion.read)
    add(PackageInfo.heads, PackageInfo.read)
    add(KubernetesTables.heads, KubernetesTables.read)
    add(DockerTable.heads, DockerTable.read)
    add(LocaleLines.heads, LocaleLines.read)
    add(DateLine.heads, DateLine.read)
    add(ZoneLine.heads, ZoneLine.read)
    // Lines whose first word is not ASCII have no head.
    add(["", "*"], UnitStatus.read)
    add(["", "["], FlutterDoctor.read)
    add(NextcloudConfiguration.heads, NextcloudConfiguration.read)
    add(NeofetchOutput.heads, NeofetchOutput.inxi)
    add(["status"], UnitStatus.readUFW)
    return readers
  }()

  /// `openssh_9.2p1` is looked for as `openssh_`.
  static func key(_ head: String) -> String {
    guard head.hasPrefix("openssh_") || head.hasPrefix("sun_ssh_") else { return head }
    return String(head.prefix(8))
  }

  /// Readers of lines whose first word can be anything.
  static func byShape(_ text: Substring) -> [Reader] {
    switch text.utf8.last {
    case UInt8(ascii: "]"): [AptPackages.read]
    case UInt8(ascii: "4"), UInt8(ascii: "h"), UInt8(ascii: "6"), UInt8(ascii: "e"),
      UInt8(ascii: "x"):
      [
        RPMPackages.read, AptPackages.read, Uname.readInside, NeofetchOutput.read,
        BareCommand.read,
      ]
    case UInt8(ascii: ":"): [AptPolicy.read, BareCommand.read]
    case UInt8(ascii: ")"): [NeofetchOutput.read, BareCommand.read]
    default: [DnfPackages.read, BareCommand.read]
    }
  }
}
