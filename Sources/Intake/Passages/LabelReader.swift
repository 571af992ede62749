/// Tells what a label asks for, by its words.
struct LabelReader {
  var lexicon: Lexicon

  /// nil when it is none that is known.
  func read(_ tokens: ArraySlice<Token>) -> Label? {
    guard !tokens.isEmpty, tokens.count <= 12 else { return nil }
    let keys = Set(tokens.map(\.key))
    // `Longer version: …` tells a story.
    if keys.count <= 3, !keys.isDisjoint(with: LabelWords.lengths) { return nil }
    var label = Label()
    label.isNamed = names(tokens)
    label.side = side(keys)
    label.stance = stance(keys)
    label.isFurther = !keys.isDisjoint(with: LabelWords.furtherWords)
    for index in tokens.indices {
      for (topic, phrase) in LabelWords.byFirstWord[tokens[index].key] ?? []
      where tokens[index...].begins(with: phrase) {
        let isShort = tokens.count <= phrase.count + (phrase.count > 1 ? 1 : 0)
        // `a REST server, repo …` is no field of a tracker.
        if topic != .nothing && topic != .repository || isShort { label.topics.insert(topic) }
      }
    }
    refine(&label, tokens, keys)
    return label.asksNothing ? nil : label
  }

  private func refine(_ label: inout Label, _ tokens: ArraySlice<Token>, _ keys: Set<String>) {
    if asksBoth(tokens) { label.topics.insert(.version) }
    if !keys.isDisjoint(with: LabelWords.versionWords) {
      // `OS version` asks for the OS.
      if label.topics.isDisjoint(with: [.os, .client, .protocols, .logs, .integrations])
        && label.side != .client
      {
        if !label.isNamed || namesSoftware(tokens) { label.topics.insert(.version) }
        if !label.isNamed { label.name = name(tokens) }
      }
      if !keys.isDisjoint(with: LabelWords.otherVersions), !label.isNamed {
        label.topics = [.nothing]
        label.name = nil
      }
    }
    // `Immich Mobile App version`
    if label.topics.contains(.version), label.isNamed,
      !keys.isDisjoint(with: LabelWords.partWords)
    {
      label = Label(topics: [.nothing])
    }
    // `Build host`, `Build date`
    if keys.contains("build"),
      !keys.isDisjoint(with: ["host", "date", "user", "path", "directory"])
    {
      label = Label(topics: [.nothing])
    }
    if label.side == .client,
      label.topics.isDisjoint(with: [.logs, .os, .protocols, .integrations])
    {
      label.topics.insert(.client)
    }
    if label.topics.contains(.logs), label.side == .client { label.topics = [.clientLog] }
    // `Server log`, `OS and integrations of …`: the more special one decides.
    if label.topics.contains(.logs) { label.topics.subtract([.os, .product, .protocols]) }
    // `Which product license (Pro/OSS)`
    if !keys.isDisjoint(with: ["license", "licence", "lizenz", "licencia", "licenca", "licentie"]) {
      label.topics.subtract([.product, .version])
    }
    if label.topics.contains(.timezone) { label.topics.remove(.os) }
    if label.topics.contains(.protocols), !keys.contains("software") {
      label.topics.remove(.integrations)
    }
    if label.topics.count > 1 { label.topics.remove(.nothing) }
  }

  /// `Version and OS`, unlike `OS and version`.
  private func asksBoth(_ tokens: ArraySlice<Token>) -> Bool {
    guard let version = tokens.firstIndex(where: { LabelWords.versionWords.contains($0.key) }),
      version + 1 < tokens.endIndex
    else { return false }
    let rest = tokens[(version + 1)...]
    let isJoined =
      rest.first.map { $0.gap.contains(.plus) } == true
      || ["and", "und", "et", "y", "e", "en", "i"].contains(rest.first?.key)
    return isJoined
      && rest.indices.contains { index in
        (LabelWords.byFirstWord[tokens[index].key] ?? []).contains {
          $0.topic == .os && tokens[index...].begins(with: $0.phrase)
        }
      }
  }

  /// `Foo Server version`: what stands before, if it is no word that says whose version it is.
  private func name(_ tokens: ArraySlice<Token>) -> String? {
    guard let at = tokens.firstIndex(where: { LabelWords.versionWords.contains($0.key) }) else {
      return nil
    }
    let after = tokens[(at + 1)...]
    if let of = after.first?.key, ["of", "de", "von", "du", "van", "di", "do"].contains(of),
      (1...2).contains(after.count - 1)
    {
      let words = after.dropFirst()
      return words.allSatisfy { !LabelWords.generic.contains($0.key) }
        ? words.map(\.key).joined(separator: " ") : nil
    }
    let words = tokens[..<at]
    guard (1...3).contains(words.count),
      words.allSatisfy({
        !LabelWords.generic.contains($0.key) && !$0.text.contains("_")
          && $0.text.first?.isLetter == true
      })
        && words.first?.isCapital == true
    else { return nil }
    return words.map(\.key).joined(separator: " ")
  }

  private func names(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      lexicon.entries(in: tokens[index...]).contains { entry in
        if case .protocol = entry.meaning { return false }
        return !entry.isCommon || tokens[index].isShouted
      }
    }
  }

  private func namesSoftware(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      lexicon.entries(in: tokens[index...]).contains { entry in
        switch entry.meaning {
        case .product, .client: !entry.isCommon
        default: false
        }
      }
    }
  }

  private func side(_ keys: Set<String>) -> Claim.Side {
    // `Server's OS`
    let keys = Set(keys.map { $0.hasSuffix("'s") ? String($0.dropLast(2)) : $0 })
    // `Where do the users come from?` asks for no machine of theirs.
    let isThat = !keys.isDisjoint(with: [
      "that", "this", "diesem", "dem", "ese", "ce", "die", "tym",
    ])
    let isClient = keys.contains {
      // `which Windows is on that PC?`
      if isThat, ["pc", "computer", "laptop"].contains($0) { return false }
      return LabelWords.clientWords.contains($0) && ($0 != "users" || keys.count <= 4)
    }
    let isServer = !keys.isDisjoint(with: LabelWords.serverWords)
    if LabelWords.otherSides.contains(where: { keys.isSuperset(of: $0) }) { return .client }
    return isClient == isServer ? .unknown : isClient ? .client : .server
  }

  /// `Stan przed migracją`, `Vor dem Update`: what was before a change.
  func changed(_ tokens: ArraySlice<Token>) -> Claim.Stance? {
    let keys = tokens.map(\.key)
    let isBefore = keys.contains(where: LabelWords.beforeWords.contains)
    return isBefore
      && keys.contains { key in LabelWords.changeStems.contains { key.hasPrefix($0) } }
      ? .former : keys.count == 1 ? stance(Set(keys)) : nil
  }

  private func stance(_ keys: Set<String>) -> Claim.Stance? {
    if !keys.isDisjoint(with: LabelWords.formerWords) { return .former }
    return keys.isDisjoint(with: LabelWords.plannedWords) ? nil : .planned
  }
}
