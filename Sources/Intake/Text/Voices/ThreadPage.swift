/// A tracker's page saved as text: `alex · comment · 2025-03-07`, `alex commented on Mar 7, 2025`
/// above what each has written.
struct ThreadPage {
  private var headers: [Int: PostHeader]
  private var reporter: String?

  /// nil when the lines are no such page.
  static func find(in lines: [Line]) -> ThreadPage? {
    var headers: [Int: PostHeader] = [:]
    var (isBelowRule, isParted) = (false, true)
    for index in lines.indices {
      if let header = PostHeader(lines[index].text, belowRule: isBelowRule) {
        headers[index] = header
      }
      let isVoid = lines[index].isVoid
      // The line below a heading is none between posts.
      if !isVoid { isBelowRule = isParted && isRule(lines[index].text) }
      isParted = isVoid
    }
    addLoneNames(lines, &headers)
    // Code has lines of that kind too.
    if !headers.isEmpty {
      let fenced = CodeFences.lines(of: lines)
      headers = headers.filter { !fenced.contains($0.key) }
    }
    if headers.isEmpty { headers = DatedHead.all(in: lines).mapValues { PostHeader(lone: $0) } }
    let sure = headers.filter { $0.value.isSure && !$0.value.opens }.keys.min()
    guard sure != nil || headers.values.count(where: { !$0.opens }) > 1 else { return nil }
    headers = headers.filter { $0.value.isSure || $0.key > sure ?? -1 }
    guard let first = headers.keys.min() else { return nil }
    var page = ThreadPage(headers: headers)
    let opener = headers.values.first(where: \.opens)?.author
    if opener == nil, lines[..<first].count(where: { !$0.isVoid }) > 6 {
      page.reporter = page.findReporter(lines)
    } else {
      page.reporter = opener ?? headers[first]?.author
    }
    return page
  }

  /// `mira:` alone on a line, which comes more than once in a page.
  private static func addLoneNames(_ lines: [Line], _ headers: inout [Int: PostHeader]) {
    var found: [Int: String] = [:]
    for index in lines.indices where headers[index] == nil && lines[index].text.utf8.count < 40 {
      let text = lines[index].text
      guard text.utf8.last == UInt8(ascii: ":"), text.utf8.first?.isWord == true,
        index > 0, lines[index - 1].isVoid, index + 1 < lines.count, !lines[index + 1].isVoid,
        lines[index + 1].text.utf8.first?.isBlank == false,
        let header = PostHeader(text, belowRule: true), header.start == nil
      else { continue }
      found[index] = header.author
    }
    guard found.count > Set(found.values).count, Set(found.values).count > 1 else { return }
    for (index, author) in found { headers[index] = PostHeader(lone: author) }
  }

  private static func isRule(_ text: String) -> Bool {
    text.utf8.count >= 3
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == 32 }
  }

  /// Who answers: the first of those who comment on what stands above that neither asks nor helps,
  /// nor has the same somewhere else.
  private func findReporter(_ lines: [Line]) -> String? {
    let order = headers.keys.sorted()
    let ends = order.dropFirst() + [lines.endIndex]
    var others: Set<String> = []
    for (index, end) in zip(order, ends) {
      guard let header = headers[index], !others.contains(header.author) else { continue }
      if isOfStranger(header, lines[index..<end]) {
        others.insert(header.author)
      } else {
        return header.author
      }
    }
    return nil
  }

  private func isOfStranger(_ header: PostHeader, _ lines: ArraySlice<Line>) -> Bool {
    let first = lines.first.flatMap { line in header.start.map { line.text[$0...] } } ?? ""
    let text = ([first] + lines.dropFirst().prefix(12).map { $0.text[...] }).joined(separator: " ")
      .lowercased()
    if ["asker", "op", "reporter"].contains(header.author) { return false }
    let start = text.trimmed.prefix { $0.isLetter }
    if Self.advising.contains(String(start)) { return true }
    if text.contains("?") || ChatTranscript.isAlike(text.trimmed) { return true }
    let words = Set(
      text.replacing("thank you", with: "").split { !$0.isLetter && $0 != "'" }.prefix(80).map(
        String.init))
    return !words.isDisjoint(with: Self.addressing)
  }

  /// Whoever says these speaks to the one who asked.
  private static let addressing: Set<String> = [
    "you", "your", "try", "you'd", "you're", "duplicate", "paste", "attach", "provide", "bitte",
    "versuche",
    "du", "dein", "votre", "vous", "tu", "usted", "prueba", "você", "tente", "je", "probeer",
    "spróbuj",
  ]

  /// Words that a piece of advice begins with.
  private static let advising: Set<String> = [
    "add", "use", "set", "check", "remove", "run", "make", "change", "look", "see", "update",
    "upgrade", "install", "please", "could", "can", "disable", "enable", "open", "put", "drop",
    "replace", "which", "what",
  ]

  /// What the reporter says is the customer's; the others are our side, or strangers.
  func marked(_ lines: [Line]) -> [Line] {
    var lines = lines
    var (voice, turn, isQuoted) = (Voice.customer, 0, false)
    // Where our side signs with its role, others are the customer's.
    let isSigned = headers.values.contains { Sides.isOurs($0.author) }
    for index in lines.indices {
      if let header = headers[index] {
        let isTheirs = isSigned ? !Sides.isOurs(header.author) : header.author == reporter
        voice = isTheirs ? .customer : .support
        turn += 1
        isQuoted = lines[index].text.hasPrefix(">")
        if let start = header.start {
          lines[index].text = String(lines[index].text[start...]).trimmed
          lines[index].voice = voice
        } else {
          lines[index].voice = .boilerplate
        }
      } else if lines[index].voice != .boilerplate {
        // What somebody quotes, or a form asks.
        let quotes = !isQuoted && lines[index].text.hasPrefix(">")
        lines[index].voice = quotes ? .support : voice
        if quotes { lines[index].depth = 1 }
      }
      lines[index].message = max(0, turn - 1)
    }
    for index in lines.indices { lines[index].message -= max(0, turn - 1) }
    return lines
  }
}
