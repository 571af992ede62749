/// Lower case without accents, so that `système`, `Systeme` and `SYSTÈME` are one word.
enum Folding {
  static func key(_ text: String) -> String {
    var text = text
    let isASCII = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
    if isASCII {
      return text.utf8.contains { (65...90).contains($0) } ? text.lowercased() : text
    }
    var key = ""
    for scalar in text.lowercased().unicodeScalars {
      if let plain = plain[scalar] {
        key += plain
      } else if !(0x300...0x36F).contains(scalar.value) {
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãåāăą"), ("ae", "äæ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"),
      ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
      ("n", "ñńņňŉ"), ("o", "òóôõōŏő"), ("oe", "öøœ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"),
      ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûũūŭůűų"), ("ue", "ü"), ("w", "ŵ"), ("y", "ýÿŷ"),
      ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letter, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
