import CaseModel

/// The product's name and version.
struct ProductFacts {
  /// Name and words of every spelling, longest first.
  private let spellings: [(name: String, words: [String])]
  private var names: [Findings.Candidate] = []
  private var guesses: [Findings.Candidate] = []
  private var versions: [Findings.Candidate] = []
  private var looseVersions: [Findings.Candidate] = []

  init(_ products: [ProductName]) {
    spellings = products.flatMap { product in
      ([product.name] + product.aliases).map { spelling in
        (product.name, Word.words(of: spelling.lowercased()[...]).map(\.key))
      }
    }.filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }
  }

  /// Takes name and version of an answer to a question for them.
  mutating func read(_ answer: inout Answer) {
    let evidence = answer.line.evidence()
    var named: Set<Int> = []
    for index in answer.words.indices {
      guard let (name, range) = spelling(in: answer.words, at: index) else { continue }
      names.append(.init(value: name, evidence: evidence))
      answer.use(range)
      named.formUnion(range)
    }
    for index in answer.words.indices where !answer.isUsed(index) {
      guard let version = VersionText.product(answer.words[index].text),
        !isFormer(answer.words, index)
      else { continue }
      let owner = answer.words[..<index].lastIndex {
        !Self.betweenNameAndVersion.contains($0.key) && VersionText.product($0.text) == nil
      }
      if owner.map(named.contains) ?? true {
        versions.append(.init(value: version, evidence: evidence))
      } else if named.isEmpty, isVersionOfUnknownName(answer, index) {
        versions.append(.init(value: version, evidence: evidence))
        guess(answer.words[..<index], evidence)
        answer.use(0..<index)
      } else {
        looseVersions.append(.init(value: version, evidence: evidence))
      }
      answer.use(index..<index + 1)
    }
  }

  /// Takes a product of the catalogue that is named elsewhere: `Subject: ProFTPD 1.3.8 crashes`.
  mutating func readBeside(_ answer: inout Answer) {
    for index in answer.words.indices {
      guard let (name, range) = spelling(in: answer.words, at: index) else { continue }
      guesses.append(.init(value: name, evidence: answer.line.evidence(confidence: 0.7)))
      _ = range
    }
  }

  /// Takes the whole of a short answer to `Product:` as its name.
  mutating func readName(_ answer: inout Answer) {
    guard names.isEmpty, (1...4).contains(answer.words.count),
      !answer.words.contains(where: { $0.isNegator || $0.isDoubt }),
      VersionText.product(answer.words[0].text) == nil
    else { return }
    guess(answer.words[...], answer.line.evidence())
    answer.use(answer.words.indices)
  }

  func decide(_ findings: inout Findings) {
    findings.detail.product.name = findings.decide("product.name", names.isEmpty ? guesses : names)
    findings.detail.product.version = findings.decide(
      "product.version", versions.isEmpty ? looseVersions : versions)
  }

  private static let betweenNameAndVersion: Set<String> = [
    "v", "ver", "version", "versions", "release", "server", "or", "and", "is", "we", "run", "use",
    "running",
    "now", "to", "currently", "the", "at", "on", "it", "our", "it's",
  ]

  private func spelling(in words: [Word], at index: Int) -> (String, Range<Int>)? {
    spellings.first { words[index...].starts(with: $0.words) }
      .map { ($0.name, index..<index + $0.words.count) }
  }

  /// Two words back is as far as `from` and `was` reach; `to` and `now` end it.
  private func isFormer(_ words: [Word], _ index: Int) -> Bool {
    for word in words[..<index].suffix(3).reversed() {
      if ["to", "now"].contains(word.key) || word.startsClause { return word.isFormerly }
      if word.isFormerly { return true }
    }
    return false
  }

  /// `Vsftpd 3.0.5`, `Some File Server 7`: one to three words at the beginning and then a version.
  private func isVersionOfUnknownName(_ answer: Answer, _ index: Int) -> Bool {
    let name = answer.words[..<index].filter { !Self.betweenNameAndVersion.contains($0.key) }
    return (1...3).contains(name.count)
      && !answer.words[1..<max(1, index)].contains(where: \.startsClause)
      && name.allSatisfy { $0.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
      && !name.contains {
        $0.isNegator || $0.isDoubt || $0.isFormerly || Self.libraries.contains($0.key)
      }
  }

  /// Whose versions are not the product's.
  private static let libraries: Set<String> = [
    "client", "curl", "filezilla", "gnutls", "java", "jdk", "jre", "kernel", "lftp", "libressl",
    "library",
    "libssl", "openssh", "openssl", "perl", "php", "python", "winscp", "zlib",
  ]

  private mutating func guess(_ words: ArraySlice<Word>, _ evidence: Findings.Evidence) {
    let name = words.map(\.key).filter {
      $0 == "server" || !Self.betweenNameAndVersion.contains($0)
    }
    guard !name.isEmpty, name.joined().utf8.count <= 60 else { return }
    var less = evidence
    less.confidence *= 0.6
    guesses.append(.init(value: name.joined(separator: " "), evidence: less))
  }
}
