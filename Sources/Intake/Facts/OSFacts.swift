import CaseModel

/// The server's operating system, and the client's where a line tells them apart.
struct OSFacts {
  private struct Found {
    var mention: OSMention
    var evidence: Findings.Evidence
  }
  private var server: [Found] = []
  private var client: [Found] = []

  /// Takes the operating systems of an answer to the question for them.
  mutating func read(_ answer: inout Answer) {
    let mentions = OSMention.all(in: answer)
    for mention in mentions {
      guard let clause = answer.clauses.first(where: { $0.contains(mention.words.lowerBound) })
      else { continue }
      let before = answer.words[clause.lowerBound..<mention.words.lowerBound]
      // `Debian 12 (no Windows)`, `upgraded from Debian 11`: kept as words.
      if Stance(of: answer.words[clause]) != .present
        || before.suffix(3).contains(where: \.isFormerly)
      {
        continue
      }
      let found = Found(mention: mention, evidence: answer.line.evidence())
      if Self.isClient(answer.words[clause]) { client.append(found) } else { server.append(found) }
      answer.use(mention.words)
    }
  }

  /// Takes an operating system that is named elsewhere, when nothing better is known.
  mutating func readBeside(_ answer: inout Answer) {
    let mentions = OSMention.all(in: answer).filter { $0.version != nil }
    guard server.isEmpty, mentions.count == 1, !Self.isClient(answer.words[...]) else { return }
    var copy = answer
    read(&copy)
    for index in server.indices { server[index].evidence.confidence *= 0.7 }
    answer = copy
  }

  private static func isClient(_ words: ArraySlice<Word>) -> Bool {
    let keys = Set(words.map(\.key))
    return !keys.isDisjoint(with: [
      "client", "clients", "client-side", "workstation", "workstations", "desktop",
    ])
      && keys.isDisjoint(with: ["server", "server-side"])
  }

  func decide(_ findings: inout Findings) {
    if let os = Self.decide(server, "os", &findings) { findings.detail.os = os }
    if let os = Self.decide(client, "client.os", &findings) {
      findings.detail.client = findings.detail.client ?? .init()
      findings.detail.client?.os = os
    }
  }

  private static func decide(
    _ found: [Found], _ field: String, _ findings: inout Findings
  ) -> InstallationDetail.OperatingSystem? {
    guard let first = found.first else { return nil }
    let ids = found.map(\.mention.id).uniqued()
    guard ids.count == 1 else {
      let all = found.map { ([$0.mention.id] + $0.mention.versions).joined(separator: " ") }
        .uniqued()
      findings.unclear(
        field, all, "several operating systems are named and it is not said which is the server's",
        first.evidence)
      return nil
    }
    findings.detail.evidence[field + ".id"] = first.evidence
    let candidates = found.flatMap { found in
      found.mention.versions.map { Findings.Candidate(value: $0, evidence: found.evidence) }
    }
    return .init(id: ids[0], version: findings.decide(field + ".version", candidates))
  }
}
