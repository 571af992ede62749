/// Tells Portuguese from the other languages, for one trap: its `no` is no `no`.
enum Portuguese {
  /// Marks the passages of each file that is written in it.
  static func mark(_ passages: inout [Passage]) {
    var counts: [String: Int] = [:]
    for passage in passages {
      guard let file = passage.first?.file else { continue }
      counts[file, default: 0] += passage.tokens.count { words.contains($0.key) }
    }
    for index in passages.indices {
      guard let file = passages[index].first?.file else { continue }
      passages[index].isPortuguese = counts[file, default: 0] >= 3
    }
  }

  private static let words: Set<String> = [
    "nao", "uma", "temos", "usamos", "obrigado", "obrigada", "voce", "sao", "esta", "dos", "das",
    "ao", "pelo", "num", "numa", "nossos", "nosso", "nossa", "apenas", "ou", "tambem", "estamos",
  ]
}
