import CaseModel

/// Products whose names occur in what nobody says of their own: logs, paths, quoted output, our own
/// side's words. They only count where the customer's sentences name no product.
struct Echoes {
  private var counts: [String: Int] = [:]
  private var first: [String: Line] = [:]

  static func claims(in documents: [Document], _ lexicon: Lexicon) -> [Claim] {
    var echoes = Echoes()
    for document in documents {
      for line in document.lines.prefix(2000) { echoes.hear(line, lexicon) }
    }
    return echoes.counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(3).compactMap { name, count in
        echoes.first[name].map { line in
          Claim(
            subject: .product(name: name, version: nil), source: .aside,
            emphasis: min(3 * count, 24), message: line.message,
            evidence: line.evidence(confidence: 0.4))
        }
      }
  }

  /// `org.keycloak.storage`, `/var/log/hestia/backup.log`: the words within words count.
  private mutating func hear(_ line: Line, _ lexicon: Lexicon) {
    let words = line.text.prefix(400).utf8.split { byte in
      !(97...122).contains(byte | 0x20) && !(48...57).contains(byte)
    }
    for name in Set(words.compactMap { lexicon.product(called: String($0)?.lowercased() ?? "") }) {
      counts[name, default: 0] += 1
      if first[name] == nil { first[name] = line }
    }
  }
}
