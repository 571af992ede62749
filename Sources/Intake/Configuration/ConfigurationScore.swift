/// How well the lines seen so far fit each kind.
struct ConfigurationScore {
  private var weights: [ConfigurationKind: Int] = [:]
  private var matched: [ConfigurationKind: Int] = [:]
  /// Lines that are neither blank nor comments.
  private var directives = 0

  mutating func add(_ line: ConfigurationLine) {
    guard line.shape == .directive else { return }
    directives += 1
    for sign in line.signs {
      weights[sign.kind, default: 0] += sign.weight
      matched[sign.kind, default: 0] += 1
    }
  }

  /// Whether one of the kinds seen so far knows this line.
  func shares(_ line: ConfigurationLine) -> Bool {
    line.signs.contains { weights[$0.kind] != nil }
  }

  /// Whether the line may be one that the file's own syntax explains.
  func continues(_ line: ConfigurationLine, isIndented: Bool) -> Bool {
    guard line.shape == .directive, let kind = leading else { return false }
    switch kind.syntax {
    case .assignments: return line.text.has("=") && !line.isSentence || line.key.hasPrefix("[")
    case .labels:
      return kind == .ldif
        ? line.text.has(": ") && !line.isSentence
        : isIndented || (line.text.last == ":" && !line.text.has(" "))
    case .blocks: return isIndented || ["{", ";"].contains(line.text.last)
    case .words: return isIndented && !line.isSentence
    case .fixed: return kind == .firewalld && isIndented
    }
  }

  private var leading: ConfigurationKind? {
    weights.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The likeliest kind, and whether so much of it stands here that it can be nothing else.
  func best(preferring named: ConfigurationKind?) -> (ConfigurationKind, isSure: Bool)? {
    if let named, let weight = weights[named], weight >= 3 || (matched[named] ?? 0) >= 2 {
      return (named, true)
    }
    guard let kind = leading, let weight = weights[kind], let count = matched[kind] else {
      return nil
    }
    return (kind, weight >= 5 && count >= 2 && weight > count)
  }

  /// Whether the lines known to a kind are a good part of a file.
  func isMostly(_ kind: ConfigurationKind) -> Bool {
    guard let weight = weights[kind], let count = matched[kind] else { return false }
    return weight >= 3 && (count * 4 >= directives || weight >= 30)
      && (count >= 2 || directives <= 2)
  }
}
