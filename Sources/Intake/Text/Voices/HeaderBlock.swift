/// A mail's header as programs write it into the text: `From: … Sent: … To: … Subject: …`.
struct HeaderBlock {
  enum Field { case from, date, to, subject }

  var range: Range<Int>
  var fields: [Int: Field]
  /// What stands behind `From:`.
  var from: String?
  /// What stands behind `To:`.
  var to: String?

  /// The block that begins with this line; one that opens a text may be as short as a subject.
  static func find(in lines: [Line], at start: Int, opensText: Bool) -> HeaderBlock? {
    guard let first = field(lines[start]), opensText || first.field == .from else { return nil }
    var block = HeaderBlock(range: start..<start, fields: [:])
    var index = start
    var previous: Field?
    while index < lines.count, index - start < 20, lines[index].depth == lines[start].depth {
      if let (name, value) = field(lines[index]) {
        block.fields[index] = name
        if name == .from, block.from == nil { block.from = value }
        if name == .to, block.to == nil { block.to = value }
        previous = name
      } else if previous == .to, lines[index].text.utf8.contains(where: { $0 == 64 || $0 == 59 }) {
        // More recipients, wrapped.
      } else {
        break
      }
      index += 1
    }
    block.range = start..<index
    return block.isConvincing(opensText) ? block : nil
  }

  private func isConvincing(_ opensText: Bool) -> Bool {
    let found = fields.values
    if found.contains(.from) {
      return found.contains(.subject) || found.contains(.date) || from?.contains("@") == true
    }
    return opensText && found.contains(.subject)
  }

  private static func field(_ line: Line) -> (field: Field, value: String)? {
    let text = line.unquoted
    guard let colon = text.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = text[..<colon].filter { $0 != "*" && $0 != "_" }.trimmed.lowercased()
    guard let field = labels[label] else { return nil }
    return (field, text[text.utf8.index(after: colon)...].drop { "* \t".contains($0) }.trimmed)
  }

  private static let labels: [String: Field] = [
    "from": .from, "von": .from, "de": .from, "van": .from, "od": .from, "da": .from,
    "expéditeur": .from, "remitente": .from, "absender": .from,
    "sent": .date, "date": .date, "gesendet": .date, "datum": .date, "envoyé": .date,
    "enviado": .date, "enviado el": .date, "fecha": .date, "enviada em": .date, "enviada": .date,
    "data": .date, "verzonden": .date, "wysłano": .date, "wyslano": .date, "inviato": .date,
    "to": .to, "an": .to, "à": .to, "para": .to, "aan": .to, "do": .to, "cc": .to, "kopie": .to,
    "bcc": .to, "reply-to": .to, "importance": .to, "priority": .to, "attachments": .to,
    "anlagen": .to, "wichtigkeit": .to, "dw": .to, "organization": .to,
    "subject": .subject, "betreff": .subject, "objet": .subject, "asunto": .subject,
    "assunto": .subject, "onderwerp": .subject, "temat": .subject, "oggetto": .subject,
  ]
}
