import CaseModel

/// How many facts of the tickets are read right, per field.
struct Score {
  struct Tally {
    /// Facts that the tickets state, and how many of them were read.
    var stated = 0
    var right = 0
    /// Facts that they do not state, and how many of them were left open.
    var unstated = 0
    var open = 0
    /// Printed as a fact, not as unclear, and wrong.
    var wrong = 0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(
        stated: a.stated + b.stated, right: a.right + b.right, unstated: a.unstated + b.unstated,
        open: a.open + b.open, wrong: a.wrong + b.wrong)
    }
    var rightShare: Double { stated == 0 ? 1 : Double(right) / Double(stated) }
    var openShare: Double { unstated == 0 ? 1 : Double(open) / Double(unstated) }
  }

  struct Miss {
    var ticket, field, wanted, got: String
    var isUnclear = false
  }

  private(set) var fields: [String] = []
  private(set) var tallies: [String: Tally] = [:]
  private(set) var misses: [Miss] = []
  private(set) var tickets = 0

  var total: Tally { tallies.values.reduce(Tally(), +) }

  mutating func count(_ field: String, _ change: (inout Tally) -> Void) {
    if tallies[field] == nil { fields.append(field) }
    change(&tallies[field, default: Tally()])
  }

  mutating func miss(
    _ ticket: CorpusTicket, _ field: String, wanted: String?, got: String?, isUnclear: Bool = false
  ) {
    misses.append(
      Miss(
        ticket: ticket.name, field: field, wanted: wanted ?? "-", got: got ?? "-",
        isUnclear: isUnclear))
  }

  mutating func add(_ ticket: CorpusTicket, _ detail: InstallationDetail) {
    tickets += 1
    for field in ScoredField.all { add(field, ticket, detail) }
    let expected = ticket.expected
    addSet("protocols", expected.protocols, detail.protocols, of: 6, ticket, detail)
    addSet(
      "integrations", expected.integrations?.map(\.kind), detail.integrations.map(\.kind), of: 6,
      ticket, detail)
    addIntegrationNames(ticket, detail)
    addSet("denied", expected.denied, detail.denied.map(\.kind), of: 6, ticket, detail)
    addSet("logs", expected.logs, detail.logs.map(\.kind), of: 2, ticket, detail)
    addSet(
      "configuration", expected.configuration, detail.configuration.map(\.kind), of: 2, ticket,
      detail)
  }
}
