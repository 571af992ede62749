/// What a question states before it asks: `we use LDAP, is that a problem?`
extension Bearing {
  /// Whether a clause of a question is a statement of its own, before what is asked.
  func isStated(_ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard clause.upperBound < sentence.range.upperBound, clause.count >= 3,
      !opensQuestion(sentence.range), !opensQuestion(clause)
    else { return false }
    return clause.contains { Self.subjects.contains(tokens[$0].key) }
  }

  func opensQuestion(_ range: Range<Int>) -> Bool {
    let first = range.first {
      !["and", "und", "et", "y", "e", "en", "i", "or"].contains(tokens[$0].key)
    }
    guard let first else { return false }
    return Self.openers.contains(tokens[first].key)
  }

  /// Who states something: `we`, `users come from`.
  private static let subjects = DenialCues.words(
    """
    we i our my users accounts come comes runs wir ich unser unsere benutzer nous je j notre nos mon utilisateurs tenemos usamos \
    nuestro nuestra mi temos nosso nossa wij onze mijn mamy uzywamy nasz nasza abbiamo usiamo nostro nostra
    """)
  private static let openers = DenialCues.words(
    """
    do does did is are was were can could should would will shall may must has have what which who whose why where when how any \
    kann koennen gibt ist sind soll sollte sollten muss muessen wie was warum wieso welche welcher welches wo wer hat haben habt \
    nutzt nutzen brauchen est qu que quel quelle pourquoi comment ou faut y es hay cual como por puede pueden debo se e ha qual \
    pode podem devo kan kunnen moet moeten wat welke waarom hoe heeft hebben czy jak dlaczego jaki jaka co gdzie puo come quale \
    perche ob whether if wenn si
    """)
}
