import CaseModel

@testable import Intake

/// What counts as right.
extension Score {
  mutating func add(_ field: ScoredField, _ ticket: CorpusTicket, _ detail: InstallationDetail) {
    let (name, wanted) = (field.name, Self.plain(field.expected(ticket.expected)))
    let got = Self.plain(field.read(detail))
    let accepted = (ticket.expected.accept?[name] ?? []).map(Self.plain)
    let isUnclear = detail.unclear.contains { Self.covers($0.field, name) }
    if ticket.expected.unclear?.contains(where: { Self.covers($0, name) }) == true {
      let isRight = isUnclear || got == nil && accepted.contains(nil)
      count(name) {
        $0.stated += 1
        if isRight { $0.right += 1 } else if got != nil { $0.wrong += 1 }
      }
      if !isRight { miss(ticket, name, wanted: "unclear", got: got) }
      return
    }
    var isRight = got == wanted && (wanted != nil || !isUnclear) || accepted.contains(got)
    if field.isName, let wanted, let got, wanted.contains(got) || got.contains(wanted) {
      isRight = true
    }
    let isWrong = !isRight && !isUnclear && (wanted == nil || got != nil)
    count(name) {
      if wanted != nil { $0.stated += 1 } else { $0.unstated += 1 }
      if isRight, wanted != nil { $0.right += 1 }
      if isRight, wanted == nil { $0.open += 1 }
      if isWrong { $0.wrong += 1 }
    }
    if !isRight { miss(ticket, name, wanted: wanted, got: got, isUnclear: isUnclear) }
  }

  /// Of a list every member that is expected, and of as many as there may be each that is not.
  mutating func addSet(
    _ name: String, _ expected: [String]?, _ read: [String], of size: Int, _ ticket: CorpusTicket,
    _ detail: InstallationDetail
  ) {
    let wanted = Set((expected ?? []).compactMap(Self.plain))
    let got = Set(read.compactMap(Self.plain))
    let accepted = Set((ticket.expected.accept?[name] ?? []).compactMap(Self.plain))
    // Nobody judged it.
    if accepted.contains("*") { return }
    let missed = wanted.subtracting(got).subtracting(accepted)
    let extra = got.subtracting(wanted).subtracting(accepted)
    let rest = max(0, size - wanted.count - extra.count)
    count(name) {
      $0.stated += wanted.count
      $0.right += wanted.count - missed.count
      $0.unstated += extra.count + rest
      $0.open += rest
      $0.wrong += extra.count
    }
    let isUnclear = detail.unclear.contains { $0.field.hasPrefix(name.prefix(9)) }
    for one in missed.sorted() { miss(ticket, name, wanted: one, got: nil, isUnclear: isUnclear) }
    for one in extra.sorted() { miss(ticket, name, wanted: nil, got: one) }
  }

  mutating func addIntegrationNames(_ ticket: CorpusTicket, _ detail: InstallationDetail) {
    let accepted = (ticket.expected.accept?["integrations.name"] ?? []).map(Self.plain)
    for integration in ticket.expected.integrations ?? [] {
      guard let wanted = Self.plain(integration.name) else { continue }
      let got = detail.integrations.filter { $0.kind == integration.kind }.compactMap {
        Self.plain($0.name)
      }
      let isRight =
        got.contains { wanted.contains($0) || $0.contains(wanted) } || accepted.contains(wanted)
      count("integration.name") {
        $0.stated += 1
        if isRight { $0.right += 1 }
      }
      if !isRight {
        miss(ticket, "integration.name", wanted: wanted, got: got.joined(separator: ", "))
      }
    }
  }

  /// `os` is unclear as a whole, or `os.version` alone.
  private static func covers(_ unclear: String, _ field: String) -> Bool {
    unclear == field || field.hasPrefix(unclear + ".")
  }

  private static func plain(_ value: String?) -> String? {
    let text = value?.lowercased().trimmed ?? ""
    return text.isEmpty ? nil : text
  }
}
