/// What an operating system became, and what stands behind its version.
extension PassageReader {
  /// `our Ubuntu server to the newest LTS, 22.04`, `Ubuntu went from 20.04 to 22.04`
  func became(_ id: String, from start: Int) -> (Int, String)? {
    guard let end = bearing.sentence(of: start)?.range.upperBound else { return nil }
    let near = start..<max(start, min(start + 10, end))
    guard
      let to = near.last(where: { ["to", "auf", "naar", "na", "vers"].contains(tokens[$0].key) }),
      !near.contains(where: { mention(at: $0)?.ownsVersions == true })
    else { return nil }
    for at in to + 1..<max(to + 1, min(to + 5, end)) {
      if let version = version(at, of: id), version.contains(".") || id == "debian" {
        return (at, version)
      }
    }
    return nil
  }

  /// `2012 R2`, `11 23H2`, `11 Pro 23H2`.
  func takeSuffix(_ id: inout String, _ versions: inout [String], _ range: inout Range<Int>) {
    guard id.hasPrefix("windows") else { return }
    for at in range.upperBound..<min(range.upperBound + 4, tokens.count) {
      let word = tokens[at].text.uppercased()
      // `Windows 11, Version 23H2`
      let isSaid = LabelWords.versionWords.contains(tokens[at].key)
      if tokens[at].gap.has([.comma, .semicolon, .slash]), !isSaid { return }
      let isHalfYear =
        word.utf8.count == 4 && word.first?.isDigit == true
        && (["H1", "H2"].contains(word.suffix(2))
          || versions == ["10"]
            && [
              "1507", "1511", "1607", "1703", "1709", "1803", "1809", "1903", "1909", "2004",
              "2009",
            ].contains(word))
      if word == "R2" || isHalfYear {
        versions[0] += " " + word
        range = range.lowerBound..<at + 1
        return
      }
      guard OSNames.between.contains(tokens[at].key) || tokens[at].gap.contains(.open) else {
        return
      }
    }
  }

  /// `13.1 -> 13.2-RELEASE`: what it became.
  func takeChange(_ id: String, _ versions: inout [String], _ range: inout Range<Int>) {
    var at = range.upperBound
    if at + 1 < tokens.count,
      ["to", "do", "auf", "naar", "na", "para", "vers", "a"].contains(tokens[at].key)
    {
      at += 1
    } else {
      guard at < tokens.count, tokens[at].gap.contains(.arrow) else { return }
    }
    guard let later = version(at, of: id), !tokens[at].gap.has([.comma, .period]) else { return }
    versions = [later]
    range = range.lowerBound..<at + 1
  }

  /// `7/8`, `11 or 12`.
  func takeAlternatives(_ id: String, _ versions: inout [String], _ range: inout Range<Int>) {
    while range.upperBound < tokens.count {
      var at = range.upperBound
      // `12.4 (21F79) and 12.6 (21G115)`
      if tokens[at].gap.contains(.open), at + 1 < tokens.count, tokens[at + 1].gap.contains(.close),
        tokens[at].text.contains(where: \.isNumber)
      {
        at += 1
      }
      let isOr = [
        "or", "oder", "ou", "o", "of", "lub", "albo", "eller", "nebo", "and", "und", "et", "y", "e",
        "en", "i",
      ].contains(tokens[at].key)
      let place = isOr ? at + 1 : at
      guard place < tokens.count, isOr || tokens[at].gap.contains(.slash),
        let other = version(place, of: id), !tokens[place].gap.has([.comma, .period])
      else { return }
      if !versions.contains(other) { versions.append(other) }
      range = range.lowerBound..<place + 1
    }
  }
}
