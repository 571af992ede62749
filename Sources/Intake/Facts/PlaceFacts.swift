import CaseModel

/// Time zone, locale and architecture, wherever an answer has them.
struct PlaceFacts {
  private var timezones: [Findings.Candidate] = []
  private var locales: [Findings.Candidate] = []
  private var architectures: [Findings.Candidate] = []

  mutating func read(_ answer: inout Answer) {
    let evidence = answer.line.evidence()
    let keys = answer.words.map(\.key)
    for index in answer.words.indices {
      let word = answer.words[index]
      if let arch = Self.architectures[word.key] {
        architectures.append(.init(value: arch, evidence: evidence))
        answer.use(index..<index + 1)
      } else if word.text.isLocale {
        locales.append(.init(value: word.text, evidence: evidence))
        answer.use(index..<index + 1)
      } else if let length = zone(answer.words, index) {
        let words = answer.words[index..<index + length]
        timezones.append(.init(value: words.map(\.text).joined(separator: "/"), evidence: evidence))
        answer.use(index..<index + length)
      } else if ["utc", "gmt"].contains(word.key), keys.contains(where: Self.zoneWords.contains) {
        timezones.append(.init(value: "UTC", evidence: evidence))
        answer.use(index..<index + 1)
      }
    }
    guard answer.isPartlyUsed else { return }
    let bits: Set<String> =
      keys.contains { Self.architectures[$0] != nil } ? ["64-bit", "64", "bit"] : []
    for index in answer.words.indices
    where Self.labels.contains(keys[index]) || bits.contains(keys[index]) {
      answer.use(index..<index + 1)
    }
  }

  func decide(_ findings: inout Findings) {
    findings.detail.timezone = findings.decide("timezone", timezones)
    findings.detail.locale = findings.decide("locale", locales)
    findings.detail.arch = findings.decide("arch", architectures)
  }

  /// `Europe/Berlin`, `America/Argentina/Salta`: how many words, joined by slashes only.
  private func zone(_ words: [Word], _ index: Int) -> Int? {
    guard Self.regions.contains(words[index].text) else { return nil }
    let more = words[(index + 1)...].prefix(2).prefix { $0.before == "/" }
    return more.isEmpty ? nil : 1 + more.count
  }

  private static let zoneWords: Set<String> = ["timezone", "zone", "tz", "clock", "time"]
  private static let labels: Set<String> = [
    "timezone", "time", "zone", "tz", "locale", "architecture", "arch",
  ]
  private static let regions: Set<String> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
    "Etc",
  ]
  private static let architectures = [
    "x86_64": "x86_64", "x86-64": "x86_64", "amd64": "x86_64", "x64": "x86_64",
    "aarch64": "aarch64",
    "arm64": "aarch64", "i686": "i686", "i386": "i686", "ppc64le": "ppc64le", "s390x": "s390x",
  ]
}

extension String {
  /// `de_DE.UTF-8`: language, land and what follows a dot or an `@`.
  fileprivate var isLocale: Bool {
    guard utf8.count <= 40, contains("_") else { return false }
    return wholeMatch(of: /[a-z]{2,3}_[A-Z]{2}(\.[A-Za-z0-9-]+)?(@[a-z]+)?/) != nil
  }
}
