/// HTTP and HTTPS, which everybody names in errors, headers and links as well.
extension PassageReader {
  /// `webmail (https)`, `only over HTTPS`, unlike `HTTP 502`, `DNS over HTTPS`.
  func isServed(_ name: String, _ mention: Mention) -> Bool {
    let (first, next) = (mention.range.lowerBound, mention.range.upperBound)
    let before = first > 0 ? tokens[first - 1].key : ""
    if tokens[first].gap.has([.underscore, .hyphen, .equals]), first > 0 { return false }
    if tokens[first].gap == .slash, self.mention(at: first - 1)?.protocols.isEmpty != false {
      return false
    }
    if first > 1, before == "over", tokens[first - 2].key == "dns" { return false }
    if isBesideProtocol(mention) || isTransfer(mention) { return true }
    let isWay = Self.ways.contains(before)
    if passage.has(.title), !isWay && name == "http" || bearing.isElsewhere(mention.range) {
      return false
    }
    if next < tokens.count, tokens[next].gap.isSubset(of: [.space, .hyphen, .line]) {
      if Self.noises.contains(tokens[next].key) || tokens[next].isNumber { return false }
      if name == "http" {
        return isWay && !Self.carriers.contains(tokens[next].key) || tokens[next].key == "only"
          || isBesideWeb(mention)
      }
    }
    // `HTTP/1.1`
    if next < tokens.count, tokens[next].gap.has([.slash, .underscore, .equals]),
      !tokens[next].gap.contains(.colon)
    {
      return name == "https" && self.mention(at: next)?.protocols.isEmpty == false
    }
    return name == "https" || isWay || isBesideWeb(mention)
  }

  /// `http and https`, `https into http`
  private func isBesideWeb(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound)?.range else { return false }
    return mentions.contains {
      $0.range != mention.range && $0.protocols == ["https"]
        && sentence.contains($0.range.lowerBound)
        && abs($0.range.lowerBound - mention.range.lowerBound) <= 5
    }
  }

  private static let ways = DenialCues.words(
    "over via by through on into plain using per ueber mit auf par sur en via por sobre op over przez po su tramite using only nur"
  )
  /// Whose word it is: an error's, a link's, a library's.
  private static let noises = DenialCues.words(
    """
    error errors status code codes response responses header headers request requests method methods url urls link links clone check \
    monitor site sites api library client clients backend frontend module version fehler erreur statut anfrage antwort return returned \
    get post put listener endpoint transmission
    """)
  /// Make a name of `http` before them.
  private static let carriers = DenialCues.words(
    "server servers service daemon traffic post get put")
}
