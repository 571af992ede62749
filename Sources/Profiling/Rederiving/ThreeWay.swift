/// Carries somebody's edits of a profile over to a new derivation of it, field by field.
struct ThreeWay {
  /// What both the edit and the new derivation changed, to different values: the edit stays.
  private(set) var conflicts: [(path: String, derived: YAMLValue?, edited: YAMLValue?)] = []

  /// Values that mean something only together: `rocky` of one side with `12` of the other is no OS.
  private static let units: Set = ["os"]

  mutating func merge(
    old: YAMLValue?, edited: YAMLValue?, new: YAMLValue?, path: String = ""
  ) -> YAMLValue? {
    if edited == old || edited == new { return new }
    if new == old { return edited }
    switch (edited, new) {
    case (.map(let edited)?, .map(let new)?) where isMergeable(path, edited, new):
      var before: [String: YAMLValue] = [:]
      if case .map(let old)? = old { before = old }
      var merged: [String: YAMLValue] = [:]
      for key in Set(edited.keys).union(new.keys).union(before.keys).sorted() {
        merged[key] = merge(
          old: before[key], edited: edited[key], new: new[key], path: path.appending(field: key))
      }
      return .map(merged)
    case (.list(let edited)?, .list(let new)?):
      var before: [YAMLValue] = []
      if case .list(let old)? = old { before = old }
      return .list(Self.merge(old: before, edited: edited, new: new))
    default:
      conflicts.append((path, new, edited))
      return edited
    }
  }

  /// Settings and a version belong to their product: they do not go with another.
  private func isMergeable(
    _ path: String, _ edited: [String: YAMLValue], _ new: [String: YAMLValue]
  ) -> Bool {
    path == "product" ? edited["name"] == new["name"] : !Self.units.contains(path)
  }

  /// What the edit took out stays out, what it added stays; the rest is as newly derived.
  private static func merge(
    old: [YAMLValue], edited: [YAMLValue], new: [YAMLValue]
  ) -> [YAMLValue] {
    let kept = edited.filter { new.contains($0) || !old.contains($0) }
    let added = new.filter { !old.contains($0) && !edited.contains($0) }
    return kept + added
  }
}
