/// A form's own examples: `[e.g. macOS 14]`, `(z. B. Debian 12)`, `(np. FTP, SFTP)`.
enum Examples {
  /// Within an answer a customer too gives examples: only `e.g.` is sure to be the form's there.
  static func left(out tokens: [Token], ofLabel isLabel: Bool) -> [Token] {
    let signs = isLabel ? Self.signs : Array(Self.signs.prefix(4))
    guard tokens.indices.contains(where: { begin(tokens, $0, signs) }) else { return tokens }
    var (kept, isInside) = ([Token](), false)
    for index in tokens.indices {
      let token = tokens[index]
      if begin(tokens, index, signs) {
        isInside = true
      } else if isInside, token.gap.contains(.close) {
        isInside = false
      }
      if !isInside { kept.append(token) }
    }
    return kept
  }

  /// Whether the words behind a bracket are examples: `z. B. Firewall, Proxy)`.
  static func begin(_ text: Substring) -> Bool {
    let keys = Tokenizer(text.prefix(20)).tokens.map(\.key)
    return signs.contains { keys.starts(with: $0) }
  }

  /// In brackets, or at the beginning of a line.
  private static func begin(_ tokens: [Token], _ index: Int, _ signs: [[String]]) -> Bool {
    guard index == 0 || tokens[index].gap.has([.open, .quote]) else { return false }
    return signs.contains { sign in
      tokens[index...].prefix(sign.count).map(\.key) == sign && (index > 0 || sign == ["e.g"])
    }
  }

  private static let signs: [[String]] = [
    ["e.g"], ["eg"], ["z.b"], ["p.ex"],
    ["for", "example"], ["for", "instance"], ["such", "as"], ["z", "b"], ["zb"],
    ["zum", "beispiel"], ["p", "ex"], ["par", "ex"],
    ["par", "exemple"], ["ex"], ["p.ej"], ["p", "ej"], ["por", "ej"], ["por", "ejemplo"],
    ["por", "exemplo"], ["bijv"], ["bv"], ["b.v"], ["np"], ["na", "przyklad"], ["ad", "es"],
    ["es"], ["per", "esempio"], ["napr"], ["ornegin"], ["orn"], ["t.ex"], ["f.eks"], ["例"],
  ]
}
