/// Commands that stand without a prompt: alone on a line, or with their output behind a colon.
enum BareCommand {
  /// A command and, behind a colon or an arrow, its output of one line.
  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    guard let first = text.utf8.first, text.utf8.count <= 200,
      Commands.programs.contains(isMark(first) ? text.drop(while: isMark).head : text.head)
    else { return 0 }
    if let (command, rest) = labelled(text) {
      printout.text = rest
      let count =
        command == .plain ? plain(&printout, rest.head) : command.readOutput(&printout)
      printout.text = text
      return count == 1 ? 1 : 0
    }
    return 0
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isMark(_ character: Character) -> Bool { "`* $#-".contains(character) }

  private static func plain(_ printout: inout Printout, _ head: String) -> Int {
    for reader in MachineReaders.byHead[head] ?? [] {
      let count = reader(&printout)
      if count > 0 { return count }
    }
    return 0
  }

  /// `uname -m: aarch64`, `` `cat /etc/debian_version` -> 12.5 ``
  private static func labelled(_ text: Substring) -> (OutputOf, Substring)? {
    for sign in [": ", " -> ", " → ", " => ", " = "] {
      guard let range = text.place(of: sign) else { continue }
      let command = text[..<range.lowerBound].drop(while: isMark).prefix { $0 != "`" }
      guard command.utf8.count <= 60, let output = OutputOf(command: command),
        output != .plain || command.contains(" ")
      else { continue }
      let rest = text[range.upperBound...].drop(while: isMark)
      return (output, rest.last == "`" ? rest.dropLast() : rest)
    }
    return nil
  }

  /// The command in a line that leads to its output: `uname -m`, `lsb_release -a says`,
  /// `The output of "cat /etc/debian_version":`.
  static func introduced(by text: Substring) -> OutputOf? {
    guard text.utf8.count <= 100,
      text.utf8.last == UInt8(ascii: ":") || text.utf8.contains(UInt8(ascii: "`"))
        || Commands.programs.contains(text.head)
    else { return nil }
    let quotes: Set<Character> = ["`", "*", "\"", "'", "«", "“", "„", "(", ":"]
    let line = text.split { quotes.contains($0) || $0 == ")" || $0 == "”" }
    for (at, part) in line.prefix(6).enumerated() {
      // `minio --version`: minio version …: the output stands there already.
      guard line[(at + 1)...].map({ $0.words(limit: 4).count }).reduce(0, +) <= 3 else { continue }
      if let output = OutputOf(command: part), isCommand(part) { return output }
      // `uname -m says`
      let words = part.words(limit: 4)
      if words.count == 3, let output = OutputOf(command: words[..<2].joined(separator: " ")[...]),
        isCommand(part)
      {
        return output
      }
      for start in [" of ", " von ", " de ", " from "] {
        if let range = part.place(of: start),
          let output = OutputOf(command: part[range.upperBound...])
        {
          return output
        }
      }
    }
    return nil
  }

  /// `date` and `locale` are words too; a command has an argument or a name of its own.
  private static func isCommand(_ part: Substring) -> Bool {
    let words = part.words(limit: 8)
    guard part.utf8.allSatisfy({ !(65...90).contains($0) || words.count > 1 }) else { return false }
    return words.count > 1 ? words[1].contains { "-/".contains($0) } : ownNames.contains(words[0])
  }

  private static let ownNames: Set<Substring> = [
    "lsb_release", "hostnamectl", "timedatectl", "localectl", "systeminfo", "oslevel", "sw_vers",
    "winver", "freebsd-version",
  ]
}
