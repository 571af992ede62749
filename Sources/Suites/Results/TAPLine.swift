/// One line of a TAP stream (testanything.org, versions 12 to 14).
enum TAPLine: Equatable {
  case version
  case plan(last: Int, skip: String?)
  case test(ok: Bool, number: Int?, name: String, directive: Directive?)
  case bailOut(String)
  /// The start and the end of a block of YAML about the test before it.
  case detailBegins, detailEnds
  /// A comment, a subtest's line, or anything else that was printed.
  case other(String)

  enum Directive: Equatable {
    case skip(String)
    case todo(String)
  }

  init(_ line: String) {
    let text = line.hasSuffix("\r") ? String(line.dropLast()) : line
    if text.hasPrefix("TAP version ") {
      self = .version
    } else if let reason = text.after("Bail out!") {
      self = .bailOut(reason)
    } else if let plan = Self.plan(text) {
      self = plan
    } else if let rest = text.after("not ok") {
      self = Self.test(ok: false, rest) ?? .other(text)
    } else if let rest = text.after("ok") {
      self = Self.test(ok: true, rest) ?? .other(text)
    } else if text == "  ---" {
      self = .detailBegins
    } else if text == "  ..." {
      self = .detailEnds
    } else {
      self = .other(text)
    }
  }

  private static func plan(_ text: String) -> TAPLine? {
    guard let rest = text.after("1..") else { return nil }
    let (body, directive) = split(rest)
    guard let last = Int(body), last >= 0 else { return nil }
    if case .skip(let why) = directive { return .plan(last: last, skip: why) }
    return .plan(last: last, skip: last == 0 ? "" : nil)
  }

  private static func test(ok: Bool, _ rest: String) -> TAPLine? {
    // "okay" and "ok-ish" are not test lines.
    guard rest.isEmpty || rest.first == " " else { return nil }
    let (body, directive) = split(rest)
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let number = Int(digits)
    guard digits.isEmpty || number != nil else { return nil }
    var name = body.dropFirst(digits.count).drop { $0 == " " }
    if name.hasPrefix("- ") { name = name.dropFirst(2) }
    let unescaped = String(name).replacing("\\#", with: "#").replacing("\\\\", with: "\\")
    return .test(ok: ok, number: number, name: unescaped, directive: directive)
  }

  /// The text before an unescaped ` #`, and the directive after it.
  private static func split(_ text: String) -> (String, Directive?) {
    let trimmed = text.drop { $0 == " " }
    var from = trimmed.startIndex
    while let hash = trimmed[from...].firstIndex(of: "#") {
      let after = trimmed[trimmed.index(after: hash)...].drop { $0 == " " }
      let before = trimmed[..<hash]
      if !before.hasSuffix("\\"), let directive = directive(String(after)) {
        return (before.trimmingSuffix(while: { $0 == " " }), directive)
      }
      from = trimmed.index(after: hash)
    }
    return (trimmed.trimmingSuffix(while: { $0 == " " }), nil)
  }

  private static func directive(_ text: String) -> Directive? {
    let word = text.prefix { $0.isLetter }.lowercased()
    let reason = text.dropFirst(word.count).drop { $0 == " " || $0 == ":" }
    if word.hasPrefix("skip") { return .skip(String(reason)) }
    return word == "todo" ? .todo(String(reason)) : nil
  }
}

extension String {
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix)
      ? String(dropFirst(prefix.count).drop { $0 == " " && prefix.hasSuffix("!") })
      : nil
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var rest = self
    while let last = rest.last, condition(last) { rest.removeLast() }
    return String(rest)
  }
}
