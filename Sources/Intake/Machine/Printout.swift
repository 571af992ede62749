/// The place in a document from which machine output is being read, and what was read so far.
struct Printout {
  let lines: [Line]
  let isLetter: Bool
  var index = 0
  /// The line at `index`, or the part of it that was printed.
  var text: Substring = ""
  var claims: [Claim] = []
  var used: Set<Int> = []
  /// The command or file whose output comes next.
  var command: OutputOf?
  /// Lines of package lists so far.
  var packages = 0
  /// Lines before this one were tried as labelled output, in vain.
  var deadEnd = 0
  /// Where that command was typed.
  private var promptIndex: Int?
  private var host: String?
  /// The last line of words, which may say whose machine it is.
  private var heading: Substring = ""
  private var blocks: [Block] = []

  /// Whose output a range of claims is.
  private struct Block {
    var claims: Range<Int>
    var side: Claim.Side
    var host: String?
  }

  init(_ document: Document) {
    lines = document.lines
    isLetter = document.kind == .letter
    if case .bundle(let path) = document.kind {
      command = OutputOf(path: path)
    } else if !isLetter {
      command = OutputOf(path: document.name)
    }
  }

  /// The printed text `offset` lines further, in the same message; nil at its end.
  func line(_ offset: Int) -> Substring? {
    if offset == 0 { return text }
    let at = index + offset
    guard at < lines.count, lines[at].message == lines[index].message,
      lines[at].file == lines[index].file, lines[at].voice == .customer
    else { return nil }
    return lines[at].printed
  }

  /// How far a line is indented.
  func indent(_ offset: Int) -> Int {
    let at = index + offset
    guard lines.indices.contains(at) else { return 0 }
    return lines[at].text.utf8.prefix(40).prefix { $0 == 32 || $0 == 9 }.count
  }

  mutating func claim(
    _ subject: Claim.Subject, at offset: Int = 0, source: Claim.Source = .machine,
    side: Claim.Side = .unknown
  ) {
    guard claims.count < 2_000, index + offset < lines.count else { return }
    let line = lines[index + offset]
    let isRepeated = claims.suffix(12).contains {
      $0.subject == subject && $0.side == side && $0.source == source
        && $0.evidence.file == line.file && $0.message == line.message
    }
    guard !isRepeated else { return }
    claims.append(
      Claim(
        subject: subject, side: side, source: source, message: line.message,
        evidence: line.evidence()))
  }
}

extension Printout {
  mutating func enter(_ prompt: ShellPrompt) {
    host = prompt.host ?? host
    command = prompt.command
    promptIndex = index
    index += 1
  }

  /// Steps behind lines that were understood.
  mutating func take(_ count: Int) {
    let end = min(index + count, lines.count)
    used.formUnion(index..<end)
    if let promptIndex { used.insert(promptIndex) }
    promptIndex = nil
    let from = blocks.last?.claims.upperBound ?? 0
    if from < claims.count {
      blocks.append(
        Block(claims: from..<claims.count, side: SideHeading.side(of: heading), host: host))
    }
    if command?.isOneLine == true { command = nil }
    index = end
  }

  /// Steps over a line of somebody else.
  mutating func skip() {
    (command, promptIndex, host, heading) = (nil, nil, nil, "")
    index += 1
  }

  /// Steps over a line that no program printed; it may be the heading of what follows.
  mutating func pass(_ text: Substring) {
    index += 1
    promptIndex = nil
    guard isLetter else { return }
    if text.starts("```") || text.starts("~~~") || text.starts("{") || text.starts("<") { return }
    host = nil
    command = BareCommand.introduced(by: text)
    heading = text
  }
}

extension Printout {
  /// Tells server and client apart where headings or host names do.
  mutating func giveSides() {
    for block in blocks {
      var side = block.side
      if side == .unknown, let host = block.host { side = SideHeading.side(ofHost: host) }
      guard side != .unknown else { continue }
      for at in block.claims where claims[at].side == .unknown {
        claims[at].side = side
        if side == .client, case .product(let name?, let version) = claims[at].subject {
          claims[at].subject = .software(name: name, version: version)
        }
      }
    }
    sideWindowsClient()
  }

  /// A desktop Windows beside another system that printed is the client's.
  private mutating func sideWindowsClient() {
    let systems = claims.indices.filter {
      if case .os = claims[$0].subject { claims[$0].source == .machine } else { false }
    }
    func isDesktop(_ at: Int) -> Bool {
      if case .os(id: "windows", _) = claims[at].subject { true } else { false }
    }
    guard systems.contains(where: isDesktop), !systems.allSatisfy(isDesktop) else { return }
    for at in systems where claims[at].side == .unknown {
      claims[at].side = isDesktop(at) ? .client : .server
    }
  }
}
