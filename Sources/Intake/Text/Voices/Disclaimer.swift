/// Finds what mail systems add: confidentiality notices, virus scanners' stamps, banners, `Sent from my phone`.
enum Disclaimer {
  static func mark(_ lines: inout [Line]) {
    var start = 0
    while start < lines.count {
      if lines[start].isVoid {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].isVoid, lines[end].depth == lines[start].depth {
        end += 1
      }
      markParagraph(&lines, start..<end)
      start = end
    }
  }

  private static func markParagraph(_ lines: inout [Line], _ range: Range<Int>) {
    for index in range where isStamp(lines[index].unquoted) { lines[index].voice = .boilerplate }
    guard range.count <= 20, range.contains(where: { lines[$0].text.hasNoticeWord }) else { return }
    let text = range.map { lines[$0].unquoted }.joined(separator: " ").lowercased()
    let words = text.split { !$0.isLetter }
    func has(_ stems: [String]) -> Bool {
      words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
    let isNotice =
      has(mailWords) && has(secretWords) && (has(recipientWords) || has(scanWords))
    let isScan = has(mailWords) && has(["virus", "antivirus", "malware"]) && has(scanWords)
    guard isNotice || isScan && range.count <= 4 else { return }
    for index in range { lines[index].voice = .boilerplate }
  }

  private static func isStamp(_ text: Substring) -> Bool {
    guard text.utf8.count <= 160, let candidates = stamps[text.firstLetters] else { return false }
    let start = text.prefix(60).trimmed.lowercased()
    return candidates.contains(where: start.hasPrefix)
  }

  /// By their first letters.
  private static let stamps = Dictionary(
    grouping: [
      "sent from my ", "sent from mail for ", "sent from outlook", "get outlook for ",
      "von meinem ", "gesendet von ", "envoyé de mon ",
      "envoyé depuis ", "enviado desde mi ", "enviado do meu ", "verzonden vanaf mijn ",
      "wysłane z ", "caution: this email", "caution: external", "[external]", "external email",
      "warning: this email", "this email originated from outside",
      "please consider the environment",
      "reply to this email directly", "you are receiving this because",
      "you are receiving this email because", "view it on github", "unsubscribe",
      "virus-free. www", "scanned by ", "nicht drucken", "pensez à l'environnement",
    ], by: { $0[...].firstLetters })

  private static let mailWords = [
    "correo", "courriel", "email", "mail", "mensagem", "mensaje", "message", "nachricht",
    "wiadomoś", "bericht", "communication", "transmission", "mails",
  ]
  private static let secretWords = [
    "confiden", "vertraul", "vertrouwel", "poufn", "privileg", "geheim",
  ]
  private static let recipientWords = [
    "intended", "recipient", "addressee", "unauthori", "prohibited", "disclos", "bestimmt",
    "empfänger", "adressat", "unbefugt", "irrtümlich", "destinat", "strict", "divulg", "prohib",
    "exclusiv", "ontvanger", "geadresseerde", "bestemd", "adresat", "odbiorc", "zabron",
    "przeznaczon",
  ]
  private static let scanWords = [
    "scanned", "checked", "free", "geprüft", "gepruft", "frei", "analysé", "vérifié", "libre",
    "analizado", "verificad", "gescand", "gecontroleerd", "sprawdzon", "detected", "swept",
  ]
}

extension String {
  /// Whether a word begins as one that every notice has; quick, for it is asked of every line.
  fileprivate var hasNoticeWord: Bool {
    var (word, length) = (UInt32(0), 0)
    for byte in utf8 {
      let lower = byte | 0x20
      if (97...122).contains(lower) {
        if length < 4 { word = word << 8 | UInt32(lower) }
        length += 1
        if length == 4, Self.noticeStems.contains(word) { return true }
      } else {
        (word, length) = (0, 0)
      }
    }
    return false
  }

  private static let noticeStems: [UInt32] =
    ["conf", "vert", "pouf", "priv", "viru", "anti", "malw", "gehe"].map {
      $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension Substring {
  /// The first four bytes after spaces in one number, ASCII letters in lower case.
  fileprivate var firstLetters: UInt32 {
    utf8.drop { $0 == 32 || $0 == 9 }.prefix(4).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }
}
