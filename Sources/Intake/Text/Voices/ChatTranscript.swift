/// A chat: who said what, turn by turn.
struct ChatTranscript {
  private var turns: [Int: ChatLine]
  private var voices: [String: Voice]
  /// The lines that say who takes part.
  private var people: Set<Int>

  /// The transcript that these lines are; nil when they are a letter or a log.
  static func find(in lines: [Line]) -> ChatTranscript? {
    // The beginning tells, and a long mail should not be looked at twice.
    let begin = lines.prefix(100)
    guard isChat(turns(of: begin)), asks(lines) else { return nil }
    let all = turns(of: lines[...])
    let timed = isTimed(all)
    let turns = all.filter { timed ? $0.value.hasTime : role(of: $0.value.speaker) != nil }
    // `Agent: Mia`, above the chat.
    let first = turns.keys.min() ?? 0
    let people = all.filter { $0.key < first && role(of: $0.value.speaker) != nil }
    return ChatTranscript(
      turns: turns, voices: voices(of: turns, people: people, lines), people: Set(people.keys))
  }

  private static func turns(of lines: ArraySlice<Line>) -> [Int: ChatLine] {
    var turns: [Int: ChatLine] = [:]
    // `<Directory /srv>` is nobody who speaks.
    let hasElements = lines.contains { $0.text.trimmed.hasPrefix("</") }
    for index in lines.indices
    where !lines[index].isVoid && !(hasElements && lines[index].text.trimmed.hasPrefix("<")) {
      turns[index] = ChatLine(lines[index].text)
    }
    return turns
  }

  private static func isChat(_ turns: [Int: ChatLine]) -> Bool {
    guard turns.count >= 3 else { return false }
    let speakers = Set(turns.values.map(\.speaker))
    if isTimed(turns), (2...6).contains(speakers.count), !haveOneHost(speakers) { return true }
    let roles = speakers.compactMap { role(of: $0) }
    // A form has labels too, but none of them comes again.
    return roles.contains(.customer) && roles.contains(.support)
      && turns.count { role(of: $0.value.speaker) != nil } >= 3
  }

  private static func isTimed(_ turns: [Int: ChatLine]) -> Bool {
    turns.values.count { $0.hasTime } * 10 >= turns.count * 7
  }

  func marked(_ lines: [Line]) -> [Line] {
    var lines = lines
    var (voice, turn) = (Voice.customer, 0)
    for index in lines.indices {
      if let said = turns[index] {
        voice = voices[said.speaker] ?? .customer
        turn += 1
        lines[index].text = said.start.map { String(lines[index].text[$0...].trimmed) } ?? ""
        if Self.isPlaceholder(lines[index].text) { lines[index].voice = .boilerplate }
      } else if Self.isEvent(lines[index].text) || people.contains(index) {
        lines[index].voice = .boilerplate
      }
      if lines[index].voice != .boilerplate { lines[index].voice = voice }
      lines[index].message = turn
    }
    for index in lines.indices { lines[index].message -= turn }
    return lines
  }

  /// `files kernel:` and `files systemd:` are programs of one host in a log.
  private static func haveOneHost(_ speakers: some Collection<String>) -> Bool {
    let firsts = Set(speakers.map { $0.split(separator: " ").first })
    return speakers.count > 1 && firsts.count == 1
  }

  private static func asks(_ lines: [Line]) -> Bool {
    lines.prefix(400).contains { $0.text.utf8.contains(UInt8(ascii: "?")) }
  }

