import CaseModel

extension Catalogue {
  /// The product of which a name is a slip of the pen, if there is one: one letter wrong, missing,
  /// too many or changed with its neighbour, two in a long name.
  func productSpelt(nearly text: String) throws(CaselabError) -> Product? {
    let typed = Array(text.lowercased())
    let limit = typed.count < 4 ? 0 : typed.count < 10 ? 1 : 2
    return try products().first { product in
      ([product.name, product.title] + product.aliases).contains { name in
        typed.slips(to: Array(name.lowercased())) <= limit
      }
    }
  }
}

extension [Character] {
  /// Insertions, removals, replacements and changes of neighbours that make `other` of this.
  fileprivate func slips(to other: [Character]) -> Int {
    // A customer's name may be as long as a line: only what can be near is compared.
    guard abs(count - other.count) <= 2 else { return .max }
    var rows: [[Int]] = [(0...other.count).map { $0 }]
    for i in indices {
      var row = [i + 1]
      for j in other.indices {
        var least = Swift.min(row[j], rows[i][j + 1]) + 1
        least = Swift.min(least, rows[i][j] + (self[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, self[i] == other[j - 1], self[i - 1] == other[j] {
          least = Swift.min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[count][other.count]
  }
}
