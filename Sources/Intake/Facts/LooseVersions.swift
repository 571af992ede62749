/// Versions without a name, and with a name that nobody knows.
extension PassageReader {
  /// `version 2.5.4`, `v2.5.4`, an answer that is a version only.
  mutating func readLoose(_ taken: inout Set<Int>) {
    for index in tokens.indices where !taken.contains(index) && !isUsed(index) {
      guard let text = VersionText.product(tokens[index].text), mention(at: index) == nil,
        isLooseVersion(index, text)
      else { continue }
      taken.insert(index)
      let spot = index..<index + 1
      let isElsewhere =
        bearing.isElsewhere(spot) && (!passage.isAnswer || bearing.isCorrection(spot))
      if let name = unknownName(before: index) {
        guess(name, text, index, isElsewhere)
        continue
      }
      let isClient = bearing.side(of: spot) == .client || passage.label.side == .client
      guard !isClient else {
        if passage.has(.client) || isOfClients(index) {
          claim(
            .software(name: "", version: text), at: spot, stance: versionStance(spot, spot),
            side: .client)
        }
        continue
      }
      let isPassing = isPassingVersion(index, text)
      let isSaid =
        passage.has(.version)
        || (max(0, index - 3)..<index).contains { LabelWords.versionWords.contains(tokens[$0].key) }
        || tokens[index].text.lowercased().hasPrefix("v") || bearing.isCorrection(spot)
        || isRolledBack(to: index) || endsChange(index) || hasBecome(index)
      claim(
        .product(name: passage.label.name ?? askedProduct, version: text), at: spot,
        stance: versionStance(spot, spot),
        source: isElsewhere || !isSaid || isBound(index) ? .aside : nil,
        isCorrection: bearing.isCorrection(spot) || isRolledBack(to: index) || hasBecome(index),
        isPassing: isPassing)
    }
  }

  /// `with 0.16.3 it's the same`, `keeping 0.16.3`
  func isPassingVersion(_ index: Int, _ text: String) -> Bool {
    guard index > 0, text.count(where: { $0 == "." }) >= 2, !passage.isAnswer,
      !["beta", "rc", "alpha", "dev", "nightly"].contains(where: { text.contains($0) })
    else { return false }
    return [
      "with", "on", "using", "keeping", "tried", "mit", "avec", "con", "com", "met", "z", "w",
      "tarball", "auf", "sur", "en", "op", "na",
    ].contains(tokens[index - 1].key)
  }

  mutating func guess(
    _ name: Range<Int>, _ version: String, _ index: Int, _ isElsewhere: Bool
  ) {
    let isAnswer = passage.isAnswer && (passage.has(.product) || passage.has(.version))
    let isCalled =
      name.lowerBound > 0
      && [
        "product", "prodotto", "urun", "software", "produkt", "produit", "producto", "produto",
        "application",
        "anwendung", "logiciel", "called", "named",
      ].contains(tokens[name.lowerBound - 1].key)
    let text = Folding.key(self.text(of: name))
    guard text.utf8.count <= 60, !isLegal else { return }
    claim(
      .product(name: text, version: version), at: name.lowerBound..<index + 1,
      stance: versionStance(index..<index + 1, name),
      source: isAnswer && !passage.label.isPair
        ? .answer : isCalled && !isElsewhere ? .sentence : .aside)
  }

