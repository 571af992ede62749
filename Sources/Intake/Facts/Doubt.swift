/// Whether somebody is not sure.
extension Bearing {
  func isDoubted(_ keys: [String], _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    if keys.contains(where: Cues.doubts.contains) { return true }
    if zip(keys, keys.dropFirst()).contains(where: {
      $0 == "not" && ["sure", "certain", "known"].contains($1)
    }) {
      return true
    }
    if saysUnknown(clause) { return true }
    // A clause before: `not sure, 1.3.8`, `1.3.8, I think`.
    let all = sentence.range.map { tokens[$0].key }
    guard sentence.range.count <= 14 || passage.isAnswer && sentence.range.count <= 25 else {
      return false
    }
    return sentence.range.contains { isStrongDoubt($0, outside: clause, sentence) }
      || zip(all, all.dropFirst()).contains {
        ($0 == "not" && ["sure", "certain"].contains($1)) || ($0 == "nicht" && $1 == "sicher")
          || ($0 == "pas" && $1 == "sur") || ($0 == "no" && $1 == "seguro")
          || ($0 == "niet" && $1 == "zeker")
      }
  }

  /// `SFTP, maybe FTPS`: the doubt is the next name's alone, as is one in a bracket or in a clause
  /// further on that names something itself: `SQL Server 2017 (also Windows, maybe 2016)`.
  func isStrongDoubt(_ index: Int, outside clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard Self.strongDoubts.contains(tokens[index].key) else { return false }
    if clause.contains(index) { return true }
    guard !mentioned.contains(index + 1) else { return false }
    let own = self.clause(of: index)
    let names = own.contains { mentioned.contains($0) || tokens[$0].isVersionLike }
    // `5.5, the patch of March I think (5.5-2024)`: a longer clause has its own to doubt.
    if own.lowerBound == clause.upperBound, own.count > 5 { return false }
    let isAdjacent = own.lowerBound == clause.upperBound || own.upperBound == clause.lowerBound
    return isAdjacent || !names
  }

  /// `no se si es FTPS`, `ich weiss nicht ob`
  private func saysUnknown(_ clause: Range<Int>) -> Bool {
    let keys = clause.map { tokens[$0].key }
    return zip(keys.indices, keys).contains { index, key in
      let before = keys[max(0, index - 3)..<index]
      return switch key {
      case "of":
        before.contains { ["aware", "know"].contains($0) }
          && clause.contains {
            DenialCues.adverbs.contains(tokens[$0].key)
          }
          || before.contains("weet")
      case "if", "whether": before.contains("know")
      case "ob": before.contains("nicht") && before.contains { $0.hasPrefix("weis") }
      case "si": before.contains("se") && before.contains("no") || before.contains("sais")
      case "se": before.contains("sei") || before.contains("so") && before.contains("non")
      case "czy": before.contains("wiem")
      default: false
      }
    }
  }

  static let strongDoubts: Set<String> = [
    "maybe", "perhaps", "unsure", "vielleicht", "glaube", "quizas", "talvez", "misschien", "chyba",
    "forse", "peut-etre", "think", "crois", "creo", "acho", "denk", "guess", "kanske", "idk",
    "vermutlich",
  ]
}
