/// What a line looks like, apart from its words.
struct LineShape {
  /// `- `, `* `, `1. `, `[x] `: an item of a list.
  var isItem = false
  /// `#`, or nothing but bold words.
  var isHeading = false
  var isTableRow = false
  /// A rule, a fence or the line under a table's head.
  var isRule = false
  /// Begins or ends code.
  var isFence = false

  init(_ text: some StringProtocol) {
    let body = text.drop { $0.isWhitespace || $0 == ">" }
    guard let first = body.utf8.first else { return }
    if body.hasPrefix("```") || body.hasPrefix("~~~") || body.hasPrefix("{code")
      || body.hasPrefix("{noformat")
    {
      isFence = body.dropFirst(3).firstIndex(of: "`") == nil
      isRule = isFence
      if isFence { return }
    }
    switch first {
    case UInt8(ascii: "#"): isHeading = true
    case UInt8(ascii: "|"): isTableRow = true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      if !body.utf8.contains(where: {
        ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 >= 0x80 || (48...57).contains($0)
      }) {
        isRule = true
      } else if body.hasPrefix("**") || body.hasPrefix("__") {
        let trimmed = body.trimmed
        isHeading =
          trimmed.hasSuffix("**") || trimmed.hasSuffix("__") || trimmed.hasSuffix("**:")
          || trimmed.hasSuffix(":**")
        isItem = false
      } else if first == UInt8(ascii: "*"), body.dropFirst().first?.isWhitespace == false,
        body.trimmed.hasSuffix("*") || body.trimmed.hasSuffix("*:"),
        body.trimmed.count(where: { $0 == "*" }) == 2
      {
        // Jira's `*Version*`.
        isHeading = true
      } else {
        isItem =
          body.dropFirst().first?.isWhitespace == true || body.hasPrefix("-> ")
          || body.hasPrefix("=> ")
      }
    case 0xE2: isItem = "•–—".contains(body.first ?? " ")
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = body.prefix { $0.isDigit }
      let after = body[digits.endIndex...]
      isItem = digits.count <= 2 && (after.hasPrefix(") ") || after.hasPrefix(". "))
    default: break
    }
    if isTableRow, body.utf8.allSatisfy({ "|-: +\t".utf8.contains($0) }) { isRule = true }
  }
}
