import CaseModel

/// The client software that an answer names.
struct ClientFacts {
  private var names: [Findings.Candidate] = []
  private var versions: [Findings.Candidate] = []

  private static let known: [String: String] = [
    "filezilla": "FileZilla", "winscp": "WinSCP", "lftp": "lftp", "curl": "curl",
    "cyberduck": "Cyberduck",
    "cuteftp": "CuteFTP", "ws_ftp": "WS_FTP", "psftp": "psftp", "ncftp": "NcFTP",
    "paramiko": "paramiko",
  ]

  mutating func read(_ answer: inout Answer) {
    for index in answer.words.indices {
      guard let name = Self.known[answer.words[index].key], !answer.isUsed(index) else { continue }
      guard let clause = answer.clauses.first(where: { $0.contains(index) }),
        Stance(of: answer.words[clause]) == .present,
        // `FileZilla Server` is none.
        answer.words.dropFirst(index + 1).first?.key != "server"
      else { continue }
      let evidence = answer.line.evidence()
      names.append(.init(value: name, evidence: evidence))
      answer.use(index..<index + 1)
      var next = index + 1
      while next < clause.upperBound, ["client", "version", "v"].contains(answer.words[next].key) {
        next += 1
      }
      if next < clause.upperBound, let version = VersionText.product(answer.words[next].text) {
        versions.append(.init(value: version, evidence: evidence))
        answer.use(index..<next + 1)
      }
    }
    for index in answer.words.indices where answer.isPartlyUsed {
      if ["client", "clients"].contains(answer.words[index].key) { answer.use(index..<index + 1) }
    }
  }

  func decide(_ findings: inout Findings) {
    guard let name = findings.decide("client.software.name", names) else { return }
    let version = findings.decide("client.software.version", versions)
    findings.detail.client = findings.detail.client ?? .init()
    findings.detail.client?.software = .init(name: name, version: version)
  }
}