  private static func voices(
    of turns: [Int: ChatLine], people: [Int: ChatLine], _ lines: [Line]
  ) -> [String: Voice] {
    let said = Dictionary(grouping: turns.keys.sorted(), by: { turns[$0]?.speaker ?? "" })
    var voices: [String: Voice] = [:]
    for speaker in said.keys { voices[speaker] = role(of: speaker) }
    for (index, person) in people {
      let name = person.start.map { lines[index].text[$0...].trimmed.lowercased() } ?? ""
      for speaker in said.keys where name.hasPrefix(speaker.lowercased()) {
        voices[speaker] = role(of: person.speaker)
      }
    }
    let open = said.keys.filter { voices[$0] == nil }.sorted {
      (said[$0]?.first ?? 0) < (said[$1]?.first ?? 0)
    }
    let known = Set(voices.values)
    if known.isEmpty {
      // Support asks more than it is asked; of two that ask alike the one who began is the customer.
      let most = open.max { a, b in questions(said[a], lines) < questions(said[b], lines) }
      let reporter = open.first { $0 != most }
      for speaker in open { voices[speaker] = speaker == reporter ? .customer : .support }
    } else {
      let one = known.subtracting([.boilerplate])
      let voice = one.count == 1 ? one.first?.other ?? .customer : .customer
      for (index, speaker) in open.enumerated() {
        let isStranger = index > 0 && isAlike(said[speaker], turns, lines)
        voices[speaker] = isStranger ? .support : voice
      }
    }
    return voices
  }

  private static func questions(_ turns: [Int]?, _ lines: [Line]) -> (Int, Int) {
    let count = (turns ?? []).reduce(0) { sum, index in
      sum + lines[index].text.utf8.count { $0 == UInt8(ascii: "?") }
    }
    return (count, turns?.first ?? 0)
  }

  /// `same for me`: somebody else with a machine of their own.
  private static func isAlike(_ said: [Int]?, _ turns: [Int: ChatLine], _ lines: [Line]) -> Bool {
    guard let first = said?.first, let turn = turns[first] else { return false }
    let words = turn.start.map { lines[first].text[$0...].trimmed } ?? ""
    let next = lines.indices.contains(first + 1) ? lines[first + 1].text.trimmed : ""
    return isAlike((words.isEmpty ? next : words).lowercased())
  }

  /// In lower case.
  static func isAlike(_ text: String) -> Bool {
    [
      "the same ", "the very same", "i have the same", "i see the same", "also seeing",
      "i can't see it", "i can't reproduce", "same.", "same!", "same,",
      "same ", "me too", "+1", "for me too", "here too", "bei mir auch", "bei uns auch", "dito",
      "moi aussi", "idem", "pareil", "yo también", "a mí también", "igual", "eu também", "ik ook",
      "hier ook", "u mnie też", "anche a me", "anche io", "anch'io",
    ].contains { text.hasPrefix($0) }
  }

  private static func role(of speaker: String) -> Voice? {
    let words = speaker.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: ourRoles.contains) { return .support }
    if words.contains(where: customerRoles.contains) { return .customer }
    return words.contains("system") && words.count == 1 ? .boilerplate : nil
  }

  /// `<Media omitted>`
  private static func isPlaceholder(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") && text.count { $0 == "<" } == 1
  }

  private static func isEvent(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let lower = text.lowercased()
    return lower.hasPrefix("*** ") || lower.hasPrefix("-- ")
      || [
        "has quit", "exported by", "exportiert mit", "exporté par", "joined the chat",
        "left the chat", "chat started", "chat ended", "has joined",
        "has left", "hat den chat", "a rejoint", "visitor is browsing",
      ].contains { lower.contains($0) }
  }

  private static let ourRoles: Set<String> = [
    "agent", "agente", "asesor", "assistente", "atendente", "berater", "conseiller", "conseillere",
    "consultant", "doradca", "konsultant", "medewerker", "medewerkster", "mitarbeiter", "operatore",
    "technicien", "techniker", "bot", "assistenza", "desk", "help", "hotline", "engineer",
    "helpdesk", "operator", "soporte", "staff",
    "suporte", "support",
    "techniker", "wsparcie", "assistance",
  ]
  private static let customerRoles: Set<String> = [
    "client", "cliente", "customer", "guest", "ich", "klant", "klient", "kunde", "kundin", "me",
    "user", "visitor", "you",
  ]
}
