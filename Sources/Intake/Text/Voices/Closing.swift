/// The words at the end of a letter.
enum Closing {
  /// `Kind regards,` or `Thanks, Robin`
  static func isOne(_ text: Substring) -> Bool {
    guard text.utf8.count <= 60, !text.isEmpty else { return false }
    let first = text.drop { !$0.isLetter }.prefix { $0.isLetter || "'’".contains($0) }
    guard let candidates = phrases[first.lowercased()] else { return false }
    let words = words(text)
    return words.count <= 7
      && candidates.contains { phrase in
        words.starts(with: phrase) && words.count <= phrase.count + 3
          && (words.count == phrase.count || endsClause(text, phrase))
      }
  }

  /// `Robin Example`, `Dr. R. Example`
  static func isName(_ text: Substring) -> Bool {
    let words = text.split { $0.isWhitespace }
    return words.count <= 6 && text.utf8.count <= 60
      && !text.contains { $0.isNumber || ":=?!/\\{}".contains($0) }
      && words.allSatisfy {
        $0.first?.isLetter != true || $0.first?.isUppercase == true || words.count <= 2
      }
  }

  /// Whether it may stand below the name: short, and no answer like `OS: Debian 12`.
  static func mayFollow(_ text: Substring) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let lower = text.trimmed.lowercased()
    if lower.hasPrefix("ps") || lower.hasPrefix("p.s") || lower.contains("?") { return false }
    if lower.hasPrefix("```") || lower.hasPrefix("#") || lower.hasPrefix("---") { return false }
    if hasTime(lower) { return false }
    if let colon = lower.firstIndex(where: { ":=".contains($0) }) {
      let label = lower[..<colon].filter { $0.isLetter || $0 == " " }.split(separator: " ")
      let isContact = label.contains { word in contacts.contains { word.hasPrefix($0) } }
      let isLink = lower[colon...].hasPrefix("://")
      return isContact || isLink || label.allSatisfy { $0.count == 1 }
    }
    // A sentence, not a motto.
    return !(lower.hasSuffix(".") && lower.split(separator: " ").count > 9)
  }

  /// `12:34:56`: a log is no signature.
  private static func hasTime(_ text: String) -> Bool {
    text.split { !($0.isNumber || $0 == ":") }.contains { $0.count { $0 == ":" } == 2 }
  }

  /// Behind the phrase a sentence ends or a name begins: `Thanks, Robin`, not `thanks to the proxy`.
  private static func endsClause(_ text: Substring, _ phrase: [String]) -> Bool {
    var rest = text.drop { !$0.isLetter }
    for _ in phrase {
      rest = rest.drop { $0.isLetter || "'’".contains($0) }.drop { " \t".contains($0) }
    }
    guard let first = rest.first else { return true }
    if ",.!".contains(first) { return isName(rest.dropFirst().drop { $0.isWhitespace }) }
    return ["from", "aus", "de", "from", "in"].contains { rest.lowercased().hasPrefix($0 + " ") }
  }

  static func words(_ text: Substring) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split { !($0.isLetter || "'’".contains($0)) }.map(String.init)
    }
    return text.utf8.split { !((97...122).contains($0 | 0x20) || $0 == UInt8(ascii: "'")) }.map {
      word in
      String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    }
  }

  private static let contacts = [
    "addr", "adress", "anschrift", "cell", "direct", "direkt", "durchwahl", "e mail", "email",
    "fax", "fon", "geschäfts", "hrb", "kvk", "linkedin", "mail", "mob", "móvil", "office", "phone",
    "registergericht", "reply", "siret", "sitz", "skype", "tel", "tél", "twitter", "ust", "vat",
    "vorstand", "web", "www",
  ]

  /// By their first word.
  private static let phrases: [String: [[String]]] = Dictionary(
    grouping: [
      "regards", "best regards", "kind regards", "warm regards", "with kind regards", "best wishes",
      "best", "all the best", "many thanks", "thanks", "thanks in advance", "thank you", "thx",
      "thank you in advance", "thanks and regards", "thanks a lot", "cheers", "sincerely",
      "yours sincerely", "yours faithfully", "yours", "br", "kr",
      "mit freundlichen grüßen", "mit freundlichen gruessen", "mit freundlichem gruß",
      "freundliche grüße", "freundliche grüsse", "viele grüße", "viele grüsse", "beste grüße",
      "schöne grüße", "liebe grüße", "gruß", "grüße", "mfg", "vg", "lg", "danke", "vielen dank",
      "vielen dank im voraus", "danke und gruß",
      "cordialement", "bien cordialement", "très cordialement", "salutations",
      "sincères salutations", "meilleures salutations", "bien à vous", "merci", "merci d'avance",
      "merci d’avance",
      "saludos", "saludos cordiales", "un saludo", "un cordial saludo", "atentamente",
      "cordialmente", "gracias", "muchas gracias", "gracias de antemano",
      "atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos",
      "abraço", "abraços", "obrigado", "obrigada", "att",
      "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet",
      "vriendelijke groeten", "groet", "groeten", "mvg", "bedankt", "alvast bedankt",
      "pozdrawiam", "z poważaniem", "pozdrowienia", "serdecznie pozdrawiam",
      "pozdrawiam serdecznie", "dziękuję", "z góry dziękuję",
    ].map { $0.split(separator: " ").map(String.init) }, by: { $0[0] })
}
