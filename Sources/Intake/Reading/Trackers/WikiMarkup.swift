/// Text of Jira's and Trac's wiki markup: blocks become fences and quotes, tables labels.
enum WikiMarkup {
  static func text(_ wiki: String) -> String {
    var (isQuoted, isCode) = (false, false)
    var out: [String] = []
    for line in wiki.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bare = line.trimmed
      if let fence = fence(bare) {
        isCode = fence == .either ? !isCode : fence == .open
        // Text may follow on the same line.
        out.append("```")
        let rest = withoutFence(bare)
        if !rest.isEmpty { out.append(rest) }
      } else if bare == "{quote}" {
        isQuoted.toggle()
      } else if isCode {
        out.append(String(line))
      } else {
        out.append((isQuoted ? "> " : "") + inline(String(line)))
      }
    }
    return out.joined(separator: "\n")
  }

  private enum Fence { case open, close, either }

  private static func fence(_ bare: String) -> Fence? {
    if bare.hasPrefix("{{{"), !bare.contains("}}}") { return .open }
    if bare == "}}}" { return .close }
    guard bare.hasPrefix("{code") || bare.hasPrefix("{noformat") else { return nil }
    // `{code}x{code}` opens and closes.
    return bare.dropFirst(2).contains("{code}") ? nil : .either
  }

  private static func withoutFence(_ bare: String) -> String {
    if bare.hasPrefix("{{{") {
      return bare.dropFirst(3).trimmed.hasPrefix("#!") ? "" : bare.dropFirst(3).trimmed
    }
    guard let close = bare.firstIndex(of: "}") else { return "" }
    return bare == "}}}" ? "" : bare[bare.index(after: close)...].trimmed
  }

  private static func inline(_ line: String) -> String {
    var text = line
    for macro in [
      "{code}", "{noformat}", "{quote}", "{color}", "{panel}", "{{{", "}}}", "{{", "}}",
    ] {
      text = text.replacing(macro, with: "")
    }
    text = text.replacing(/\{(color|panel|code|noformat):[^}]{0,80}\}/, with: "")
    // `[words|https://…]` reads as its words.
    text = text.replacing(/\[([^|\]\[]{1,200})\|[^\]\[]{1,500}\]/) { String($0.output.1) }
    if let heading = heading(text) { return heading }
    text = text.replacing(/'''(.{1,200}?)'''/) { String($0.output.1) }
    text = text.replacing(/\*([^*\s][^*]{0,200})\*/) { String($0.output.1) }
    return row(text) ?? text
  }

  /// `h3. Version`, `=== Version ===`, and a line of bold words only.
  private static func heading(_ text: String) -> String? {
    if let match = text.prefixMatch(of: /h[1-6]\.\s+/) {
      return "## " + text[match.range.upperBound...]
    }
    if let match = text.wholeMatch(of: /\s*={1,6} (.{1,200}?) ={1,6}\s*/) {
      return "## " + match.output.1
    }
    let bold = text.wholeMatch(of: /\s*'''(.{1,80}?):?''':?\s*/)
    return (bold ?? text.wholeMatch(of: /\s*\*([^*\s][^*]{0,80}?):?\*:?\s*/)).map {
      "**" + $0.output.1 + "**"
    }
  }

  /// `||Version|4.11|` and `|| Version || 4.11 ||`
  private static func row(_ text: String) -> String? {
    guard text.trimmed.hasPrefix("||") || text.trimmed.hasPrefix("|"), text.trimmed.hasSuffix("|")
    else {
      return nil
    }
    let all = text.trimmed.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    let cells = all.filter { !$0.isEmpty }
    // `|Proxy (e.g. Squid)| |`: a field that was left empty.
    if cells.count == 1, all.count == 4, !text.trimmed.hasPrefix("||") { return "" }
    return cells.joined(separator: cells.count == 2 ? ": " : " | ")
  }
}
