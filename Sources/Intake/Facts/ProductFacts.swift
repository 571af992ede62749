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
  }

  /// `owner/name`: the project is the product, `nextcloud/server` is its owner's.
  private mutating func readRepository() {
    let text = passage.lines.first?.body ?? ""
    let parts = text.split(separator: "/").map { Folding.key($0.trimmed) }
    guard parts.count >= 2, var name = parts.last,
      let owner = parts.dropLast().last?.split(separator: " ").last
    else { return }
    let isPlain = Self.plainRepositories.contains(name)
    let known = mentions.last { $0.product != nil || $0.client != nil }
    if isPlain, known == nil { return }
    if isPlain { name = String(owner) }
    if let software = known?.product ?? known?.client,
      name.contains(software.split(separator: " ")[0])
        || Self.plainRepositories.contains(parts.last ?? "")
    {
      name = software
    }
    guard name.utf8.count <= 60 else { return }
    claim(.product(name: name, version: nil), at: 0..<tokens.count, source: .answer)
  }

  private static let plainRepositories: Set<String> = [
    "server", "core", "client", "desktop", "app", "web", "issues", "docs", "main", "community",
    "support",
    "tickets", "bugs", "project", "source", "src", "docker", "helm", "charts",
  ]

  private mutating func read(_ mention: Mention, _ taken: inout Set<Int>) {
    let found = versions(after: mention, taken) + versions(before: mention, taken)
    for version in found { taken.insert(version.index) }
    let isProduct = mention.product != nil || mention.client != nil
    guard isProduct, !isAnsweredIntegration(mention) else {
      for version in found { use(version.index..<version.index + 1) }
      return
    }
    if mention.isCommon, found.isEmpty,
      !(passage.isAnswer && (passage.has(.product) || passage.has(.version)))
    {
      return
    }
    if isWithinAddress(mention.range.lowerBound) { return }
    guard found.isEmpty else {
      for version in found { claimSoftware(mention, version) }
      return
    }
    claimSoftware(mention, nil)
  }

  /// `Integrations: HAProxy`
  private func isAnsweredIntegration(_ mention: Mention) -> Bool {
    passage.isAnswer && passage.has(.integrations) && mention.integration != nil
      && !passage.has(.product) && !passage.has(.version) && !passage.has(.title)
  }

  private mutating func claimSoftware(_ mention: Mention, _ version: Version?) {
    let range =
      version.map {
        min(mention.range.lowerBound, $0.index)..<max(mention.range.upperBound, $0.index + 1)
      }
      ?? mention.range
    let spot = version.map { $0.index..<$0.index + 1 } ?? mention.range
    let stance = versionStance(spot, mention.range)
    let isElsewhere = bearing.isElsewhere(spot) && !passage.isAnswer
    let isCorrection = bearing.isCorrection(spot) || isRolledBack(to: spot.lowerBound)
    let isLabel = mention.range.upperBound <= passage.labelCount
    let source: Claim.Source? =
      isElsewhere ? .aside : source(hasVersion: version != nil, isLabel: isLabel)
    if let name = mention.product, passage.label.side == .client {
      claim(
        .software(name: name, version: version?.text), at: range, stance: stance, side: .client,
        source: source)
    } else if let name = mention.product {
      claim(
        .product(name: name, version: version?.text), at: range, stance: stance,
        side: bearing.side(of: range), source: source, isCorrection: isCorrection)
    } else if let name = mention.client {
      claim(
        .software(name: name, version: version?.text), at: range, stance: stance,
        side: .client, source: source, isCorrection: isCorrection)
    }
  }

  /// An answer to `Product:` says more than a name that is dropped elsewhere.
  private func source(hasVersion: Bool, isLabel: Bool) -> Claim.Source? {
    if passage.has(.product) || passage.has(.version) || isLabel || passage.has(.client) {
      return passage.isAnswer ? .answer : .sentence
    }
    if passage.has(.title) || passage.has(.repository) { return .sentence }
    return passage.isAnswer && !hasVersion ? .aside : .sentence
  }

  private func versionStance(_ spot: Range<Int>, _ name: Range<Int>) -> Claim.Stance {
    var stance = bearing.stance(of: spot)
    if stance == .absent, bearing.stance(of: name) != .absent, spot != name {
      // `not 1.3.7 but 1.3.8`
      stance = .former
    }
    if isInstead(spot.lowerBound) { return .former }
    if stance == .present || stance == .doubtful {
      if bearing.isFormer(spot) { return .former }
      if bearing.isPlanned(spot), !(passage.isAnswer && passage.label.topics.contains(.version)) {
        return .planned
      }
    }
    return stance
  }

  /// `not 1.3.8a`, `instead of 1.3.8a`
  private func isInstead(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    return ["not", "nicht", "pas", "no", "nao", "niet", "nie", "non", "statt", "anstatt", "inte"]
      .contains(before.last)
      || before.suffix(2) == ["instead", "of"] || before.suffix(2) == ["rather", "than"]
      || before.suffix(2) == ["lieu", "de"]
      || before.suffix(2) == ["en", "vez"] || before.suffix(2) == ["au", "lieu"]
  }

  /// `rolled back to 2.5.6`, `downgraded to 2.5.6`
  private func isRolledBack(to index: Int) -> Bool {
    let before = tokens[max(0, index - 3)..<index].map(\.key)
    return zip(before, before.dropFirst()).contains { a, b in
      ["back", "downgraded", "reverted", "zurueck", "downgrade", "rollback"].contains(a)
        && ["to", "auf", "zu", "a", "naar", "na"].contains(b)
    }
  }

  // MARK: versions beside a name

  struct Version {
    var text: String
    var index: Int
  }

  /// `ProFTPD 1.3.8b`, `ProFTPD, version 1.3.8b`, `ProFTPD 1.3.7 or 1.3.8`.
  private func versions(after mention: Mention, _ taken: Set<Int>) -> [Version] {
    var (found, at, skipped) = ([Version](), mention.range.upperBound, 0)
    while at < tokens.count, skipped <= 5 {
      let token = tokens[at]
      if token.gap.has([.semicolon, .question, .exclamation, .pipe]), at != passage.labelCount {
        break
      }
      if token.gap.contains(.period), token.gap.has([.space, .line]) { break }
      if let other = self.mention(at: at), other.range.lowerBound >= mention.range.upperBound,
        other.ownsVersions || !other.protocols.isEmpty && skipped > 0
      {
        break
      }
      // The epoch of a package: `1:8.9p1-3`.
      if token.isNumber, at + 1 < tokens.count, tokens[at + 1].gap == .colon { at += 1 }
      if !taken.contains(at), let text = VersionText.product(tokens[at].text),
        isVersion(at, after: mention, skipped)
      {
        found.append(Version(text: text, index: at))
        at += 1
        guard at < tokens.count, isAlternative(at) else { break }
        while at < tokens.count,
          Self.ors.contains(tokens[at].key) || Cues.nows.contains(tokens[at].key)
        { at += 1 }
        skipped = 0
        continue
      }
      if !found.isEmpty { break }
      guard
        Self.between.contains(token.key) || Cues.doubts.contains(token.key)
          || at <= passage.labelCount
          || token.gap.has([.open]) && skipped == 0 && token.key.count < 3
      else { break }
      at += 1
      skipped += 1
    }
    return found
  }

  private func isAlternative(_ at: Int) -> Bool {
    if tokens[at].gap.has([.period, .semicolon, .question]) { return false }
    if Cues.nows.contains(tokens[at].key) {
      return (at + 1..<min(at + 3, tokens.count)).contains {
        VersionText.product(tokens[$0].text) != nil
      }
    }
    if Self.ors.contains(tokens[at].key) {
      return at + 1 < tokens.count && VersionText.product(tokens[at + 1].text) != nil
    }
    return tokens[at].gap.contains(.slash) && VersionText.product(tokens[at].text) != nil
  }

  private func isVersion(_ at: Int, after mention: Mention, _ skipped: Int) -> Bool {
    let token = tokens[at]
    if token.text.contains(".")
      || token.text.contains(where: \.isLetter) && !token.text.hasPrefix("v")
    {
      return !isUnit(at)
    }
    if let number = Int(token.key.drop { $0 == "v" }), number > 3000 { return false }
    // A bare number needs to stand right there, and not count something.
    let said =
      skipped > 0
      && (mention.range.upperBound..<at).contains {
        LabelWords.versionWords.contains(tokens[$0].key)
      }
    return (skipped == 0 || said || at == passage.labelCount) && !isUnit(at)
      && !token.gap.has([.comma, .slash])
  }

  private func isUnit(_ at: Int) -> Bool {
    // `4.1 and newer`
    if at + 2 < tokens.count, ["and", "or", "und", "oder", "et", "y"].contains(tokens[at + 1].key),
      [
        "newer", "later", "higher", "above", "up", "neuer", "hoeher", "superieur", "older",
        "earlier", "below",
      ].contains(tokens[at + 2].key)
    {
      return true
    }
    guard at + 1 < tokens.count, !tokens[at + 1].gap.has([.comma, .close, .period, .colon]) else {
      return false
    }
    return Self.units.contains(tokens[at + 1].key)
  }

  /// `version 1.3.8b of ProFTPD`, `2.5.4 SFTPGo`.
  private func versions(before mention: Mention, _ taken: Set<Int>) -> [Version] {
    let start = mention.range.lowerBound
    guard start > 0, versions(after: mention, taken).isEmpty else { return [] }
    let isOf = ["of", "von", "de", "du", "van", "di", "av", "do", "from"].contains(
      tokens[start - 1].key)
    let at = isOf ? start - 2 : start - 1
    guard at >= 0, !taken.contains(at), self.mention(at: at) == nil,
      tokens[start].gap.isSubset(of: [.space, .line]),
      tokens[at + 1].gap.isSubset(of: [.space, .line]),
      let text = VersionText.product(tokens[at].text), text.contains("."),
      !isOf || at == 0 || LabelWords.versionWords.contains(tokens[at - 1].key)
        || tokens[at].text.hasPrefix("v")
    else { return [] }
    // `Debian 12.5 ProFTPD` is the OS's.
    if !isOf, at > 0, self.mention(at: at - 1)?.ownsVersions == true { return [] }
    return [Version(text: text, index: at)]
  }

  // MARK: versions without a name

  /// `version 2.5.4`, `v2.5.4`, an answer that is a version only.
  private mutating func readLoose(_ taken: inout Set<Int>) {
    for index in tokens.indices where !taken.contains(index) && !isUsed(index) {
      guard let text = VersionText.product(tokens[index].text), mention(at: index) == nil,
        isLooseVersion(index, text)
      else { continue }
      taken.insert(index)
      let spot = index..<index + 1
      let isElsewhere = bearing.isElsewhere(spot) && !passage.isAnswer
      if let name = unknownName(before: index) {
        guess(name, text, index, isElsewhere)
        continue
      }
      let isClient = bearing.side(of: spot) == .client || passage.label.side == .client
      guard !isClient else {
        if passage.has(.client) {
          claim(
            .software(name: "", version: text), at: spot, stance: versionStance(spot, spot),
            side: .client)
        }
        continue
      }
      let isSaid =
        passage.has(.version)
        || (max(0, index - 3)..<index).contains { LabelWords.versionWords.contains(tokens[$0].key) }
        || tokens[index].text.lowercased().hasPrefix("v") || bearing.isCorrection(spot)
        || isRolledBack(to: index)
      claim(
        .product(name: passage.label.name, version: text), at: spot,
        stance: versionStance(spot, spot),
        source: isElsewhere || !isSaid ? .aside : nil,
        isCorrection: bearing.isCorrection(spot) || isRolledBack(to: index))
    }
  }

  private mutating func guess(
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
    let text = tokens[name].map(\.key).joined(separator: " ")
    guard text.utf8.count <= 60, !isLegal else { return }
    claim(
      .product(name: text, version: version), at: name.lowerBound..<index + 1,
      stance: versionStance(index..<index + 1, name),
      source: isAnswer && !passage.label.isPair
        ? .answer : isCalled && !isElsewhere ? .sentence : .aside)
  }

  private func isLooseVersion(_ index: Int, _ text: String) -> Bool {
    let isAsked = passage.isAnswer && passage.has(.version)
    // `Reverse Proxy Version: 1.24.0`
    if passage.label.isNamed, !passage.has(.version), index >= passage.labelCount { return false }
    if isUnit(index) { return false }
    if tokens[index].gap.has([.slash]), index > 0, !isAsked { return false }
    if tokens[index].gap.contains(.equals), index > passage.labelCount { return false }
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
    if !said, index > 0, Self.statements.contains(tokens[index - 1].key),
      text.count(where: { $0 == "." }) == 2 || text.last?.isLetter == true,
      !ownedByOther(index), !isFromDate(index), Int(text.prefix { $0.isDigit }) ?? 0 < 1990
    {
      return true
    }
    return (said || bearing.isCorrection(index..<index + 1) && text.contains("."))
      && !ownedByOther(index)
  }

  /// Whether something else in the clause is what the version is of.
  private func ownedByOther(_ index: Int) -> Bool {
    let clause = bearing.clause(of: index)
    let before = mentions.last {
      $0.range.upperBound <= index && clause.contains($0.range.lowerBound)
    }
    guard let before, index - before.range.upperBound <= 4 else {
      return (max(clause.lowerBound, index - 4)..<index).contains {
        LabelWords.otherVersions.contains(tokens[$0].key)
      }
    }
    return before.ownsVersions && before.product == nil
      || !before.protocols.isEmpty && index - before.range.upperBound <= 2
      || (before.range.upperBound..<index).contains {
        LabelWords.otherVersions.contains(tokens[$0].key)
      }
  }

  /// `Foo Server 7.2`: one to three capitalised words right before the version.
  private func unknownName(before index: Int) -> Range<Int>? {
    var at = index - 1
    while at >= 0, ["v", "version", "ver", "release"].contains(tokens[at].key), at > index - 3 {
      at -= 1
    }
    let end = at + 1
    if passage.label.isPair, end == passage.labelCount, index == end, (1...2).contains(end),
      tokens[..<end].allSatisfy({
        !$0.text.contains("_") && !$0.gap.contains(.quote) && !$0.key.contains("version")
          && !LabelWords.generic.contains($0.key)
          && !Self.noNames.contains($0.key)
      }),
      !mentions.contains(where: { $0.range.lowerBound < end && $0.protocols.isEmpty })
    {
      return 0..<end
    }
    while at >= 0, end - at <= 3, isNameWord(at), mention(at: at) == nil { at -= 1 }
    var range = at + 1..<end
    // `prodotto AcmeMFT 5.0.3`
    while range.count > 1, !tokens[range.lowerBound].isCapital, !passage.has(.product) {
      range = range.lowerBound + 1..<end
    }
    guard !range.isEmpty,
      tokens[range.lowerBound].isCapital || passage.has(.product)
        || passage.has(.version) && passage.isAnswer && range.lowerBound == 0,
      tokens[index].gap.isSubset(of: [.space, .hyphen, .colon, .open, .line, .slash]),
      !tokens[range].allSatisfy({ Self.noNames.contains($0.key) }),
      !Self.noNames.contains(tokens[range.upperBound - 1].key)
        || tokens[range.upperBound - 1].key == "server" && range.count > 1
    else { return nil }
    return range
  }

  private func isNameWord(_ at: Int) -> Bool {
    let token = tokens[at]
    let isNext =
      at + 1 >= tokens.count
      || tokens[at + 1].gap.isSubset(of: [.space, .hyphen, .colon, .open, .line])
      || VersionText.product(tokens[at + 1].text) != nil
    if Cues.corrections.contains(token.key) || token.text.count < 2 { return false }
    return token.text.first?.isLetter == true
      && token.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." && false }
      && isNext && !Cues.none.contains(token.key) && !Cues.not.contains(token.key)
      && !Cues.doubts.contains(token.key) && !Cues.formers.contains(token.key)
      && !Cues.nows.contains(token.key)
      && !Self.noNames.contains(token.key) || token.key == "server"
  }

  // MARK: an answer that is a name

  /// The whole of a short answer to `Product:` is its name, known or not.
  private mutating func readAnswer(_ taken: Set<Int>) {
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
      words.contains(where: { !Self.noNames.contains($0.key) }),
      !words.allSatisfy({ Self.placeholders.contains($0.key) })
    else { return }
    claim(
      .product(name: words.map(\.key).joined(separator: " "), version: nil), at: 0..<end,
      source: .answer)
  }

  private func isFromDate(_ index: Int) -> Bool {
    tokens[index].gap.has([.slash, .equals, .plus])
      || index + 1 < tokens.count && tokens[index + 1].gap.contains(.slash)
  }

  private static let placeholders: Set<String> = [
    "other", "autre", "andere", "anderes", "sonstiges", "otro", "outro", "anders", "inny", "inne",
    "altro", "others", "response",
  ]

  /// `either version 3 of the License`
  private var isLegal: Bool {
    tokens.contains { ["license", "licence", "copyright", "warranty"].contains($0.key) }
  }

  private func isWithinAddress(_ index: Int) -> Bool {
    tokens[index].gap.has([.slash, .underscore]) && index > 0 && mention(at: index - 1) == nil
      && !passage.has(.repository) && !passage.isAnswer && !tokens[index].gap.contains(.space)
  }

  /// `it is still 2.4.5`, `the about box says 13.1.0`.
  private static let statements: Set<String> = [
    "is", "still", "currently", "now", "running", "run", "at", "on", "says", "shows", "ist", "noch",
    "derzeit", "zeigt", "est", "encore", "es", "todavia", "ainda", "to", "auf", "nog", "reports",
    "reported", "gives", "installed", "have", "en", "use", "using",
  ]
  private static let ors: Set<String> = [
    "or", "oder", "ou", "o", "of", "lub", "albo", "eller", "nebo", "and", "und", "et", "y", "e",
    "en", "i", "veya",
  ]
  private static let between: Set<String> = [
    "da", "de", "from", "von", "van", "z", "build", "ver.",
    "v", "ver", "version", "versions", "release", "server", "is", "we", "run", "use", "running",
    "now", "to",
    "currently", "the", "at", "on", "it", "our", "it's", "in", "der", "la", "client", "en",
    "versie", "wersja", "wersji",
    "versao", "versione", "ist", "est", "es", "community", "edition", "stable", "standalone",
    "vers", "daemon", "is",
    "w", "na", "a", "na", "jest", "with", "as", "enterprise", "professional", "pro", "verze", "ve",
    "surum", "bei", "dans", "sa",
    "aktuell", "derzeit", "current", "being", "package", "build", "free", "wir", "haben", "using",
    "auf", "docker", "image", "portable",
    "actuellement", "actualmente", "atualmente", "momenteel", "obecnie", "der", "die", "das",
    "versionen", "desktop", "sync", "app", "installed", "windows64", "x64", "64", "bit", "hub",
    "ce", "ee", "mft",
  ]
  private static let units: Set<String> = [
    "users", "user", "times", "days", "day", "hours", "hour", "minutes", "minute", "seconds", "gb",
    "mb", "kb", "tb", "gib", "bit", "bits",
    "mib", "ports", "servers", "clients", "nodes", "years", "year", "weeks", "months", "files",
    "connections", "sessions", "cores",
    "instances", "percent", "out", "partners", "accounts", "customers", "benutzer", "tage",
    "stunden", "jours", "heures",
    "utilisateurs", "dias", "horas", "usuarios", "am", "pm", "uhr", "ms", "gbit", "mbit", "mbps",
    "mb/s", "people", "pcs", "sites",
  ]
  private static let noNames: Set<String> = [
    "the", "a", "an", "our", "we", "is", "in", "on", "at", "to", "for", "from", "version",
    "release", "server", "port", "ports",
    "section", "chapter", "page", "step", "line", "table", "figure", "error", "code", "room",
    "phone", "tel", "fax", "ext", "since", "with",
    "and", "or", "using", "running", "runs", "use", "update", "updated", "upgrade", "upgraded",
    "linux", "ssh", "tls", "ssl", "ip", "rfc",
    "level", "item", "case", "ticket", "invoice", "nr", "no", "number", "id", "floor", "building",
    "suite", "street", "address", "v", "it",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "kernel", "build",
    "about", "around", "approximately", "only", "after", "before", "between", "than", "least",
    "most", "every", "each", "by", "of", "as", "hello", "hi", "dear",
    "protocol", "http", "api", "java", "client", "clients", "host", "firmware", "driver", "plugin",
    "module", "library", "android", "package", "app", "application",
    "mode", "windows", "der", "die", "das", "ein", "eine", "im", "auf", "und", "mit", "wir", "le",
    "la", "les", "un", "une", "el", "los", "stable", "latest", "old", "new",
    "os", "product", "software", "system", "type", "installed", "current", "currently", "set",
    "rev", "subject", "re", "aw", "fwd", "hub", "python", "docker", "compose", "status",
    "issue", "bug", "part", "date", "time", "until", "vom", "am", "um", "de", "du", "y", "et", "en",
    "test", "production", "prod", "was", "were", "are", "this", "that", "these",
    "up", "down", "got", "gets", "has", "have", "had", "when", "if", "then", "so", "but", "not",
    "us", "them", "all", "any", "both", "also", "same", "node", "see", "via", "und", "oder", "my",
    "your",
    "customer", "licence", "license", "contract", "iso", "utf", "base", "openssh", "firefox",
    "chrome", "safari", "edge", "mozilla", "gecko", "applewebkit",
  ]
}
