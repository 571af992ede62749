/// What the words for protocols mean where they stand.
extension PassageReader {
  /// What the words mean here: `FTP(S)` is both, `FTPS, implicit` is one.
  func names(_ mention: Mention, _ position: Int, _ isAsked: Bool) -> [String] {
    guard let name = mention.protocols.first else { return [] }
    let next = mention.range.upperBound
    let isBracketed =
      next < tokens.count && tokens[next].key == "s" && tokens[next].gap.contains(.open)
    if name == "ftp", isBracketed { return ["ftp"] + ftps(mention) }
    if name == "http", isBracketed { return ["http", "https"] }
    if name == "ftp", isSecured(mention) { return ftps(mention) }
    return name == "ftps" ? ftps(mention) : [name]
  }

  /// `FTP (with TLS)`, `FTP with explicit TLS`.
  private func isSecured(_ mention: Mention) -> Bool {
    let end = min(mention.range.upperBound + 4, tokens.count)
    guard mention.range.upperBound < end else { return false }
    var sawWay = false
    for index in mention.range.upperBound..<end {
      if tokens[index].gap.has([.comma, .semicolon, .period, .slash, .plus]) { return false }
      let key = tokens[index].key
      if ["tls", "ssl", "auth"].contains(key) { return sawWay }
      if key == "ssh" { return false }
      guard
        [
          "over", "with", "via", "mit", "ueber", "avec", "sur", "con", "com", "met", "explicit",
          "implicit", "explizit", "implizit", "explicite", "explicito", "po", "z", "using",
          "through", "implicite", "expliciete", "med",
        ].contains(key)
      else { return false }
      sawWay = true
    }
    return false
  }

  /// Explicit unless the words beside it say implicit, both when they say both.
  private func ftps(_ mention: Mention) -> [String] {
    let sentence = bearing.sentence(of: mention.range.lowerBound)?.range ?? mention.range
    let next = mentions.first {
      $0.range.lowerBound >= mention.range.upperBound && !$0.protocols.isEmpty
        && $0.protocols != ["ftps"] && $0.protocols != ["ftps-implicit"]
    }
    let end = min(
      next?.range.lowerBound ?? sentence.upperBound, mention.range.upperBound + 10,
      sentence.upperBound)
    let start = max(sentence.lowerBound, mention.range.lowerBound - 2)
    guard start < end else { return ["ftps"] }
    let near = (start..<end).filter { index in
      index == 0
        || !(Cues.none.contains(tokens[index - 1].key) || Cues.not.contains(tokens[index - 1].key))
    }.map { tokens[$0].key }
    let isImplicit = near.contains { $0.hasPrefix("impli") || $0 == "990" || $0 == "niejawny" }
    let isExplicit = near.contains {
      $0.hasPrefix("expli") || $0 == "21" || $0 == "ftpes" || $0 == "jawny"
    }
    return isImplicit ? (isExplicit ? ["ftps", "ftps-implicit"] : ["ftps-implicit"]) : ["ftps"]
  }
}
