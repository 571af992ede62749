import Foundation

/// A mail of text and HTML as RFC 5322 and 2046 write it, to be opened, addressed and sent.
struct MailMessage {
  var subject: String
  /// Left out unless it is an address of plain ASCII.
  var from: String?
  var date: Date
  var text: String
  var html: String

  /// Both parts are base64, so that no line of theirs is too long or looks like a boundary.
  var rendered: String {
    let boundary = "=_caselab_alternative"
    var lines = [
      // Mail programs open it as a draft: it has no recipient yet.
      "X-Unsent: 1",
      "Subject: \(Self.header(subject))",
      "Date: \(Self.date(date))",
      "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
    ]
    if let from, from.contains(/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}$/) {
      lines.insert("From: \(from)", at: 1)
    }
    for (kind, body) in [("plain", text), ("html", html)] {
      lines += [
        "", "--\(boundary)", "Content-Type: text/\(kind); charset=utf-8",
        "Content-Transfer-Encoding: base64", "", Self.base64(body),
      ]
    }
    return (lines + ["", "--\(boundary)--", ""]).joined(separator: "\r\n")
  }

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }

  /// As it is, or as encoded words (RFC 2047), each of at most 75 characters and whole characters.
  static func header(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
    guard !isPlain || text.utf8.count > 900 else { return text }
    var words: [String] = []
    var word = ""
    for character in text.unicodeScalars {
      if word.utf8.count + String(character).utf8.count > 45 {
        words.append(word)
        word = ""
      }
      word += String(character)
    }
    return (words + [word]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }

  /// `Sat, 21 Nov 2026 20:01:02 +0000`
  static func date(_ date: Date) -> String {
    date.formatted(
      .verbatim(
        """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
        \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
        \(minute: .twoDigits):\(second: .twoDigits) +0000
        """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
        calendar: Calendar(identifier: .gregorian)))
  }
}

extension FollowUpLetter {
  /// As a message file.
  ///
  /// - Parameter from: the sender's address, as far as it is one.
  public func message(from: String?, date: Date) throws -> String {
    MailMessage(subject: subject, from: from, date: date, text: text, html: try html()).rendered
  }
}
