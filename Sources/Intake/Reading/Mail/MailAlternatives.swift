/// Chooses of a mail's alternatives the one to read.
enum MailAlternatives {
  /// The plain text, unless it is empty or only says that there is HTML.
  static func choose(_ alternatives: [[MailPart]]) -> [MailPart] {
    let plain = alternatives.first { bytes(of: $0, isHTML: false) != nil }
    let html = alternatives.first { bytes(of: $0, isHTML: true) != nil }
    guard let html else { return plain ?? alternatives.last ?? [] }
    let words = plain.flatMap { bytes(of: $0, isHTML: false) } ?? []
    let filled = words.count { $0 > 32 }
    let text = String(decoding: words.prefix(400), as: UTF8.self).lowercased()
    let isExcuse = filled < 300 && text.contains("html") && !text.contains("version")
    // Calendar entries and other siblings of the text stay.
    let rest = alternatives.filter {
      bytes(of: $0, isHTML: false) == nil && bytes(of: $0, isHTML: true) == nil
    }
    return (filled == 0 || isExcuse ? html : plain ?? html) + rest.flatMap { $0 }
  }

  private static func bytes(of parts: [MailPart], isHTML wanted: Bool) -> [UInt8]? {
    for part in parts {
      if case .text(let bytes, _, let isHTML, _) = part.content, isHTML == wanted { return bytes }
    }
    return nil
  }
}
