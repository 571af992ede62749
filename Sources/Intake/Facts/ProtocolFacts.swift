import CaseModel

/// The file transfer protocols of an answer to the question for them.
enum ProtocolFacts {
  private static let names: [String: String] = [
    "ftp": "ftp", "ftps": "ftps", "ftpes": "ftps", "ftp-ssl": "ftps", "ftp-tls": "ftps",
    "sftp": "sftp",
    "scp": "scp", "http": "http", "https": "https", "webdav": "webdav", "webdavs": "webdav",
    "as2": "as2",
    "as3": "as3", "as4": "as4", "oftp": "oftp", "oftp2": "oftp2", "tftp": "tftp", "rsync": "rsync",
  ]

  static func read(_ answer: inout Answer, _ findings: inout Findings) {
    let evidence = answer.line.evidence()
    for clause in answer.clauses {
      let stance = Stance(of: answer.words[clause])
      for (found, range) in mentions(in: answer.words, clause) {
        switch stance {
        case .present: findings.add(protocol: found, evidence)
        case .absent: findings.deny(found, evidence)
        case .doubtful:
          findings.unclear(
            "protocols", [found, "no \(found)"], "it is said with a doubt", evidence)
        }
        answer.use(range)
        if stance == .absent { answer.useNegators(clause) }
      }
    }
    useModifiers(&answer)
  }

  private static func mentions(in words: [Word], _ clause: Range<Int>) -> [(String, Range<Int>)] {
    var (found, index) = ([(String, Range<Int>)](), clause.lowerBound)
    while index < clause.upperBound {
      let (names, length) = begin(words, index, clause)
      found += names.map { ($0, index..<index + length) }
      index += max(1, length)
    }
    return found
  }

  /// What begins here, and over how many words.
  private static func begin(
    _ words: [Word], _ index: Int, _ clause: Range<Int>
  ) -> (names: [String], length: Int) {
    let rest = words[index..<clause.upperBound]
    let key = words[index].key
    if key == "ftp" {
      let way =
        rest.dropFirst().first.map { ["over", "with", "via", "on"].contains($0.key) } == true
        ? 2 : 1
      let over = rest.dropFirst(way).prefix {
        ["explicit", "implicit", "ssl", "tls", "ssh"].contains($0.key)
      }
      if over.contains(where: { ["ssl", "tls"].contains($0.key) }) {
        return (ftps(words, index), way + over.count)
      }
      if way == 2, over.first?.key == "ssh" { return (["sftp"], 3) }
      // `FTP(S)` is both.
      if isBracketedS(words, index) { return (["ftp"] + ftps(words, index), 2) }
    }
    if key == "http", isBracketedS(words, index) { return (["http", "https"], 2) }
    if key == "ftps" || key == "ftpes" { return (ftps(words, index), 1) }
    return names[key].map { ([$0], 1) } ?? ([], 0)
  }

  private static func isBracketedS(_ words: [Word], _ index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].key == "s" && words[index + 1].before == "("
  }

  /// Explicit unless the line says implicit of it, both when it says both.
  private static func ftps(_ words: [Word], _ index: Int) -> [String] {
    let next = words.indices.first { $0 > index && names[words[$0].key] ?? "ftps" != "ftps" }
    let said = (max(0, index - 3)..<(next ?? words.count)).filter { near in
      near == 0 || !words[near - 1].isNegator
    }.map { words[$0].key }
    let isImplicit = said.contains("implicit") || said.contains("990")
    if isImplicit {
      return said.contains("explicit") ? ["ftps", "ftps-implicit"] : ["ftps-implicit"]
    }
    return ["ftps"]
  }

  /// `explicit`, `implicit`, `TLS` and the usual ports add nothing to the protocols found.
  private static func useModifiers(_ answer: inout Answer) {
    let known: Set<String> = ["explicit", "implicit", "mode", "port", "ports", "21", "22", "990"]
    guard answer.isPartlyUsed else { return }
    let isFTPS = answer.words.contains { ["ftps", "ftp"].contains($0.key) }
    for index in answer.words.indices where known.contains(answer.words[index].key) {
      if isFTPS || answer.words[index].key == "22" { answer.use(index..<index + 1) }
    }
  }
}

extension Answer {
  mutating func useNegators(_ clause: Range<Int>) {
    for index in clause where words[index].isNegator { use(index..<index + 1) }
  }
}
