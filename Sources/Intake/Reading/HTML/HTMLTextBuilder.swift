/// Writes text while elements open and close.
final class HTMLTextBuilder {
  private var out: [UInt8] = []
  /// Bytes of the line that is being written.
  private var lineStart = 0
  private var needsSpace = false
  private var needsCell = false
  /// A term of a list of terms stands before it on the line.
  private var isAfterTerm = false
  private var quoteDepth = 0
  private var preDepth = 0
  /// The words of a label stand before it on the line.
  private var isAfterLabel = false
  /// Within a table's heading or a term.
  private var labelDepth = 0
  /// Within so many elements nothing is seen; zero outside.
  private var hiddenDepth = 0

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLTextBuilder? {
    context.map { Unmanaged<HTMLTextBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ name: String, _ attributes: HTMLAttributes) {
    let isOpen = name == "option" && !attributes.isSelected
    if hiddenDepth > 0 || attributes.isHidden || isOpen || Self.unseen.contains(name) {
      if !Self.void.contains(name) { hiddenDepth += 1 }
      return
    }
    switch name {
    // `Protocols<br><small>e.g. SFTP</small>` is one label.
    case "br" where labelDepth > 0: needsSpace = true
    case "br": breakLine(always: true)
    case "input":
      if !attributes.isBox, !attributes.field.isEmpty { endLabel() }
      add(text: attributes.field)
    case "select":
      endLabel()
      needsSpace = true
    case "label": isAfterLabel = false
    case "hr": breakLine()
    case "td", "th":
      needsCell = out.count > lineStart
      if name == "th" { labelDepth += 1 }
    case "dt":
      breakLine()
      labelDepth += 1
    case "dd" where isAfterTerm:
      isAfterTerm = false
      add(text: ": ")
    case "blockquote":
      breakLine()
      quoteDepth += 1
    case "textarea":
      endLabel()
      breakLine()
      preDepth += 1
    case "pre":
      breakLine()
      preDepth += 1
    case "li":
      breakLine()
      add(text: "- ")
    case _ where Self.blocks.contains(name): breakLine()
    default: break
    }
    if Self.paragraphs.contains(name) { blankLine() }
  }

  func end(_ name: String) {
    if hiddenDepth > 0 {
      if !Self.void.contains(name) { hiddenDepth -= 1 }
      return
    }
    switch name {
    case "blockquote":
      breakLine()
      quoteDepth = max(quoteDepth - 1, 0)
    case "pre", "textarea":
      breakLine()
      preDepth = max(preDepth - 1, 0)
    case "td", "th":
      needsSpace = true
      if name == "th" { labelDepth = max(labelDepth - 1, 0) }
    case "label": isAfterLabel = out.count > lineStart
    case "legend":
      isAfterLabel = out.count > lineStart
      endLabel()
      breakLine()
    case "dt":
      isAfterTerm = out.count > lineStart
      labelDepth = max(labelDepth - 1, 0)
    case _ where Self.blocks.contains(name): breakLine()
    default: break
    }
    if Self.paragraphs.contains(name) { blankLine() }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard hiddenDepth == 0 else { return }
    for byte in bytes {
      if preDepth > 0, byte == 10 || byte == 13 {
        if byte == 10 { breakLine(always: true) }
      } else if preDepth > 0, byte == 32 || byte == 9 {
        beginLine()
        out.append(byte)
      } else if byte <= 32 {
        // Also whatever control somebody sent.
        needsSpace = true
      } else {
        append(byte)
      }
    }
  }

  func finish() -> [UInt8] {
    breakLine()
    return out
  }

  /// `<label>Version</label> <input value="3.0">` is `Version: 3.0`.
  private func endLabel() {
    if isAfterLabel, let last = out.last, !":?=*".utf8.contains(last) {
      out.append(UInt8(ascii: ":"))
      needsSpace = true
    }
    isAfterLabel = false
  }

  private func add(text: String) {
    for byte in text.utf8 { if byte == 32 { needsSpace = true } else { append(byte) } }
  }

  private func append(_ byte: UInt8) {
    if out.count == lineStart {
      beginLine()
    } else if needsCell {
      out.append(Self.cellMark)
    } else if needsSpace {
      out.append(32)
    }
    (needsSpace, needsCell) = (false, false)
    out.append(byte)
  }

  private func beginLine() {
    guard out.count == lineStart, quoteDepth > 0 else { return }
    for _ in 0..<min(quoteDepth, 100) { out += [UInt8(ascii: ">"), 32] }
  }

  private func breakLine(always: Bool = false) {
    if out.count > lineStart || always {
      if out.count == lineStart { beginLine() }
      partCells()
      out.append(10)
      lineStart = out.count
    }
    (needsSpace, needsCell) = (false, false)
  }

  private func blankLine() {
    guard out.count == lineStart, out.count >= 2, !out.suffix(2).elementsEqual([10, 10]) else {
      return
    }
    out.append(10)
    lineStart = out.count
  }

  /// Stands between cells until the row's end tells how many there are; no text has it.
  private static let cellMark: UInt8 = 0x1F

  /// A row of two cells is a label and its value; in longer ones a bar parts the cells.
  private func partCells() {
    let marks = out[lineStart...].indices.filter { out[$0] == Self.cellMark }
    for mark in marks.reversed() {
      let isPair = marks.count == 1
      // Also behind a box that stands before its words.
      let isLabelled =
        mark > lineStart
        && (":?=".utf8.contains(out[mark - 1])
          || mark - lineStart == 3 && "])".utf8.contains(out[mark - 1]))
      let between = !isPair ? " | " : isLabelled ? " " : ": "
      out.replaceSubrange(mark...mark, with: between.utf8)
    }
  }

  private static let unseen: Set<String> = [
    "head", "script", "style", "template", "noscript", "title", "del", "s", "strike", "object",
    "svg", "iframe", "button", "nav", "footer",
  ]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol",
  ]
  private static let blocks: Set<String> = [
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "legend", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "html",
    "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
    "ul",
  ]
}
