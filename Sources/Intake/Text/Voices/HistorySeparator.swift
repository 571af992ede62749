/// The line above an earlier mail: `-----Original Message-----`.
enum HistorySeparator {
  static func isOne(_ line: Line) -> Bool {
    let text = line.unquoted
    guard text.utf8.count < 80, let first = text.utf8.first(where: { $0 != 32 }),
      first == UInt8(ascii: "-") || first == UInt8(ascii: "_") || first == UInt8(ascii: "B")
        || first == UInt8(ascii: "*") || first == UInt8(ascii: "#")
    else { return false }
    let words = text.filter { !"-_*#=".contains($0) }.trimmed.lowercased()
    return phrases.contains(words) || words.hasPrefix("please type your reply above this line")
  }

  private static let phrases: Set<String> = [
    "original message", "original appointment", "forwarded message", "begin forwarded message:",
    "ursprüngliche nachricht", "originalnachricht", "ursprungliche nachricht",
    "weitergeleitete nachricht", "message d'origine", "message d’origine", "message original",
    "message transféré", "message transmis", "mensaje original", "mensaje reenviado",
    "mensagem original", "mensagem encaminhada", "oorspronkelijk bericht", "doorgestuurd bericht",
    "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana", "messaggio originale",
  ]
}
