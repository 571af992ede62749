/// Text of the Atlassian Document Format, Jira's rich text as JSON.
enum JiraDocument {
  static func text(_ document: JSONValue) -> String {
    var writer = Writer()
    writer.write(document, depth: 0)
    return writer.text
  }

  private struct Writer {
    var text = ""
    private var prefix = ""

    /// JSON's depth is bounded already.
    mutating func write(_ node: JSONValue, depth: Int) {
      let type = node["type"]?.text ?? ""
      switch type {
      case "text": add(node)
      case "hardBreak": text += "\n" + prefix
      case "mention", "emoji", "status", "date":
        text += node["attrs"]?["text"]?.text ?? ""
      case "paragraph", "heading", "codeBlock":
        children(node, depth)
        text += "\n" + prefix
      case "blockquote":
        let outer = prefix
        prefix += "> "
        text += "> "
        children(node, depth)
        prefix = outer
        endQuote()
      case "listItem":
        text += "- "
        children(node, depth)
      case "tableRow":
        for (index, cell) in (node["content"]?.items ?? []).enumerated() {
          if index > 0 { text += index == 1 && node["content"]?.items?.count == 2 ? ": " : " | " }
          var inner = Writer()
          inner.children(cell, depth)
          text += inner.text.split(separator: "\n").joined(separator: " ")
        }
        text += "\n" + prefix
      default: children(node, depth)
      }
    }

    mutating func children(_ node: JSONValue, _ depth: Int) {
      for child in node["content"]?.items ?? [] { write(child, depth: depth + 1) }
    }

    private mutating func add(_ node: JSONValue) {
      let isStruck = node["marks"]?.items?.contains { $0["type"]?.text == "strike" } == true
      guard !isStruck, case .string(let words)? = node["text"] else { return }
      text += words.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + prefix)
    }

    /// The mark that was begun for a line that did not come.
    private mutating func endQuote() {
      while text.hasSuffix("> ") { text.removeLast(2) }
    }
  }
}
