/// An operating system that a line names.
struct OSMention {
  var id: String
  /// What is written as its version; several make it unclear.
  var versions: [String]
  var words: Range<Int>

  var version: String? { versions.count == 1 ? versions[0] : nil }

  static func all(in answer: Answer) -> [OSMention] {
    var (mentions, index) = ([OSMention](), 0)
    while index < answer.words.count {
      if let mention = begin(in: answer.words, at: index) {
        mentions.append(mention)
        index = max(index + 1, mention.words.upperBound)
      } else {
        index += 1
      }
    }
    return mentions
  }

  private static func begin(in words: [Word], at index: Int) -> OSMention? {
    if let name = OSNames.names.first(where: { words[index...].starts(with: $0.words) }) {
      return withVersion(name.id, words, index, index + name.words.count)
    }
    let key = words[index].key
    // `rhel8.6`, `debian-12`
    if let name = OSNames.names.first(where: { $0.words.count == 1 && key.hasPrefix($0.words[0]) }),
      let version = VersionText.os(String(key.dropFirst(name.words[0].count).drop { $0 == "-" }))
    {
      return OSMention(id: name.id, versions: [version], words: index..<index + 1)
    }
    return OSNames.codeNames[key].map {
      OSMention(id: $0.id, versions: [$0.version], words: index..<index + 1)
    }
  }

  private static func withVersion(
    _ id: String, _ words: [Word], _ start: Int, _ afterName: Int
  ) -> OSMention {
    var (end, at, versions) = (afterName, afterName, [String]())
    while at < words.count, OSNames.between.contains(words[at].key) { at += 1 }
    if at < words.count, !words[at].before.contains(where: { ",;!?".contains($0) }),
      let version = VersionText.os(words[at].key)
    {
      versions = [version]
      end = at + 1
      if let (more, next) = windowsSuffix(id, words, end) {
        versions = [version + " " + more]
        end = next
      }
      let others = alternatives(words, end)
      versions += others.versions
      end = others.end
    }
    if let (name, next) = codeName(id, words, max(end, at)) {
      if !versions.contains(where: { $0 == name || $0.hasPrefix(name + ".") }) {
        versions.append(name)
      }
      end = next
    }
    let isServer = id == "windows" && versions.contains { $0.count >= 4 && $0.hasPrefix("20") }
    return OSMention(
      id: isServer ? "windows-server" : id, versions: versions.uniqued(), words: start..<end)
  }

  /// `2012 R2`, `11 23H2`
  private static func windowsSuffix(_ id: String, _ words: [Word], _ at: Int) -> (String, Int)? {
    guard id.hasPrefix("windows"), at < words.count else { return nil }
    let word = words[at].text.uppercased()
    let isHalfYear = word.utf8.count == 4 && ["H1", "H2"].contains(word.suffix(2))
    return word == "R2" || isHalfYear ? (word, at + 1) : nil
  }

  /// `7/8`, `11 or 12`
  private static func alternatives(_ words: [Word], _ start: Int) -> (versions: [String], end: Int)
  {
    var (versions, end) = ([String](), start)
    while end < words.count {
      let isWord = ["or", "and"].contains(words[end].key)
      let at = isWord ? end + 1 : end
      guard at < words.count, isWord || words[end].before.contains("/"),
        let version = VersionText.os(words[at].key)
      else { break }
      versions.append(version)
      end = at + 1
    }
    return (versions, end)
  }

  /// The release that a code name within the next words is of, if it is one of this OS.
  private static func codeName(_ id: String, _ words: [Word], _ from: Int) -> (String, Int)? {
    for at in from..<min(from + 3, words.count) {
      if let release = OSNames.codeNames[words[at].key], release.id == id {
        return (release.version, at + 1)
      }
    }
    return nil
  }
}
