import CaseModel

/// Names of artifacts: relative paths that are safe in any folder.
enum ArtifactName {
  /// The name with everything unsafe replaced by `_`, whatever a guest called its file.
  static func safe(_ name: String) -> String {
    let parts = name.split(separator: "/").prefix(16).filter { $0 != "." && $0 != ".." }
      .map { part in String(part.prefix(100).map(safe)) }
      .map { $0.hasPrefix("-") ? "_" + $0.dropFirst() : $0 }
    return parts.isEmpty ? "unnamed" : parts.joined(separator: "/")
  }

  /// The name itself, or the first of `a~2.log`, `a~3.log`, … that is not taken.
  static func free(_ name: String, isTaken: (String) throws -> Bool) rethrows -> String {
    guard try isTaken(name) else { return name }
    let leaf = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let dot = name[leaf...].lastIndex(of: ".").flatMap { $0 == leaf ? nil : $0 } ?? name.endIndex
    var count = 2
    while true {
      let candidate = "\(name[..<dot])~\(count)\(name[dot...])"
      guard try isTaken(candidate) else { return candidate }
      count += 1
    }
  }

  private static func safe(_ character: Character) -> Character {
    let fits =
      character.isASCII
      && (character.isLetter || character.isNumber || "._-+=@,~".contains(character))
    return fits ? character : "_"
  }
}