  func isLooseVersion(_ index: Int, _ text: String) -> Bool {
    let isAsked = passage.isAnswer && passage.has(.version)
    // `Reverse Proxy Version: 1.24.0`
    if passage.label.isNamed, !passage.has(.version), index >= passage.labelCount { return false }
    if isUnit(index) || isBuild(index) || isYear(index) { return false }
    // `2023.0.6 (15.0.6)`: the same, counted otherwise.
    if index > 0, tokens[index].gap.contains(.open), tokens[index - 1].isVersionLike,
      tokens[index - 1].text.contains(".")
    {
      return false
    }
    // `10.5.23-MariaDB` is of what stands behind.
    if index + 1 < tokens.count, tokens[index + 1].gap == .hyphen,
      mention(at: index + 1)?.product != nil
    {
      return false
    }
    // `Client version: 1.6.3 build 3721`
    if passage.has(.client), passage.isAnswer, !isAsked, index == passage.labelCount {
      return text.contains(".")
    }
    if tokens[index].gap.has([.slash]), index > 0, !isAsked { return false }
    if tokens[index].gap.contains(.equals), index > passage.labelCount, !isAsked { return false }
    if index > 0,
      tokens[index - 1].key == "\u{1}url" || self.mention(at: index - 1)?.isComponent == true
    {
      return false
    }
    if isAsked {
      let isFirst =
        !(0..<index).contains { VersionText.product(tokens[$0].text) != nil && !isUsed($0) }
        || bearing.sentence(of: index)?.range.count ?? 0 <= 8
      return (isFirst || text.contains(".")) && !ownedByOther(index)
    }
    guard
      text.contains(".") || tokens[index].text.lowercased().hasPrefix("v")
        || index > 0 && LabelWords.versionWords.contains(tokens[index - 1].key)
    else { return false }
    let said =
      (max(0, index - 3)..<index).contains { LabelWords.versionWords.contains(tokens[$0].key) }
      || tokens[index].text.lowercased().hasPrefix("v")
    if unknownName(before: index) != nil { return true }
    if text.count(where: { $0 == "." }) >= 2, isOfClients(index) { return true }
    if endsChange(index) || hasBecome(index), !ownedByOther(index) { return true }
    if !said, opensSentence(index), tokens[index].text == text,
      text.count(where: { $0 == "." }) >= 2, !ownedByOther(index)
    {
      return true
    }
    if !said, index > 0, ProductWords.statements.contains(tokens[index - 1].key),
      text.count(where: { $0 == "." }) >= 2 || text.last?.isLetter == true,
      !ownedByOther(index), !isFromDate(index), Int(text.prefix { $0.isDigit }) ?? 0 < 1990
    {
      return true
    }
    if isPassingVersion(index, text), !ownedByOther(index), !isFromDate(index) { return true }
    return (said || bearing.isCorrection(index..<index + 1) && text.contains("."))
      && !ownedByOther(index)
  }

  /// `Clients are 9.0.7 on Windows 11`, `the desktop client 5.2.1`
  private func isOfClients(_ index: Int) -> Bool {
    let start = max(bearing.clause(of: index).lowerBound, index - 3)
    return (start..<index).contains { LabelWords.clientWords.contains(tokens[$0].key) }
      && (start..<index).allSatisfy {
        LabelWords.clientWords.contains(tokens[$0].key)
          || ProductWords.between.contains(tokens[$0].key)
          || ProductWords.articles.contains(tokens[$0].key)
          || ["are", "sind", "sont", "son", "sao", "zijn", "sa"].contains(tokens[$0].key)
      }
  }

  /// `1.5 build 171`: a number that adds to a version.
  private func isBuild(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].key == "build" else { return false }
    // `(OS Build 22631.3593)`
    return tokens[max(0, index - 2)..<index].contains { $0.gap.contains(.open) }
      || index > 1 && tokens[index].isNumber && tokens[index - 2].isVersionLike
        && tokens[index - 2].text.contains(".")
  }

  /// `3.6.1, and it hangs all the same`
  private func opensSentence(_ index: Int) -> Bool {
    index == passage.labelCount || bearing.sentence(of: index)?.range.lowerBound == index
  }

  /// `sorry, 2020 I meant`, `EDT 2020 x86_64`; as a whole answer it is a version.
  private func isYear(_ index: Int) -> Bool {
    guard let year = Int(tokens[index].text), (1990...2035).contains(year),
      tokens.count - passage.labelCount > 3
    else { return false }
    return index == 0 || !LabelWords.versionWords.contains(tokens[index - 1].key)
  }

  /// Whether something else in the clause is what the version is of.
  func ownedByOther(_ index: Int) -> Bool {
    let clause = bearing.clause(of: index)
    let before = mentions.last {
      $0.range.upperBound <= index && clause.contains($0.range.lowerBound)
    }
    guard let before, index - before.range.upperBound <= 4 else {
      // `Node Version - 14.16.1`
      let isParted = clause.lowerBound >= index - 1 && tokens[clause.lowerBound].gap.contains(.dash)
      let start = isParted ? 0 : clause.lowerBound
      return (max(start, index - 4)..<index).contains {
        (!isParted || tokens[$0].line == tokens[index].line)
          && LabelWords.otherVersions.contains(tokens[$0].key)
      }
    }
    return before.ownsVersions && before.product == nil
      || !before.protocols.isEmpty && index - before.range.upperBound <= 2
      || (before.range.upperBound..<index).contains {
        LabelWords.otherVersions.contains(tokens[$0].key)
      }
  }
}
