import CaseModel

/// Holds the claims against each other and makes the installation detail of them.
///
/// A value is printed only where nothing else that is said as well contradicts it; otherwise the
/// field stays empty and is listed as unclear.
struct Deciding {
  var claims: [Claim]
  var detail = InstallationDetail()

  init(_ claims: [Claim]) { self.claims = claims }

  /// The facts of the claims, beside the attachments that are known already.
  static func detail(
    of claims: [Claim], attachments: InstallationDetail = .init()
  ) -> InstallationDetail {
    var deciding = Deciding(PrintedMachines.sided(claims))
    deciding.detail = attachments
    deciding.decideProduct()
    deciding.demoteOthersSystems()
    deciding.demoteBareSystems()
    deciding.decideSystems()
    deciding.decideClient()
    deciding.decideProtocols()
    deciding.decideIntegrations()
    deciding.readStorageProtocols()
    deciding.decidePlaces()
    return deciding.detail
  }

  /// A value with the claim that it comes from.
  struct Option {
    var value: String
    var claim: Claim
  }

  /// The one value that the best claims agree on; several make the field unclear.
  mutating func choose(
    _ field: String, _ options: [Option], refines: (String, String) -> Bool = { _, _ in false }
  ) -> String? {
    let firm = Self.best(options.filter { $0.claim.stance == .present })
    let doubtful = Self.best(options.filter { $0.claim.stance == .doubtful })
    if firm.isEmpty {
      guard let first = doubtful.first else { return nil }
      unclear(field, doubtful.map(\.value).uniqued(), "it is said with a doubt", first.claim)
      return nil
    }
    let values = Self.refined(firm.map(\.value).uniqued(), refines)
    guard values.count == 1, let value = values.first,
      let source = firm.first(where: { $0.value == value })
    else {
      unclear(field, values, "the answers name \(values.count) values", firm[0].claim)
      return nil
    }
    let doubt = doubtful.first { doubt in
      doubt.value != value && !refines(value, doubt.value) && !refines(doubt.value, value)
        && doubt.claim.source >= source.claim.source
        && (doubt.claim.message >= source.claim.message || !source.claim.isCorrection)
    }
    if let doubt {
      unclear(field, [value, doubt.value], "another value is said with a doubt", doubt.claim)
      return nil
    }
    // `Debian 12` in the answer and `Debian 12.4` in a sentence of the same message.
    let finer = Set(
      options.filter {
        $0.claim.stance == .present && refines($0.value, value)
          && ($0.claim.source != .aside && $0.claim.message == source.claim.message
            || $0.claim.machine != nil && $0.claim.side == source.claim.side)
      }.map(\.value))
    if finer.count == 1,
      let exact = options.first(where: { finer.contains($0.value) && $0.claim.stance == .present })
    {
      detail.evidence[field] = exact.claim.evidence
      return exact.value
    }
    detail.evidence[field] = source.claim.evidence
    return value
  }

  /// What the strongest claims say: a correction first, then the latest message, then how it is told.
  static func best(_ options: [Option]) -> [Option] {
    let strong = options.filter { $0.claim.source != .aside }
    let pool = strong.isEmpty ? options : strong
    guard let latest = pool.map(\.claim.message).max() else { return [] }
    let corrections = pool.filter { $0.claim.isCorrection && $0.claim.message == latest }
    if let last = corrections.last { return [last] }
    let all = pool.filter { $0.claim.message == latest }
    // A title is written for others to find.
    let told = all.filter { $0.claim.place != .title }
    let now = told.contains { $0.claim.stance == .present } ? told : all
    let source = now.map(\.claim.source).max() ?? .aside
    // What a machine printed and what somebody answered are as good as each other.
    return now.filter {
      $0.claim.source == source || (source == .machine && $0.claim.source == .answer)
    }
  }

  /// Without the values that another one only says more exactly: `12` beside `12.5`.
  static func refined(_ values: [String], _ refines: (String, String) -> Bool) -> [String] {
    values.filter { value in !values.contains { $0 != value && refines($0, value) } }
  }

  mutating func unclear(_ field: String, _ candidates: [String], _ why: String, _ claim: Claim) {
    guard !detail.unclear.contains(where: { $0.field == field }) else { return }
    detail.unclear.append(.init(field: field, candidates: Array(candidates.prefix(20)), why: why))
    if detail.evidence[field] == nil { detail.evidence[field] = claim.evidence }
  }

  /// `1.3.8b` says more than `1.3.8`, and `12.5` more than `12`.
  static func refinesVersion(_ a: String, _ b: String) -> Bool {
    // `0.12.5` says more than `0.12.x`.
    if b.hasSuffix(".x"), !a.hasSuffix(".x"), a.hasPrefix(b.dropLast()) { return true }
    guard a.count > b.count, a.hasPrefix(b) else { return false }
    return !a[a.index(a.startIndex, offsetBy: b.count)].isNumber
  }
}

extension Sequence where Element: Hashable {
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
