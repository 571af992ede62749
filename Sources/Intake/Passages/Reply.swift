/// An answer that says the same of all that was asked: `both`, `neither`.
enum Reply: Equatable {
  case all, none

  init?(_ tokens: [Token]) {
    guard tokens.count <= 6 else { return nil }
    let words = tokens.map(\.key).joined(separator: " ")
    if Self.alls.contains(words) {
      self = .all
    } else if Self.nones.contains(words) {
      self = .none
    } else {
      return nil
    }
  }

  private static let alls: Set<String> = [
    "both", "both of them", "we use both", "beide", "beides", "les deux", "ambos", "ambas",
    "los dos", "os dois", "allebei", "oba", "obie", "obydwa", "entrambi", "baada", "all of them",
    "all", "alle", "yes both", "ja beide", "ja beides",
  ]
  private static let nones: Set<String> = [
    "neither", "neither of them", "none of them", "none", "weder noch", "keins von beiden",
    "ni l un ni l autre", "aucun des deux", "aucun", "ninguno", "ninguno de los dos", "nenhum",
    "nenhum dos dois", "geen van beide", "ani jedno ani drugie", "zadne", "nessuno dei due",
    "none of the two", "none of these", "none of those", "none of the above", "none of this",
    "keine davon", "keines davon", "keiner davon", "nichts davon", "aucun de ces", "ninguna de ellas",
    "ninguno de ellos", "nenhum deles", "geen van deze", "zadne z nich", "zaden z nich",
    "nessuno di questi", "nothing", "nothing like that", "no neither", "no none", "no nothing",
  ]
}
