/// Names that stand in a sentence without a word about the installation.
extension PassageReader {
  func isInPassing(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    return isKeyPress(mention, sentence) || isOfDocumentation(mention, sentence)
      || isOfOthers(mention, sentence) || isReported(mention, sentence)
      || isOnlyForOthers(mention, sentence) || isBypassed(mention, sentence)
  }

  /// `a proxy, but this host isn't using it`, `server traffic bypasses it`
  private func isBypassed(_ mention: Mention, _ sentence: Sentence) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    guard let next = sentence.clauses.first(where: { $0.lowerBound >= clause.upperBound }),
      next.count <= 10
    else { return false }
    let keys = next.map { tokens[$0].key }
    if keys.contains(where: { ["bypasses", "umgeht", "contourne", "omija"].contains($0) }) {
      return true
    }
    return keys.contains(where: DenialCues.adverbs.contains)
      && keys.contains { ["using", "use", "through", "drueber", "darueber", "daran"].contains($0) }
      && keys.contains { ["it", "that", "drueber", "darueber", "daran"].contains($0) }
  }

  /// `press F5`, `Strg+F5`, `F5 drückt`
  private func isKeyPress(_ mention: Mention, _ sentence: Sentence) -> Bool {
    guard mention.range.count == 1, tokens[mention.range.lowerBound].key == "f5" else {
      return false
    }
    return near(mention, 5, sentence).contains { index in
      Self.keys.contains(tokens[index].key) || tokens[index].key.hasPrefix("drueck")
    }
  }

  private static let keys = DenialCues.words(
    """
    press presses pressed pressing hit hits hitting key keys ctrl strg control shift cmd refresh refreshing reload reloading browser \
    taste tasten touche appuie appuyer appuyant tecla pulsar pulso pulsando pressiono apertar aperto toets druk klawisz nacisnieciu \
    naciskam premo premere tasto gedrueckt odswiezam
    """)

  /// `the manual says`, `docs about Docker`, `the feature list mentions SAML`, `Docker is supported`
  private func isOfDocumentation(_ mention: Mention, _ sentence: Sentence) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    if clause.contains(where: { Self.supports.contains(tokens[$0].key) }) {
      return !clause.contains { ["not", "nicht", "pas", "no"].contains(tokens[$0].key) }
    }
    return clause.contains { index in
      guard Self.documents.contains(tokens[index].key), index + 1 < clause.upperBound else {
        return false
      }
      return (index + 1..<min(index + 4, clause.upperBound)).contains {
        Self.documentVerbs.contains(tokens[$0].key)
      }
    }
  }

  private static let supports = DenialCues.words(
    """
    supports supported supporting unterstuetzt unterstuetzen soporta soportado suporta suportado ondersteunt obsluguje supporta supportato
    """)
  private static let documents = DenialCues.words(
    "documentation docs doc manual guide readme wiki howto tutorial doku dokumentation handbuch anleitung list documentacion documentacao handleiding dokumentacja manuale notes"
  )
  private static let documentVerbs = DenialCues.words(
    "says say mentions mention about for describes describe states recommends recommend steht sagt beschreibt nennt erwaehnt dit mentionne dice menciona diz zegt mowi"
  )

  /// `another customer has it with LDAP`, `bei einem anderen Kunden`
  private func isOfOthers(_ mention: Mention, _ sentence: Sentence) -> Bool {
    zip(sentence.range, sentence.range.dropFirst()).contains { index, next in
      Self.others.contains(tokens[index].key) && Self.people.contains(tokens[next].key)
    }
  }

  private static let others = DenialCues.words(
    "another other different anderer andere anderen anderem autre autres otro otros outro outros inny inni innego innych altro altri"
  )
  private static let people = DenialCues.words(
    "customer customers company companies kunde kunden firma firmen client clients cliente clientes klant klanten klient klienci klienta clienti people users forum post thread"
  )

  /// `it says "LDAP is not configured"`, `the error "proxy timeout"`: words of a program.
  private func isReported(_ mention: Mention, _ sentence: Sentence) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    let quote =
      (max(sentence.range.lowerBound, mention.range.lowerBound - 6)...mention.range.lowerBound)
      .last { index in tokens[index].gap.contains(.quote) && index > 0 }
    guard let quote else { return false }
    let before = max(clause.lowerBound, quote - 4)
    return before < quote
      && (before..<quote).contains {
        DenialCues.reports.contains(tokens[$0].key) || Self.places.contains(tokens[$0].key)
      }
  }

  private static let places = DenialCues.words(
    "menu menue menuepunkt tab reiter button option checkbox page seite section called named onglet bouton boton pestana opcion botao opcao knop knopje przycisk zakladka pulsante scheda under unter"
  )

  /// `a proxy, but only for the office PCs`: not before this machine.
  private func isOnlyForOthers(_ mention: Mention, _ sentence: Sentence) -> Bool {
    // `Bitdefender on my laptop`
    let after = Array(tokens[mention.range.upperBound...].prefix(3))
    if after.count > 1, Self.ons.contains(after[0].key),
      after[1...].contains(where: { Self.desks.contains($0.key) })
    {
      return true
    }
    let end = max(
      mention.range.upperBound, min(sentence.range.upperBound, mention.range.upperBound + 9))
    return zip(mention.range.upperBound..<end, (mention.range.upperBound..<end).dropFirst())
      .contains { index, next in
        Self.onlys.contains(tokens[index].key) && Self.fors.contains(tokens[next].key)
          && (next + 1..<min(next + 5, sentence.range.upperBound)).contains {
            Cues.clients.contains(tokens[$0].key) || Self.offices.contains(tokens[$0].key)
          }
      }
  }

  private static let ons: Set<String> = ["on", "auf", "sur", "en", "op", "na", "su", "no"]
  private static let desks = DenialCues.words(
    "laptop laptops desktop desktops pc pcs notebook notebooks workstation workstations arbeitsplatz arbeitsplatzrechnern portable poste ordenador portatil werkplek stacji laptopie"
  )
  private static let onlys = DenialCues.words(
    "only nur seulement uniquement solo apenas somente alleen tylko soltanto")
  private static let fors = DenialCues.words("for fuer pour para voor dla per")
  private static let offices = DenialCues.words(
    "office browsing surfing web surf guests wifi wlan internet buero bureau oficina escritorio kantoor biuro ufficio buropcs gaeste"
  )

  private func near(_ mention: Mention, _ distance: Int, _ sentence: Sentence) -> Range<Int> {
    max(
      sentence.range.lowerBound, mention.range.lowerBound - distance)..<min(
        sentence.range.upperBound, mention.range.upperBound + distance)
  }
}
