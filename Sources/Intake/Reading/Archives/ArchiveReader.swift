/// Reads what is wanted of an archive: of a support bundle a list of members, else all that is text.
struct ArchiveReader {
  private let name: String
  private let depth: Int
  private var isBundle = false
  private var documents = 0
  private var keptBytes = 0
  private var left: [String: Int] = [:]
  private var escapes = 0

  static func read(_ content: FileContent, _ reading: inout ReadingRun, depth: Int) {
    guard var stream = ArchiveStream(content) else {
      return reading.troubles.append(Trouble(content.name, "is no archive that can be read"))
    }
    let before = (reading.drafts.count, reading.troubles.count)
    var reader = ArchiveReader(name: content.name, depth: depth)
    if let problem = reader.read(&stream, &reading) {
      reading.troubles.append(Trouble(content.name, problem.printable(limit: 200)))
    }
    reader.tellWhatWasLeft(&reading)
    if (reading.drafts.count, reading.troubles.count) == before {
      reading.troubles.append(Trouble(content.name, "has nothing in it that is read"))
    }
  }

  private init(name: String, depth: Int) {
    self.name = name
    self.depth = depth
  }

  /// Until the end, or until something is wrong with the archive as a whole: what.
  private mutating func read(
    _ stream: inout ArchiveStream, _ reading: inout ReadingRun
  ) -> String? {
    while true {
      switch stream.next() {
      case .end:
        return stream.memberCount == 0 ? "is empty" : nil
      case .damaged(let problem): return problem
      case .member(let member):
        if stream.memberCount > ReadingLimits.archiveMembers {
          return "has more than \(ReadingLimits.archiveMembers) members; the rest was not read"
        }
        if stream.isSingleFile {
          return keep(&stream, as: Self.unpackedName(name), path: nil, &reading)
        }
        if member.path == "[Content_Types].xml" || member.path == "mimetype" {
          return "is an Office document; ask for it as text or PDF"
        }
        if let problem = take(member, &stream, &reading) { return problem }
      }
    }
  }

  private mutating func take(
    _ member: ArchiveStream.Member, _ stream: inout ArchiveStream, _ reading: inout ReadingRun
  ) -> String? {
    guard let stored = member.path, let path = MemberPath(stored) else {
      escapes += 1
      if escapes <= 3 {
        let label = (member.path ?? "").printable(limit: 80)
        reading.troubles.append(
          Trouble(name, "member \"\(label)\" leads out of the archive; not read"))
      }
      return stream.skip()
    }
    if path.isOfBundle { isBundle = true }
    if path.inner == "etc/localtime", let target = member.target {
      // The one link that says something by itself: the time zone.
      addLink(path.inner, to: target, &reading)
      return stream.skip()
    }
    guard member.kind == .file else {
      if member.kind == .link { left["links", default: 0] += isBundle ? 0 : 1 }
      if member.kind == .other { left["devices or pipes", default: 0] += 1 }
      return stream.skip()
    }
    if member.isEncrypted {
      left["encrypted files", default: 0] += 1
      return stream.skip()
    }
    let known = [path.inner, path.text].first(where: BundleMembers.wants)
    guard known != nil || !isBundle else { return stream.skip() }
    guard documents < ReadingLimits.archiveDocuments else {
      left["files beyond the first \(ReadingLimits.archiveDocuments)", default: 0] += 1
      return stream.skip()
    }
    let label = "\(name): \((known ?? path.text).printable(limit: 120))"
    return keep(&stream, as: label, path: known, &reading)
  }

  /// - Parameter path: of a bundle's member.
  private mutating func keep(
    _ stream: inout ArchiveStream, as label: String, path: String?, _ reading: inout ReadingRun
  ) -> String? {
    documents += 1
    var parts = TextParts(
      name: path.map { BundleMembers.isLog($0) ? "\(label).log" : label } ?? label)
    let problem = stream.read { parts.add($0) }
    keptBytes += parts.head.count
    guard keptBytes <= ReadingLimits.archiveBytes else {
      return
        "holds more than \(ReadingLimits.archiveBytes >> 20) MiB of text; its rest was not read"
    }
    guard !parts.head.isEmpty else { return problem }
    if path == nil, !parts.isCut {
      reading.read(FileContent(name: label, bytes: parts.head), as: .attachment, depth: depth + 1)
      return problem
    }
    let (document, troubles) = TextFile.document(of: parts, name: label)
    reading.troubles += troubles
    if var document {
      document.kind = path.map { .bundle(path: $0) } ?? .attachment
      reading.add(file: document, isAttached: true)
    }
    return problem
  }

  private func addLink(_ path: String, to target: String, _ reading: inout ReadingRun) {
    let label = "\(name): \(path)"
    let lines = TextLines.split(Array("\(path) -> \(target)".utf8), file: label).lines
    reading.add(
      file: Document(name: label, kind: .bundle(path: path), lines: lines), isAttached: true)
  }

  private func tellWhatWasLeft(_ reading: inout ReadingRun) {
    for (what, count) in left.sorted(by: { $0.key < $1.key }) where count > 0 {
      reading.troubles.append(Trouble(name, "has \(count) \(what); not read"))
    }
    if escapes > 3 {
      reading.troubles.append(
        Trouble(name, "has \(escapes - 3) more members that lead out of it; not read"))
    }
  }

  /// `server.log.gz` holds `server.log`.
  private static func unpackedName(_ name: String) -> String {
    for ending in [".gz", ".xz", ".bz2", ".zst"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
