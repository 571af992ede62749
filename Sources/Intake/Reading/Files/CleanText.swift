/// Takes out of a line what nobody sees: control sequences, bidirectional and zero-width characters.
enum CleanText {
  /// - Returns: `isSure` is false when an invisible character stood within a word, as in `1.3<ZWSP>.8`.
  static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, isSure: Bool) {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 9 }) {
      return (String(decoding: bytes, as: UTF8.self), true)
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var (out, isSure) = (String.UnicodeScalarView(), true)
    var rest = scalars[...]
    var last: Unicode.Scalar?
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" || scalar == "\u{9B}" {
        rest.dropControlSequence(after: scalar)
      } else if scalar.isBlank {
        out.append(" ")
      } else if scalar.isVisible || scalar.joins(last, rest.first) {
        out.append(scalar)
      } else if let last, let next = rest.first, last.isPartOfWord, next.isPartOfWord,
        scalar.value >= 0x80
      {
        isSure = false
      }
      last = scalar
    }
    return (String(out), isSure)
  }
}

extension Substring.UnicodeScalarView {
  /// Drops the rest of a sequence of ECMA-48: `ESC [ 3 1 m`, `ESC ] 0 ; title BEL`, `ESC ( B`.
  fileprivate mutating func dropControlSequence(after opener: Unicode.Scalar) {
    let kind = opener == "\u{9B}" ? "[" : first
    if opener != "\u{9B}", kind != nil { removeFirst() }
    switch kind {
    case "[":
      while let next = first, (0x20...0x3F).contains(next.value) { removeFirst() }
      if let final = first, (0x40...0x7E).contains(final.value) { removeFirst() }
    case "]", "P", "X", "^", "_":
      // Unended, as in a damaged file, it would swallow the line.
      guard let end = firstIndex(where: { $0 == "\u{7}" || $0 == "\u{1B}" }) else { return }
      let isST = self[end] == "\u{1B}" && self[index(after: end)...].first == "\\"
      self = self[index(end, offsetBy: isST ? 2 : 1)...]
    case "(", ")", "#", "%": if !isEmpty { removeFirst() }
    default: break
    }
  }
}

extension Unicode.Scalar {
  /// Spaces of other widths, and separators that are no line ends to an editor.
  fileprivate var isBlank: Bool {
    switch value {
    case 0xA0, 0x85, 0x0B, 0x0C, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }

  fileprivate var isVisible: Bool {
    switch value {
    case 0x20..<0x7F, 9, 0xA1...0xAC, 0xAE...0x24F: true
    case ..<0xA0, 0xAD: false
    default:
      switch properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
  }

  fileprivate var isPartOfWord: Bool { properties.isAlphabetic || (0x2D...0x39).contains(value) }

  /// The joiners that scripts and emoji need; between Latin letters and digits they only hide.
  fileprivate func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard value == 0x200C || value == 0x200D, let before, let after else { return false }
    return before.value > 0x24F && after.value > 0x24F
  }
}
