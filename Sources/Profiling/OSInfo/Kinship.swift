import CaseModel

/// How two operating systems are related: both ways up to what they have in common.
struct Kinship {
  /// Relations from both to the common ancestor.
  var steps: Int
  var distance: String { steps == 1 ? "1 relation" : "\(steps) relations" }
  var throughClone: Bool
  /// `rhel 8.6 derives from rhel 8.5; rocky 8.5 is a clone of rhel 8.5`
  var text: String

  /// The ways from one OS up to all that it descends from, by identifier.
  struct Ancestry {
    fileprivate struct Way {
      var steps: [String] = []
      var throughClone = false
    }
    fileprivate var ways: [String: Way]
  }

  /// The nearest common ancestor by osinfo-db's relations; nil when there is none.
  static func between(_ a: Ancestry, _ b: Ancestry) -> Kinship? {
    let (ours, theirs) = (a.ways, b.ways)
    let common = ours.keys.filter { theirs[$0] != nil }
    let kinships = common.sorted().compactMap { id -> Kinship? in
      guard let up = ours[id], let down = theirs[id] else { return nil }
      return Kinship(
        steps: up.steps.count + down.steps.count,
        throughClone: up.throughClone || down.throughClone,
        text: [up, down].filter { !$0.steps.isEmpty }.map(told).joined(separator: "; "))
    }
    return kinships.min { $0.steps < $1.steps }
  }

  /// Breadth first, so that the first way found is the shortest; bounded, since a database may
  /// have circles.
  static func ancestry(of entry: OSInfoEntry, in osinfo: OSInfo) -> Ancestry {
    var found = [entry.id: Ancestry.Way()]
    var queue = [entry][...]
    while let next = queue.popFirst(), found.count < 200 {
      let way = found[next.id] ?? Ancestry.Way()
      for (relation, id) in next.parents where found[id] == nil {
        found[id] = Ancestry.Way(
          steps: way.steps + ["\(label(next.id)) \(relation) \(label(id))"],
          throughClone: way.throughClone || relation == "is a clone of")
        if let parent = osinfo.entry(id) { queue.append(parent) }
      }
    }
    return Ancestry(ways: found)
  }

  private static func told(_ way: Ancestry.Way) -> String {
    guard way.steps.count > 3, let first = way.steps.first, let last = way.steps.last else {
      return way.steps.joined(separator: ", ")
    }
    return "\(first), … (\(way.steps.count - 2) more), \(last)"
  }

  /// `http://redhat.com/rhel/8.6` is `rhel 8.6`.
  private static func label(_ id: String) -> String {
    id.split(separator: "/").suffix(2).joined(separator: " ").printable(limit: 60)
  }
}
