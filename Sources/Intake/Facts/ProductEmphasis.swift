/// How much a sentence is about the software that it names.
extension PassageReader {
  /// `curl -v https://…` is only how it was looked at.
  func isCommandLine(_ mention: Mention) -> Bool {
    guard mention.range.upperBound < tokens.count else { return false }
    let next = tokens[mention.range.upperBound]
    return next.gap.has([.dash, .hyphen]) && next.gap.contains(.space) || next.key == "\u{1}url"
  }

  /// `Integrations: HAProxy`
  func isAnsweredIntegration(_ mention: Mention) -> Bool {
    passage.isAnswer && passage.has(.integrations) && mention.integration != nil
      && !passage.has(.product) && !passage.has(.version) && !passage.has(.title)
  }

  /// `the Mattermost app 2.19.0` is at the user's hand.
  func isApp(_ mention: Mention) -> Bool {
    let (before, after) = (mention.range.lowerBound - 1, mention.range.upperBound)
    let words: Set<String> = ["app", "appli", "aplicativo", "aplikacja", "mobile"]
    return before >= 0 && words.contains(tokens[before].key) && tokens[after - 1].gap == .space
      || after < tokens.count && words.contains(tokens[after].key)
        && tokens[after].gap.isSubset(of: [.space, .hyphen])
        && !passage.has(.version) && !passage.has(.product)
  }

  /// `we run X` says more than `behind X`, `with X`, `OpenSearch: 2.6.0`.
  func emphasis(of mention: Mention) -> Int {
    if mention.range.lowerBound < passage.labelCount {
      // `Output of rclone version`
      if mention.client != nil, passage.has(.version) { return 60 }
      let isBeside =
        mention.integration?.isMake == true
        || mention.product.map(ProductRanking.helpers.contains) == true
      return !isBeside ? 0 : passage.label.topics.isEmpty ? -90 : -30
    }
    // `from the directory (OpenLDAP 2.5.13)`
    if tokens[mention.range.lowerBound].gap.contains(.open) { return -8 }
    // `Authentik as IdP`
    let next = mention.range.upperBound
    if (next..<min(next + 2, tokens.count)).contains(where: {
      ["as", "als", "comme", "como", "jako", "come"].contains(tokens[$0].key)
        && tokens[$0].gap == .space && !passage.isPortuguese
    }) {
      return -8
    }
    let clause = bearing.clause(of: mention.range.lowerBound)
    let before = tokens[
      max(clause.lowerBound, mention.range.lowerBound - 4)..<mention.range.lowerBound
    ]
    .map(\.key)
    let last = before.last { !ProductWords.articles.contains($0) }
    if let last, ProductWords.besides.contains(last) { return -8 }
    return before.contains(where: ProductWords.running.contains) ? 8 : 0
  }

  /// `zabbix-server-mysql`, `pdns-backend-mysql`: a package of something else.
  func isTail(_ index: Int) -> Bool {
    index > 0 && tokens[index].gap == .hyphen && !tokens[index - 1].isVersionLike
      && tokens[index - 1].key.utf8.count > 2
  }

  func isWithinAddress(_ index: Int) -> Bool {
    tokens[index].gap.has([.slash, .underscore]) && index > 0 && mention(at: index - 1) == nil
      && !passage.has(.repository) && !passage.isAnswer && !tokens[index].gap.contains(.space)
  }
}
