/// Names of software that nobody knows, before a version.
extension PassageReader {
  /// `Foo Server 7.2`: one to three capitalised words right before the version.
  func unknownName(before index: Int) -> Range<Int>? {
    // `EDT 2020`
    if let year = Int(tokens[index].text), (1990...2035).contains(year), !passage.has(.product),
      !passage.has(.version)
    {
      return nil
    }
    var at = index - 1
    while at >= 0, LabelWords.versionWords.contains(tokens[at].key), at > index - 3 {
      at -= 1
    }
    let end = at + 1
    if passage.label.isPair, end == passage.labelCount, index == end, (1...2).contains(end),
      tokens[..<end].allSatisfy({
        !$0.text.contains("_") && !$0.gap.contains(.quote) && !$0.key.contains("version")
          && !LabelWords.generic.contains($0.key)
          && !ProductWords.noNames.contains($0.key) && !Cues.corrections.contains($0.key)
      }),
      !mentions.contains(where: { $0.range.lowerBound < end && $0.protocols.isEmpty })
    {
      return 0..<end
    }
    while at >= 0, end - at <= 3, isNameWord(at), mention(at: at) == nil { at -= 1 }
    // `the provider says 2.5.13`
    if end > 0, end > at + 1, ProductWords.statements.contains(tokens[end - 1].key) { return nil }
    var range = at + 1..<end
    // `prodotto AcmeMFT 5.0.3`
    while range.count > 1, !tokens[range.lowerBound].isCapital, !passage.has(.product),
      // `acme-ferry-8.5.6`
      tokens[range.lowerBound + 1].gap != .hyphen
    {
      range = range.lowerBound + 1..<end
    }
    // `Kollege hat gestern 8.2.0`
    if range.count > 1, !passage.has(.product),
      tokens[range].contains(where: { !$0.isCapital && $0.key != "server" })
    {
      return nil
    }
    guard !range.isEmpty,
      tokens[range.lowerBound].isCapital || passage.has(.product)
        || passage.has(.version) && passage.isAnswer && range.lowerBound == 0,
      tokens[index].gap.isSubset(of: [.space, .hyphen, .colon, .open, .line, .slash]),
      !tokens[range].allSatisfy({ ProductWords.noNames.contains($0.key) }),
      !ProductWords.noNames.contains(tokens[range.upperBound - 1].key)
        || tokens[range.upperBound - 1].key == "server" && range.count > 1
    else { return nil }
    return range
  }

  func isNameWord(_ at: Int) -> Bool {
    let token = tokens[at]
    let isNext =
      at + 1 >= tokens.count
      || tokens[at + 1].gap.isSubset(of: [.space, .hyphen, .colon, .open, .line])
      || LabelWords.versionWords.contains(tokens[at + 1].key)
        && tokens[at + 1].gap.isSubset(of: [.space, .dash])
      || VersionText.product(tokens[at + 1].text) != nil
    if Cues.corrections.contains(token.key) || token.text.count < 2 { return false }
    return token.text.first?.isLetter == true
      && token.text.allSatisfy { $0.isLetter || $0.isNumber }
      && isNext && !Cues.none.contains(token.key) && !Cues.not.contains(token.key)
      && !Cues.doubts.contains(token.key) && !Cues.formers.contains(token.key)
      && !Cues.nows.contains(token.key)
      && !ProductWords.noNames.contains(token.key) || token.key == "server"
  }
}
