import CaseModel

/// Who says a line.
enum Voice {
  case customer
  /// Our own side: an agent in a chat, the questions of a follow-up mail.
  case support
  /// Nobody's answer: signatures, disclaimers, mail headers, comments of an issue form.
  case boilerplate
}

/// One line of a ticket.
struct Line {
  var file: String
  /// 1-based.
  var number: Int
  var voice = Voice.customer
  /// How many quote marks stand before it.
  var depth = 0
  /// Orders what the ticket says in time, over all files: quoted text is earlier than the reply.
  var message = 0
  /// Without controls.
  var text: String
  /// How sure its characters are.
  var confidence = 1.0
  /// Of a mail that somebody else had written to the customer.
  var isForwarded = false
  /// As it is in the file, where `text` says it in other words.
  var written: String?
  /// A rule stands below it, so that it is a heading.
  var isUnderlined = false
  /// Where the answer begins, after quote marks, bullets, numbering and the question.
  var start: String.Index?

  /// The part of it that may be an answer.
  var body: Substring { start.map { text[$0...] } ?? text.afterMarks }
  var isBlank: Bool {
    let body = body
    var isASCII = true
    for byte in body.utf8 {
      if byte.isWord { return false }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII || !body.contains { $0.isWordCharacter }
  }

  func evidence(confidence: Double = 1) -> InstallationDetail.Evidence {
    .init(
      file: file.printable(limit: 200), line: number,
      text: (written ?? text).trimmed.replacing("\t", with: " ").printable(limit: 300),
      confidence: confidence * self.confidence)
  }
}

extension StringProtocol {
  var trimmed: String {
    let from = firstIndex { !$0.isWhitespace } ?? endIndex
    let to = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? endIndex
    return from < to ? String(self[from..<to]) : ""
  }
}

extension String {
  /// Without leading quote marks, bullets, emphasis and numbering: `> 1) **Product` is `Product`.
  var afterMarks: Substring {
    if let rest = afterASCIIMarks { return rest }
    var rest = self[...]
    while true {
      rest = rest.drop { $0.isWhitespace || ">|*•·#_`".contains($0) }
      if let bullet = rest.first, "-+–—".contains(bullet),
        rest.dropFirst().first?.isWhitespace != false
      {
        rest = rest.dropFirst()
      } else if let number = rest.numbering {
        rest = rest[number...]
      } else {
        return rest
      }
    }
  }
}

extension String {
  /// The same by bytes, since every line is asked for it often; nil near what is no ASCII.
  fileprivate var afterASCIIMarks: Substring? {
    let bytes = utf8
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let next = bytes.index(after: place)
      let following = next < bytes.endIndex ? bytes[next] : UInt8(ascii: " ")
      guard byte < 0x80, following < 0x80 else { return nil }
      if byte.isBlank || Self.marks.contains(byte)
        || (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && following.isBlank
      {
        place = next
        continue
      }
      guard byte.isWord || byte == UInt8(ascii: "(") else { break }
      let start = bytes[place...].prefix(5)
      if start.contains(where: { $0 >= 0x80 }) { return nil }
      guard start.dropFirst().contains(where: { ").:".utf8.contains($0) }),
        let number = self[place...].numbering
      else { break }
      place = number
    }
    return self[place...]
  }

  private static let marks = Array(">|*#_`".utf8)
}

extension UInt8 {
  /// An ASCII letter or digit.
  var isWord: Bool { (48...57).contains(self) || (97...122).contains(self | 0x20) }
  var isASCIICapital: Bool { (65...90).contains(self) }
  /// ASCII white space.
  var isBlank: Bool { self == 32 || (9...13).contains(self) }
}

extension Substring {
  /// Where the text after `1.`, `1)`, `(1)`, `a)`, `Q1:` or `A:` begins; nil without such a mark.
  fileprivate var numbering: Index? {
    var place = startIndex
    let isOpen = first == "("
    if isOpen { place = index(after: place) }
    let marked = self[place...].prefix { $0.isWordCharacter }
    guard marked.endIndex < endIndex, (1...3).contains(marked.count) else { return nil }
    let sign = self[marked.endIndex]
    let after = index(after: marked.endIndex)
    let isNumber = marked.allSatisfy { $0.isASCII && $0.isNumber }
    let isLetter = marked.count == 1 && marked.allSatisfy { $0.isASCII && $0.isLetter }
    let isAnswer = "QAqa".contains(marked.first ?? " ") && marked.dropFirst().allSatisfy(\.isNumber)
    let spaced = after == endIndex || self[after].isWhitespace
    switch sign {
    case ")" where isNumber || isLetter: return after
    case "." where isNumber && spaced && !isOpen: return after
    case ":" where isAnswer && spaced && !isOpen: return after
    default: return nil
    }
  }
}
