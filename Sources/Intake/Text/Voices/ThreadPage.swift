/// A tracker's page saved as text: `alex · comment · 2025-03-07`, `alex commented on Mar 7, 2025`
/// above what each has written.
struct ThreadPage {
  private var authors: [Int: String]
  private var reporter: String?

  /// nil when the lines are no such page.
  static func find(in lines: [Line]) -> ThreadPage? {
    var authors: [Int: String] = [:]
    for index in lines.indices where lines[index].text.utf8.count < 120 {
      if let author = author(lines[index].text) { authors[index] = author }
    }
    let named = heads(lines)
    if authors.isEmpty { authors = named }
    guard let first = authors.keys.min() else { return nil }
    var page = ThreadPage(authors: authors)
    if lines[..<first].count(where: { !$0.isVoid }) > 6 {
      page.reporter = reporter(authors, lines)
    } else {
      page.reporter = authors[first]
    }
    return page
  }

  /// `Robin Example, 06 Mar 2024 10:11` and `*** CUSTOMER 17-OCT-2023 03:12 UTC ***`, of two or more.
  private static func heads(_ lines: [Line]) -> [Int: String] {
    var heads: [Int: String] = [:]
    for index in lines.indices where lines[index].text.utf8.count < 80 {
      if let author = head(lines[index].text) { heads[index] = author }
    }
    return Set(heads.values).count >= 2 ? heads : [:]
  }

  private static func head(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")),
      text.utf8.last(where: { $0 != 32 }) != UInt8(ascii: ":")
    else { return nil }
    let words = text.split { " ,*_|–—[]".contains($0) }
    guard (3...12).contains(words.count),
      let date = words.firstIndex(where: { $0.first?.isNumber == true }), (1...5).contains(date),
      words[date...].contains(where: isClock),
      words[date...].allSatisfy({ $0.first?.isNumber == true || isOfDate($0) })
    else { return nil }
    let name = words[..<date].filter { !["on", "at", "am", "le", "el", "-", "wrote"].contains($0) }
    guard !name.isEmpty, name.allSatisfy({ $0.first?.isUppercase == true || $0.first == "(" }),
      name.allSatisfy({ $0.allSatisfy { $0.isLetter || "().'-".contains($0) } }),
      !name.contains(where: isOfDate)
    else { return nil }
    return name.joined(separator: " ").lowercased()
  }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":")
    return (2...3).contains(parts.count)
      && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
  }

  private static func isOfDate(_ word: Substring) -> Bool {
    let key = Folding.key(String(word)).prefix(3)
    return [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mae",
      "mai", "okt", "dez", "fev", "avr", "jui", "aou", "ene", "abr", "ago", "dic", "utc", "gmt",
      "am", "pm", "at", "uhr", "cet", "ces", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "um",
      "a", "de", "set", "out", "mrt", "mei",
    ].contains(String(key)) && word.utf8.count <= 9
  }

  /// Who answers: of those who comment on what stands above, the one who did not ask first.
  private static func reporter(_ authors: [Int: String], _ lines: [Line]) -> String? {
    let order = authors.keys.sorted()
    guard let first = order.first, let opener = authors[first] else { return nil }
    let end = order.dropFirst().first ?? lines.endIndex
    let asks = lines[first..<end].contains { $0.text.contains("?") }
    return asks ? order.compactMap { authors[$0] }.first { $0 != opener } : opener
  }

  /// What the reporter says is the customer's; the others are our side, or strangers.
  func marked(_ lines: [Line]) -> [Line] {
    var lines = lines
    var (voice, turn) = (Voice.customer, 0)
    // Where our side signs with its role, others are the customer's.
    let isSigned = authors.values.contains(where: Sides.isOurs)
    for index in lines.indices {
      if let author = authors[index] {
        voice =
          isSigned
          ? Sides.isOurs(author) ? .support : .customer
          : author == reporter ? .customer : .support
        turn += 1
        lines[index].voice = .boilerplate
      } else if lines[index].voice != .boilerplate {
        lines[index].voice = voice
      }
      lines[index].message = max(0, turn - 1)
    }
    for index in lines.indices { lines[index].message -= max(0, turn - 1) }
    return lines
  }

  private static func author(_ text: String) -> String? {
    // A long mail has many lines, of which none is such: its bytes tell.
    let hasDot = text.utf8.contains(0xB7)
    let hasVerb = Substring(text).has("ommented") || Substring(text).has("pened")
    guard hasDot || hasVerb && text.utf8.suffix(12).contains(where: { (48...57).contains($0) })
    else { return nil }
    let parts = hasDot ? text.split(separator: "·").map(\.trimmed) : []
    if parts.count == 3, kinds.contains(parts[1].lowercased()), isDate(parts[2]) {
      return parts[0].filter { $0 != "*" }.lowercased()
    }
    let words = text.split { " \t*@".contains($0) }
    guard (4...9).contains(words.count), let last = words.last, last.contains(where: \.isNumber)
    else {
      return nil
    }
    let verb = words[1].lowercased()
    return verb == "commented" && ["on", "at"].contains(words[2].lowercased())
      || verb == "opened" && words[2].lowercased() == "this" ? words[0].lowercased() : nil
  }

  private static let kinds: Set<String> = ["description", "comment", "review", "reply", "answer"]

  private static func isDate(_ text: String) -> Bool {
    text.count >= 8 && text.first?.isNumber == true && text.contains("-")
  }
}
