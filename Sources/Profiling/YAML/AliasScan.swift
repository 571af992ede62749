/// Looks for YAML aliases in a text that has not been parsed.
enum AliasScan {
  /// The first line with an alias of an anchor, were both read as such wherever they stand.
  ///
  /// This is asked of the text because composing already hashes keys, and a key that is an alias
  /// of nested aliases takes time exponential in the size of the text. Afterwards it cannot be
  /// asked: composing puts the anchored value itself in the place of an alias.
  static func first(in yaml: String) -> (name: String, line: Int)? {
    let anchors = Set(marked(UInt8(ascii: "&"), in: yaml).map(\.name))
    return anchors.isEmpty
      ? nil : marked(UInt8(ascii: "*"), in: yaml).first { anchors.contains($0.name) }
  }

  private static func marked(_ sign: UInt8, in yaml: String) -> [(name: String, line: Int)] {
    var found: [(name: String, line: Int)] = []
    var (line, before, name) = (1, UInt8(ascii: "\n"), [UInt8]?.none)
    for byte in Array(yaml.utf8) + [UInt8(ascii: "\n")] {
      if let begun = name {
        if byte.isAnchorCharacter {
          name?.append(byte)
        } else {
          if !begun.isEmpty { found.append((String(decoding: begun, as: UTF8.self), line)) }
          name = nil
        }
      }
      if name == nil, byte == sign, !before.isAnchorCharacter { name = [] }
      if byte == UInt8(ascii: "\n") { line += 1 }
      before = byte
    }
    return found
  }
}

extension UInt8 {
  /// libyaml's set: an ASCII letter or digit, `_` or `-`.
  fileprivate var isAnchorCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
