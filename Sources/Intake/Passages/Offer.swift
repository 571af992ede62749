/// A system that a question names with versions, one of which may be the whole answer:
/// `Operating system? Windows Server 2016, 2019, 2022?` `2019`
struct Offer {
  var name: [Token]
  var versions: Set<String>

  static func find(in tokens: [Token], _ lexicon: Lexicon) -> [Offer] {
    var (offers, index) = ([Offer](), 0)
    while index < tokens.count {
      let isSystem = lexicon.entries(in: tokens[index...]).first {
        if case .os = $0.meaning { !$0.isCommon } else { false }
      }
      guard let count = isSystem?.keys.count else {
        index += 1
        continue
      }
      let rest = tokens[(index + count)...].prefix { $0.text.first?.isNumber == true }
      if !rest.isEmpty {
        offers.append(
          Offer(name: Array(tokens[index..<index + count]), versions: Set(rest.map(\.key))))
      }
      index += count
    }
    return offers
  }
}

extension Offer {
  /// What examples are examples of.
  static func topic(of tokens: [Token], _ lexicon: Lexicon) -> Topic? {
    var counts: [Topic: Set<String>] = [:]
    for index in tokens.indices {
      for entry in lexicon.entries(in: tokens[index...]) {
        switch entry.meaning {
        case .integration(let kind, _): counts[.integrations, default: []].insert(kind)
        case .protocol(let names): counts[.protocols, default: []].formUnion(names)
        case .os(let id, _): counts[.os, default: []].insert(id)
        default: break
        }
      }
    }
    return [.integrations, .protocols, .os].first { counts[$0, default: []].count >= 2 }
  }
}

extension Offer {
  /// The integrations that words name.
  static func kinds(in tokens: [Token], _ lexicon: Lexicon) -> Set<String> {
    Set(
      tokens.indices.flatMap { index in
        lexicon.entries(in: tokens[index...]).compactMap { entry in
          if case .integration(let kind, _) = entry.meaning { kind } else { nil }
        }
      })
  }
}

extension Segmenter {
  /// The answer with the name of the system that its number is of.
  func named(_ tokens: [Token], by offers: [Offer]) -> [Token] {
    guard (1...3).contains(tokens.count), let first = tokens.first,
      let offer = offers.first(where: { $0.versions.contains(first.key) })
    else { return tokens }
    return offer.name.map { token in
      var token = token
      (token.gap, token.line) = (.space, 0)
      return token
    } + tokens
  }
}
