/// Tells Portuguese from the other languages, for one trap: its `no` is no `no`.
enum Portuguese {
  /// Marks the passages of each file that is written in it.
  static func mark(_ passages: inout [Passage]) {
    var counts: [String: Int] = [:]
    for passage in passages {
      guard let file = passage.first?.file else { continue }
      for token in passage.tokens {
        if words.contains(token.key) { counts[file, default: 0] += 1 }
        if spanish.contains(token.key) { counts[file, default: 0] -= 1 }
      }
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
  /// What Spanish says in their place; both say `usamos` and `está`.
  private static let spanish: Set<String> = [
    "el", "los", "las", "una", "hay", "tenemos", "con", "pero", "nuestro", "nuestra", "del", "muy",
  ]
}
