/// Whether somebody is not sure.
extension Bearing {
  func isDoubted(_ keys: [String], _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    if keys.contains(where: Cues.doubts.contains) { return true }
    if zip(keys, keys.dropFirst()).contains(where: {
      $0 == "not" && ["sure", "certain", "known"].contains($1)
    }) {
      return true
    }
    // A clause before: `not sure, 1.3.8`, `1.3.8, I think`.
    let all = sentence.range.map { tokens[$0].key }
    guard sentence.range.count <= 14 || passage.isAnswer && sentence.range.count <= 25 else {
      return false
    }
    return sentence.range.contains { isStrongDoubt($0, outside: clause) }
      || zip(all, all.dropFirst()).contains {
        ($0 == "not" && ["sure", "certain"].contains($1)) || ($0 == "nicht" && $1 == "sicher")
          || ($0 == "pas" && $1 == "sur") || ($0 == "no" && $1 == "seguro")
          || ($0 == "niet" && $1 == "zeker")
      }
  }

  /// `SFTP, maybe FTPS`: the doubt is the next name's alone.
  func isStrongDoubt(_ index: Int, outside clause: Range<Int>) -> Bool {
    guard Self.strongDoubts.contains(tokens[index].key) else { return false }
    return clause.contains(index) || !mentioned.contains(index + 1)
  }

  static let strongDoubts: Set<String> = [
    "maybe", "perhaps", "unsure", "vielleicht", "glaube", "quizas", "talvez", "misschien", "chyba",
    "forse", "peut-etre", "think", "crois", "creo", "acho", "denk", "guess", "kanske", "idk",
    "vermutlich",
  ]
}
