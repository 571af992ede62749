extension String {
  /// The text fit for a terminal and one line: control characters (escape sequences, line ends,
  /// bidirectional overrides) become `\u{..}`, and it is cut to `limit` characters.
  public func printable(limit: Int = 200) -> String {
    // Nearly all text is this, and a list has a lot of it.
    if utf8.count <= limit, isPrintableASCII { return self }
    var out = ""
    var count = 0
    for scalar in unicodeScalars {
      if count >= limit { return out + "…" }
      count += 1
      out += scalar.isHarmless ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return out
  }

  /// Whether every byte is a visible ASCII character or a space: one column each on a terminal.
  public var isPrintableASCII: Bool {
    let whole = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    }
    return whole ?? utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// The text fit for a terminal, line ends and tabs kept, every other control character removed.
  public func withoutControls() -> String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.isHarmless || $0 == "\n" || $0 == "\t" }))
  }
}

extension Unicode.Scalar {
  /// Neither a control, a format control such as a bidirectional override, nor a line separator.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    case .format: value == 0x200D || value == 0x00AD
    default: true
    }
  }
}
