import CaseModel

/// Which of the named products the case is about: the one that is said best.
struct ProductRanking {
  struct Named {
    var name: String
    var version: String?
    var claim: Claim
    var isClient: Bool
  }

  private let pool: [Named]
  private let claims: [Claim]
  private(set) var scores: [String: Int] = [:]

  /// - Parameter named: every product and client that is named, in the order of the ticket.
  init(_ named: [Named], among claims: [Claim]) {
    self.claims = claims
    let named = named.filter { !Lexicon.browsers.contains($0.name) }
    let current = named.filter { [.present, .doubtful].contains($0.claim.stance) }
    let later = named.filter { [.former, .planned].contains($0.claim.stance) && !$0.isClient }
    let pool = current.contains { !$0.isClient } ? current : current + later
    self.pool = pool.enumerated().sorted {
      ($0.element.claim.message, $0.element.claim.evidence.line, $0.offset)
        < ($1.element.claim.message, $1.element.claim.evidence.line, $1.offset)
    }.map(\.element)
    rank()
  }

  var best: (name: String, claim: Claim)? {
    let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, best.value > -10,
      let one = pool.first(where: { $0.name == best.key })
    else {
      return nil
    }
    return (best.key, one.claim)
  }

  /// Products that were asked for and answered alike.
  var answeredAlike: [String] {
    guard let best, let value = scores[best.name], value >= 80,
      !pool.contains(where: { $0.claim.place == .repository })
    else { return [] }
    return pool.filter { one in
      one.claim.source == .answer && !one.isClient && one.claim.side != .client
        && one.claim.message == best.claim.message && scores[one.name] ?? 0 >= value - 4
    }.map(\.name).uniqued()
  }

  private mutating func rank() {
    let beside = besides()
    let versions = askedVersions
    let counts = Dictionary(pool.map { ($0.name, 1) }, uniquingKeysWith: +)
    let titled = Set(pool.filter { $0.claim.place == .title && !$0.isClient }.map(\.name))
    let isServer = claims.contains { $0.source == .answer && $0.side == .server }
    // Neither an echo nor `with Docker Compose` is the first thing that it is about.
    let first =
      pool.first { $0.claim.evidence.confidence > 0.5 && $0.claim.emphasis >= 0 } ?? pool.first
    for (index, one) in pool.enumerated() {
      var score = Self.score(one) - min(index, 8)
      if one.name == first?.name { score += one.isClient ? 8 : 14 }
      if !titled.contains(one.name) {
        if beside.contains(one.name) { score -= 60 }
        if Self.helpers.contains(one.name), one.claim.source < .answer {
          score -= 24
        }
      }
      score += contradiction(one, versions)
      // A repository that nobody speaks of again, and a title that names something else.
      if one.claim.place == .repository, counts[one.name] == 1, !titled.isEmpty,
        !Lexicon.software.contains(one.name)
      {
        score -= 300
      }
      if one.isClient, index == 0, one.version != nil, one.claim.opens { score += 30 }
      if one.isClient, isServer, one.claim.place == .text, one.claim.source < .answer {
        score -= 40
      }
      scores[one.name] = max(scores[one.name] ?? .min, score)
    }
    for (name, count) in counts { scores[name, default: 0] += min(3 * (count - 1), 15) }
  }

  /// What was asked for is another: its version does not fit, or a known product was named.
  private func contradiction(_ one: Named, _ versions: Set<String>) -> Int {
    var score = 0
    if one.claim.source < .answer, let version = one.version, !versions.isEmpty,
      !versions.contains(where: { $0.hasPrefix(version) || version.hasPrefix($0) })
    {
      score -= 30
    }
    guard !Lexicon.software.contains(one.name) else { return score }
    // `Foo version: 5.4`, where a product that is known as one is named as well.
    if one.claim.source == .answer, one.claim.place == .text,
      pool.contains(where: { Lexicon.software.contains($0.name) })
    {
      score -= 60
    }
    // A tracker of many products: the one that was asked for is another.
    if one.claim.place == .repository,
      pool.contains(where: {
        $0.claim.source == .answer && $0.claim.place == .text && Lexicon.servers.contains($0.name)
      })
    {
      score -= 300
    }
    return score
  }

  /// `Reverse proxy: Traefik`, `Database: MariaDB`: answered as what stands beside the product.
  private func besides() -> Set<String> {
    let asked = Set(
      pool.filter { $0.claim.source >= .answer && !$0.isClient }.map(\.name))
    let names = claims.compactMap { claim -> String? in
      guard case .integration(_, let name?, _) = claim.subject, claim.source == .answer,
        claim.place == .text
      else { return nil }
      return Folding.key(name)
    }
    return Set(names).subtracting(asked)
  }

  private var askedVersions: Set<String> {
    Set(
      claims.compactMap { claim -> String? in
        guard case .product(nil, let version?) = claim.subject, claim.source == .answer,
          claim.stance == .present
        else { return nil }
        return version
      })
  }

  /// Rather stand beside a product than are one.
  static let helpers = Set(
    IntegrationNames.entries.compactMap { entry -> String? in
      guard case .integration(_, true) = entry.meaning else { return nil }
      return entry.keys.joined(separator: " ")
    }
  ).union([
    "apache httpd", "tomcat", "kafka", "vault", "freeipa", "sssd", "pi-hole", "iis", "jetty",
    "wildfly", "gunicorn", "uwsgi", "passenger", "lighttpd", "opensearch", "rabbitmq", "zookeeper",
    "memcached", "kubernetes",
  ])

  private static func score(_ one: Named) -> Int {
    var score = one.isClient ? 0 : one.version == nil ? 18 : 23
    if !one.isClient, one.claim.side == .server { score += 6 }
    if one.claim.stance != .present { score -= 10 }
    switch one.claim.source {
    case .answer: score += one.isClient && one.claim.side == .client ? 10 : 100
    case .machine: score += 25
    case .sentence: score += 15
    case .aside: score -= 12
    }
    if one.version != nil { score += 12 }
    // `Uploads fail with Docker Compose`: a title, but beside.
    if one.claim.place == .title { score += one.claim.emphasis < 0 ? 10 : 40 }
    if one.claim.place == .repository { score += 200 }
    if one.claim.isCorrection, !helpers.contains(one.name) { score += 150 }
    return score + one.claim.emphasis
  }
}
