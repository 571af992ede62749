import CaseModel

/// Software with its versions: the product under support, its clients, and what is neither.
extension PassageReader {
  mutating func readProducts() {
    if passage.has(.repository) { return readRepository() }
    var versionsTaken = Set<Int>()
    for mention in mentions where mention.ownsVersions && mention.os == nil {
      read(mention, &versionsTaken)
    }
    readLoose(&versionsTaken)
    readAnswer(versionsTaken)
    readAsked()
  }

  /// `Which version of SSH.NET is it?`: our side knows what the case is about.
  private mutating func readAsked() {
    guard passage.isAnswer, passage.has(.version), !tokens.isEmpty else { return }
    let named = askedMentions.filter { $0.product != nil || $0.client != nil }
    guard named.count == 1, let mention = named.first else { return }
    if let name = mention.product {
      claim(.product(name: name, version: nil), at: 0..<1, source: .sentence, emphasis: -8)
    } else if let name = mention.client {
      claim(.software(name: name, version: nil), at: 0..<1, side: .client, source: .sentence)
    }
  }

  /// `owner/name`: the project is the product, `nextcloud/server` is its owner's.
  mutating func readRepository() {
    let text = (passage.lines.first?.body ?? "").prefix { $0 != "·" }
    let parts = text.split(separator: "/").map { Folding.key($0.trimmed) }
    guard parts.count >= 2, var name = parts.last,
      let owner = parts.dropLast().last?.split(separator: " ").last
    else { return }
    let isPlain = ProductWords.plainRepositories.contains(name)
    let known = mentions.last { $0.product != nil || $0.client != nil }
    if isPlain, known == nil { return }
    let isClient = ["client", "desktop"].contains(name)
    if isPlain { name = String(owner) + (isClient ? " desktop" : "") }
    if !isClient, let software = known?.product ?? known?.client,
      name.contains(software.split(separator: " ")[0])
        || ProductWords.plainRepositories.contains(parts.last ?? "")
    {
      name = software
    }
    guard name.utf8.count <= 60 else { return }
    claim(.product(name: name, version: nil), at: 0..<tokens.count, source: .answer)
  }

  mutating func read(_ mention: Mention, _ taken: inout Set<Int>) {
    let found = versions(after: mention, taken) + versions(before: mention, taken)
    for version in found { taken.insert(version.index) }
    let isProduct = mention.product != nil || mention.client != nil
    if let client = mention.client, ["curl", "wget"].contains(client), isCommandLine(mention) {
      return
    }
    guard isProduct, !isAnsweredIntegration(mention) else {
      for version in found { use(version.index..<version.index + 1) }
      return
    }
    if mention.isCommon, found.isEmpty,
      !(passage.isAnswer && (passage.has(.product) || passage.has(.version)))
    {
      return
    }
    if mention.integration?.kind == "container", found.isEmpty, isPlace(mention) { return }
    if isWithinAddress(mention.range.lowerBound) || isTail(mention.range.lowerBound) { return }
    guard found.isEmpty else {
      for version in found { claimSoftware(mention, version) }
      return
    }
    claimSoftware(mention, nil)
  }

  mutating func claimSoftware(_ mention: Mention, _ version: Version?) {
    let range =
      version.map {
        min(mention.range.lowerBound, $0.index)..<max(mention.range.upperBound, $0.index + 1)
      }
      ?? mention.range
    let spot = version.map { $0.index..<$0.index + 1 } ?? mention.range
    var stance = versionStance(spot, mention.range)
    // `Mattermost fails since I updated from 9.5`: the name itself is no former one.
    let before = tokens[max(0, mention.range.lowerBound - 3)..<mention.range.lowerBound]
    if version == nil, stance == .former, !isInstead(mention.range.lowerBound),
      !before.contains(where: { Cues.formers.contains($0.key) })
    {
      stance = .present
    }
    let isElsewhere = bearing.isElsewhere(spot) && !passage.isAnswer
    let isCorrection =
      bearing.isCorrection(spot) || isRolledBack(to: spot.lowerBound)
      || isNow(spot.lowerBound, after: mention)
    // `Updated from an older Nextcloud/ownCloud`: a label of two asks for neither.
    let labelled = mentions.filter {
      $0.product != nil && $0.range.upperBound <= passage.labelCount
    }
    let isLabel =
      mention.range.upperBound <= passage.labelCount && Set(labelled.map(\.product)).count <= 1
    let isBound = version.map { self.isBound($0.index) } ?? false
    let source: Claim.Source? =
      isElsewhere || isBound ? .aside : source(hasVersion: version != nil, isLabel: isLabel)
    if let name = mention.product,
      passage.label.side == .client && !ProductRanking.helpers.contains(name) || isApp(mention)
        || name == "openssh" && isClientsOwn(range)
    {
      claim(
        .software(name: name, version: version?.text), at: range, stance: stance, side: .client,
        source: source)
    } else if let name = mention.product {
      claim(
        .product(name: name, version: version?.text), at: range, stance: stance,
        side: bearing.side(of: range), source: source, isCorrection: isCorrection,
        emphasis: emphasis(of: mention))
    } else if let name = mention.client {
      claim(
        .software(name: name, version: version?.text), at: range, stance: stance,
        side: .client, source: source, isCorrection: isCorrection, emphasis: emphasis(of: mention))
    }
  }

  /// `OpenSSH 8.7 sftp clients`
  private func isClientsOwn(_ range: Range<Int>) -> Bool {
    tokens[range.upperBound...].prefix(2).contains { token in
      LabelWords.clientWords.contains(token.key)
        && !token.gap.has([.comma, .semicolon, .period, .open])
    }
  }

  /// An answer to `Product:` says more than a name that is dropped elsewhere.
  func source(hasVersion: Bool, isLabel: Bool) -> Claim.Source? {
    if passage.has(.product) || passage.has(.version) || isLabel || passage.has(.client) {
      return passage.isAnswer ? .answer : .sentence
    }
    if passage.has(.title) || passage.has(.repository) { return .sentence }
    return passage.isAnswer && !hasVersion ? .aside : .sentence
  }

  /// The whole of a short answer to `Product:` is its name, known or not.
  mutating func readAnswer(_ taken: Set<Int>) {
    guard passage.isAnswer, passage.has(.product), passage.label.side != .client,
      !claims.contains(where: { if case .product = $0.subject { true } else { false } })
    else { return }
    let end = taken.min() ?? tokens.count
    let words = tokens[..<end].filter { !["version", "v"].contains($0.key) }
    guard (1...4).contains(words.count),
      !mentions.contains(where: { $0.range.lowerBound < end && ($0.os != nil || $0.isComponent) }),
      words.allSatisfy({
        $0.text.first?.isLetter == true && !Cues.none.contains($0.key)
          && !Cues.doubts.contains($0.key)
      }),
      words.contains(where: { !ProductWords.noNames.contains($0.key) }),
      !words.allSatisfy({ ProductWords.placeholders.contains($0.key) })
    else { return }
    claim(
      .product(name: words.map(\.key).joined(separator: " "), version: nil), at: 0..<end,
      source: .answer)
  }

  func isFromDate(_ index: Int) -> Bool {
    tokens[index].gap.has([.slash, .equals, .plus])
      || index + 1 < tokens.count && tokens[index + 1].gap.contains(.slash)
        && !tokens[index + 1].gap.contains(.space)
  }

  /// `either version 3 of the License`
  var isLegal: Bool {
    tokens.contains { ["license", "licence", "copyright", "warranty"].contains($0.key) }
  }

}
