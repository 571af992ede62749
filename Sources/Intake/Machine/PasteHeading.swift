/// What stands above a paste, as far as it tells whose machine printed it.
struct PasteHeading {
  /// Of the heading of a section, until the next one.
  private var section = PrintedMachine.Role.unknown
  private var lead = PrintedMachine.Role.unknown
  /// `## db-07`
  private(set) var host: String?
  /// A line that only leads in: `On the jump host:`; it says no more where the paste is gone.
  private(set) var leadIndex: Int?
  /// The lines of the paragraph so far.
  private var paragraph: Substring = ""

  var role: PrintedMachine.Role { lead == .unknown ? section : lead }

  /// Takes in a line of words.
  mutating func read(_ text: Substring, at index: Int? = nil) {
    leadIndex = nil
    if let first = text.utf8.first, "#=-".utf8.contains(first) {
      section = MachineHeading.role(of: text)
      host = Self.host(in: text)
      (lead, paragraph) = (.unknown, "")
      return
    }
    // A sentence of several lines leads in by its last one.
    paragraph = paragraph.utf8.count > 300 ? text : paragraph + " " + text
    lead = MachineHeading.role(of: text)
    if lead != .unknown, text.utf8.count <= 60, paragraph.utf8.count <= text.utf8.count + 1 {
      leadIndex = index
    }
    if lead == .unknown { lead = MachineHeading.role(of: paragraph.trimmedSpace) }
  }

  /// A heading of one word with a number in it.
  private static func host(in text: Substring) -> String? {
    let words = text.split { " #=*:".contains($0) }.filter { $0.contains { $0 != "-" } }
    guard words.count == 1, words[0].contains(where: \.isNumber) else { return nil }
    return PrintedMachine.host(words[0])
  }

  mutating func endParagraph() { paragraph = "" }

  /// `Client:` alone, `# on the client`, between a machine's own lines.
  static func isMarked(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 60,
      text.utf8.last == UInt8(ascii: ":") || "#=-".utf8.contains(first)
    else { return false }
    return MachineHeading.role(of: text) != .unknown
  }

  static func isFence(_ text: Substring) -> Bool {
    text.starts("```") || text.starts("~~~") || text.starts("{code") || text.starts("{noformat")
  }
}
