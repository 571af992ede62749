/// How close the lab is to the installation, as one figure: `caselab help fidelity` defines it.
public struct FidelityScore: Codable, Equatable, Sendable {
  /// 0 to 100, rounded down: 100 only when everything is exact, 0 when nothing is known.
  public var percent: Int
  public var exact: Int
  public var equivalent: Int
  public var approximate: Int
  public var omitted: Int

  public init(_ rows: [FidelityRow]) {
    let whole = rows.reduce(0) { $0 + $1.weight * FidelityRow.Grade.exact.credit }
    let earned = rows.reduce(0) { $0 + $1.weight * $1.fidelity.credit }
    percent = whole == 0 ? 0 : earned * 100 / whole
    func count(_ grade: FidelityRow.Grade) -> Int {
      rows.count { $0.fidelity == grade && $0.weight > 0 }
    }
    exact = count(.exact)
    equivalent = count(.equivalent)
    approximate = count(.approximate)
    omitted = count(.omitted)
  }

  /// `72 % close to the customer's installation: 6 exact, 1 approximate, 2 omitted`
  public var text: String {
    "\(percent) % close to the customer's installation" + (counts.isEmpty ? "" : ": " + counts)
  }

  /// `6 exact, 1 approximate, 2 omitted`
  public var counts: String {
    [
      (exact, "exact"), (equivalent, "equivalent"), (approximate, "approximate"),
      (omitted, "omitted"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// The definition, as `caselab help fidelity` prints it.
  public static let definition = """
    The figure is the weighted share of the customer's installation that the
    lab rebuilds.

    Each fact earns, of its weight:
      exact        all          the same
      equivalent   nine tenths  another build of it, such as a clone of the OS
      approximate  half         something near it, or an assumption where
                                nothing was said
      omitted      nothing

    Weights:
      3  product, its version, operating system
      2  each protocol, each integration
      1  architecture, time zone, locale, client, each configuration file, each
         thing that the customer does not have, each doubt
      0  logs, words that became no fact, files that could not be read: listed,
         and not built

    The figure is rounded down, so 100 % is said only of an exact rebuild. A run
    reads the facts from inside: one that is found to be other than what was to
    be built counts as approximate from then on, a version that is found to be
    the wanted one as exact.
    """
}

extension FidelityRow.Grade {
  /// Tenths of a row's weight.
  public var credit: Int {
    switch self {
    case .exact: 10
    case .equivalent: 9
    case .approximate: 5
    case .omitted: 0
    }
  }
}

extension FidelityRow.Grade: Comparable {
  /// From exact to omitted.
  public static func < (a: Self, b: Self) -> Bool { a.credit > b.credit }
}

extension FidelityRow {
  /// What the fact counts in the score, by the detail's field that it is about.
  public var weight: Int {
    let root = (field ?? fact).prefix { $0 != "." && $0 != "[" }
    return switch root {
    case "product", "os": 3
    case "protocols", "integrations": 2
    case "logs", "other", "troubles": 0
    default: 1
    }
  }
}
