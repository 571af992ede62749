import CaseModel

/// What has been read of a ticket's files so far.
struct ReadingRun {
  /// What a file was given as, which decides only where its content does not.
  enum Role { case unknown, attachment }

  var drafts: [MessageOrder.Draft] = []
  var troubles: [Trouble] = []
  private var sides = Sides()

  mutating func read(_ content: FileContent, as role: Role = .unknown, depth: Int = 0) {
    guard depth <= ReadingLimits.nesting else {
      return troubles.append(Trouble(content.name, "is nested too deep"))
    }
    guard let head = content.head(FileForm.headBytes) else {
      return troubles.append(Trouble(content.name, "cannot be read"))
    }
    switch FileForm(head: head, name: content.name) {
    case .mail: MailReader.read(content, isMailbox: false, &self, depth: depth)
    case .mailbox: MailReader.read(content, isMailbox: true, &self, depth: depth)
    case .archive: ArchiveReader.read(content, &self, depth: depth)
    case .html: readWhole(content, role) { HTMLText.lines(of: $0) }
    case .json:
      if !TrackerReader.read(content, &self) { readText(content, role) }
    case .outlookData:
      troubles.append(Trouble(content.name, "is Outlook's own format; ask for plain text or HTML"))
    case .binary(let what): troubles.append(Trouble(content.name, "is \(what); not read"))
    case .text: readText(content, role)
    }
  }

  mutating func add(letter: Letter, name: String) {
    add(Document(name: name, kind: .letter, lines: []), parts: [letter.marked(&sides)])
  }

  /// The messages of one thread, each marked after those before it.
  mutating func add(thread: [Letter], name: String) {
    let parts = thread.map { $0.marked(&sides) }
    add(Document(name: name, kind: .letter, lines: []), parts: parts)
  }

  mutating func add(file document: Document, isAttached: Bool) {
    add(document, parts: [document.lines], isAttached: isAttached)
  }

  private mutating func add(_ document: Document, parts: [[Line]], isAttached: Bool = false) {
    guard drafts.count < ReadingLimits.documents else {
      if drafts.count == ReadingLimits.documents, troubles.last?.what != "is one file too many" {
        troubles.append(Trouble(document.name, "is one file too many"))
      }
      return
    }
    drafts.append(.init(document: document, parts: parts, isAttached: isAttached))
  }

  private mutating func readText(_ content: FileContent, _ role: Role) {
    let (document, found) = TextFile.read(content)
    troubles += found
    guard var document else { return }
    if role == .attachment { document.kind = .attachment }
    if document.kind == .letter {
      add(letter: Letter(lines: document.lines), name: document.name)
    } else {
      add(file: document, isAttached: role == .attachment)
    }
  }

  /// Text that is made of the whole file.
  private mutating func readWhole(
    _ content: FileContent, _ role: Role, _ convert: ([UInt8]) -> [UInt8]
  ) {
    guard let bytes = content.head(ReadingLimits.wholeBytes + 1),
      bytes.count <= ReadingLimits.wholeBytes
    else {
      return troubles.append(
        Trouble(content.name, "is larger than \(ReadingLimits.wholeBytes >> 20) MiB"))
    }
    let (text, confidence) = TextEncoding.decode(bytes)
    let (lines, found) = TextLines.split(
      convert(text), file: content.name, confidence: confidence)
    troubles += found
    guard lines.contains(where: { !$0.isBlank }) else {
      return troubles.append(Trouble(content.name, "has no text"))
    }
    if role == .attachment {
      add(
        file: Document(name: content.name, kind: .attachment, lines: lines), isAttached: true)
    } else {
      add(letter: Letter(lines: lines), name: content.name)
    }
  }
}
