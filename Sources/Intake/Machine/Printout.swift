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
  /// The name that the output itself gives its machine.
  var printedHost: String?
  /// Where that command was typed.
  private var promptIndex: Int?
  /// What another machine said before, and may be said again.
  private var told = 0
  private var host: String?
  /// Behind a prompt: what no reader knows is output all the same.
  private(set) var isTyped = false
  private var isFenced = false
  /// What is printed is a container's, whose system is not the machine's.
  private var isInside = false
  private var heading = PasteHeading()
  private(set) var blocks: [Block] = []

  /// Whose output a range of claims is.
  struct Block {
    var claims: Range<Int>
    var machine: PrintedMachine
  }

  init(_ document: Document) {
    lines = document.lines
    isLetter = document.kind == .letter
    if case .bundle(let path) = document.kind {
      command = OutputOf(path: path)
    } else if !isLetter {
      command = OutputOf(path: document.name)
      heading.read(document.name[...])
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

  /// `rpm -q jenkins`: the command above asks for one package, and no list is searched.
  func isQueried(_ name: String) -> Bool {
    guard isTyped, index > 0 else { return false }
    let typed = lines[index - 1].printed
    return typed.has(" " + name) && !typed.has("|")
      && ["rpm -q ", "dpkg -l ", "dpkg -s ", "pkg info ", "pacman -Q "].contains(where: typed.has)
  }

  /// Whether the command right above was the program's.
  func isAsked(of program: String) -> Bool {
    index > 0 && lines[index - 1].printed.has(program + " ")
  }

  mutating func claim(
    _ subject: Claim.Subject, at offset: Int = 0, source: Claim.Source = .machine,
    side: Claim.Side = .unknown, stance: Claim.Stance = .present, place: Claim.Place = .text
  ) {
    guard claims.count < 2_000, index + offset < lines.count else { return }
    let line = lines[index + offset]
    var source = source
    if isInside, case .os = subject { source = .aside }
    let isRepeated = claims[max(told, claims.count - 12)...].contains {
      $0.subject == subject && $0.side == side && $0.source == source && $0.stance == stance
        && $0.place == place && $0.evidence.file == line.file && $0.message == line.message
    }
    guard !isRepeated else { return }
    claims.append(
      Claim(
        subject: subject, side: side, stance: stance, source: source, place: place,
        message: line.message, evidence: line.evidence()))
  }
}

extension Printout {
  mutating func enter(_ prompt: ShellPrompt) {
    if let name = prompt.host, name != host { (host, told) = (name, claims.count) }
    command = prompt.command
    isInside = prompt.isInside
    isTyped = true
    promptIndex = prompt.isRead ? nil : index
    if prompt.isRead { used.insert(index) }
    index += 1
  }

  /// Steps behind lines that were understood.
  mutating func take(_ count: Int) {
    let end = min(index + count, lines.count)
    used.formUnion(index..<end)
    if let promptIndex { used.insert(promptIndex) }
    if let lead = heading.leadIndex { used.insert(lead) }
    promptIndex = nil
    let name = host ?? printedHost ?? heading.host
    if isTyped || isFenced { host = name }
    printedHost = nil
    let from = blocks.last?.claims.upperBound ?? 0
    if from < claims.count {
      let machine = PrintedMachine(host: name, role: heading.role)
      blocks.append(Block(claims: from..<claims.count, machine: machine))
    }
    if command?.isOneLine == true { command = nil }
    index = end
  }

  /// Steps over a line of somebody else.
  mutating func skip() {
    (command, promptIndex, host, heading) = (nil, nil, nil, PasteHeading())
    (isTyped, isFenced) = (false, false)
    index += 1
  }

  mutating func passBlank() {
    if !isFenced { isTyped = false }
    heading.endParagraph()
    index += 1
  }

  /// Steps over a line that no program printed; it may be the heading of what follows.
  mutating func pass(_ text: Substring) {
    if isTyped || isFenced, command == .nothing || command == .packages, !Self.tells(text) {
      used.insert(index)
    }
    index += 1
    promptIndex = nil
    if PasteHeading.isFence(text) {
      isFenced.toggle()
      isTyped = false
      if !isFenced { command = nil }
      return
    }
    guard isLetter, !text.starts("{"), !text.starts("<") else { return }
    // In a paste only what is plainly a heading is one.
    guard !isTyped && !isFenced || PasteHeading.isMarked(text) else { return }
    (host, isTyped, isInside) = (nil, false, false)
    command = BareCommand.introduced(by: text)
    heading.read(text, at: index - 1)
    if heading.role != .unknown { told = claims.count }
  }

  /// `Platform: Debian GNU/Linux` among the lines that a program prints about itself.
  private static func tells(_ text: Substring) -> Bool {
    guard let label = text.labelled?.label else { return false }
    return ["platform", "os", "architecture", "arch", "distribution", "operating system"]
      .contains(label)
  }
}
