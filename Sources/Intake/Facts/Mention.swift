/// A name of the lexicon where it stands in a passage.
struct Mention {
  var range: Range<Int>
  /// A name may mean several things: HAProxy is a product and a load balancer.
  var meanings: [Lexicon.Meaning]
  var isCommon: Bool

  var os: (id: String, version: String?)? {
    for case .os(let id, let version) in meanings { return (id, version) }
    return nil
  }
  var product: String? {
    for case .product(let name) in meanings { return name }
    return nil
  }
  var client: String? {
    for case .client(let name) in meanings { return name }
    return nil
  }
  var isComponent: Bool {
    meanings.contains { if case .component = $0 { true } else { false } }
  }
  var protocols: [String] {
    meanings.flatMap { meaning -> [String] in
      if case .protocol(let names) = meaning { names } else { [] }
    }
  }
  var integration: (kind: String, isMake: Bool)? { integrations.first }
  /// Sophos makes firewalls and virus scanners.
  var integrations: [(kind: String, isMake: Bool)] {
    meanings.compactMap { meaning in
      if case .integration(let kind, let isMake) = meaning { (kind, isMake) } else { nil }
    }
  }
  var arch: String? {
    for case .arch(let name) in meanings { return name }
    return nil
  }

  /// Whether a version beside it would be its own.
  var ownsVersions: Bool {
    os != nil || product != nil || client != nil || isComponent
      || integration?.isMake == true && !isCommon
  }
}

/// The names in a passage, each token at most once.
struct MentionScan {
  var lexicon: Lexicon

  func mentions(in tokens: [Token]) -> [Mention] {
    var (found, index) = ([Mention](), 0)
    while index < tokens.count {
      if let mention = mention(in: tokens, at: index) {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func mention(in tokens: [Token], at index: Int) -> Mention? {
    let rest = tokens[index..<min(tokens.count, index + 8)]
    // `HA-Proxy version 2.0.10`, its own banner; with a space it is high availability and a proxy.
    if tokens[index].text == "HA", rest.count > 1, rest[index + 1].key == "proxy",
      rest[index + 1].gap == .hyphen
    {
      return Mention(
        range: index..<index + 2,
        meanings: [.product("haproxy"), .integration(kind: "load-balancer", isMake: true)],
        isCommon: false)
    }
    let entries = lexicon.entries(in: rest)
    if let first = entries.first {
      var range = index..<index + first.keys.count
      if let next = rest[range.upperBound...].first,
        isEnding(next, of: tokens[range.upperBound - 1])
      {
        range = index..<range.upperBound + 1
      }
      return Mention(
        range: range, meanings: entries.map(\.meaning),
        isCommon: entries.allSatisfy(\.isCommon) && !lexicon.certain.contains(tokens[index].key))
    }
    return glued(tokens[index], index) ?? declined(tokens[index], index)
      ?? misspelt(tokens[index], index)
  }

  /// `LDAP-a`, `NAT-u`: an ending that is written behind capitals.
  private func isEnding(_ token: Token, of name: Token) -> Bool {
    token.gap == .hyphen && name.isShouted
      && ["u", "a", "em", "ie", "owi", "y", "i", "om", "ow"].contains(token.key)
  }

  /// `Debianem`, `proftpdu`: a name with an ending of its sentence's language.
  private func declined(_ token: Token, _ index: Int) -> Mention? {
    // `the firewall's off`
    if token.key.hasSuffix("'s") {
      var name = token
      name.key = String(token.key.dropLast(2))
      let entries = lexicon.entries(in: [name]).filter { $0.keys.count == 1 }
      guard !entries.isEmpty else { return nil }
      return Mention(
        range: index..<index + 1, meanings: entries.map(\.meaning),
        isCommon: entries.allSatisfy(\.isCommon))
    }
    guard token.key.utf8.count >= 6, token.isCapital || token.key.utf8.count >= 8 else {
      return nil
    }
    guard token.key != "servus" else { return nil }
    for ending in ["'s", "owi", "em", "ie", "ze", "om", "ech", "u", "a", "s"]
    where token.key.hasSuffix(ending) {
      var name = token
      name.key = String(token.key.dropLast(ending.count))
      let entries = lexicon.entries(in: [name]).filter { $0.keys.count == 1 && !$0.isCommon }
      guard name.key.utf8.count >= 5, !entries.isEmpty else { continue }
      return Mention(range: index..<index + 1, meanings: entries.map(\.meaning), isCommon: false)
    }
    return nil
  }

  /// `Wondows`, `Ubunt`: one letter wrong in the name of a system that nothing else is called like.
  private func misspelt(_ token: Token, _ index: Int) -> Mention? {
    guard (5...9).contains(token.key.utf8.count),
      let name = Self.unmistakable.first(where: { $0.utf8.first == token.key.utf8.first }),
      token.key != "window", token.key != "widows",
      Self.areOneApart(Array(token.key.utf8), Array(name.utf8))
    else { return nil }
    var plain = token
    plain.key = name
    let entries = lexicon.entries(in: [plain])
    return Mention(range: index..<index + 1, meanings: entries.map(\.meaning), isCommon: false)
  }

  private static let unmistakable = ["windows", "debian", "ubuntu", "freebsd"]

  /// One letter more, less, changed, or two in the wrong order.
  private static func areOneApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }
      .count
    let (left, right) = (a.count - head - tail, b.count - head - tail)
    return left <= 1 && right <= 1
      || left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
  }

  /// `debian12`, `rhel8.6`, `win2019`: a name and its version in one word.
  private func glued(_ token: Token, _ index: Int) -> Mention? {
    // `win10x64`
    if token.key.hasPrefix("win"), token.key.hasSuffix("x64") {
      var plain = token
      plain.key = String(token.key.dropLast(3))
      return glued(plain, index)
        ?? mention(in: [plain], at: 0).map {
          Mention(range: index..<index + 1, meanings: $0.meanings, isCommon: false)
        }
    }
    guard let digit = token.key.firstIndex(where: \.isDigit), digit > token.key.startIndex,
      token.key[digit...].allSatisfy({ $0.isDigit || $0 == "." })
    else { return nil }
    var name = token
    name.key = String(token.key[..<digit])
    for entry in lexicon.entries(in: [name]) where entry.keys.count == 1 {
      if case .os(let id, nil) = entry.meaning,
        let version = VersionText.os(String(token.key[digit...])),
        OSVersions.isPlausible(version, of: id)
      {
        return Mention(
          range: index..<index + 1, meanings: [.os(id: id, version: version)], isCommon: false)
      }
    }
    return nil
  }
}
