import CaseModel

/// How two operating systems are related: both ways up to what they have in common.
struct Kinship {
  /// Relations from both to the common ancestor.
  var steps: Int
  var throughClone: Bool
  /// `rhel 8.6 derives from rhel 8.5; rocky 8.5 is a clone of rhel 8.5`
  var text: String

  private struct Line {
    var steps: [String] = []
    var throughClone = false
  }

  /// The nearest common ancestor by osinfo-db's relations; nil when there is none.
  static func between(_ a: OSInfoEntry, _ b: OSInfoEntry, in osinfo: OSInfo) -> Kinship? {
    let (ours, theirs) = (ancestors(of: a, in: osinfo), ancestors(of: b, in: osinfo))
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
  private static func ancestors(of entry: OSInfoEntry, in osinfo: OSInfo) -> [String: Line] {
    var found = [entry.id: Line()]
    var queue = [entry][...]
    while let next = queue.popFirst(), found.count < 200 {
      let line = found[next.id] ?? Line()
      for (relation, id) in next.parents where found[id] == nil {
        found[id] = Line(
          steps: line.steps + ["\(label(next.id)) \(relation) \(label(id))"],
          throughClone: line.throughClone || relation == "is a clone of")
        if let parent = osinfo.entry(id) { queue.append(parent) }
      }
    }
    return found
  }

  private static func told(_ line: Line) -> String {
    guard line.steps.count > 3, let first = line.steps.first, let last = line.steps.last else {
      return line.steps.joined(separator: ", ")
    }
    return "\(first), … (\(line.steps.count - 2) more), \(last)"
  }

  /// `http://redhat.com/rhel/8.6` is `rhel 8.6`.
  private static func label(_ id: String) -> String {
    id.split(separator: "/").suffix(2).joined(separator: " ").printable(limit: 60)
  }
}
