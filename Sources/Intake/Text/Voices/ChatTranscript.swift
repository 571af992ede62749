/// A chat: who said what, turn by turn.
struct ChatTranscript {
  private var turns: [Int: ChatLine]
  private var voices: [String: Voice]

  /// The transcript that these lines are; nil when they are a letter or a log.
  static func find(in lines: [Line]) -> ChatTranscript? {
    // The beginning tells, and a long mail should not be looked at twice.
    let begin = lines.prefix(100)
    guard isChat(turns(of: begin)), asks(lines) else { return nil }
    var turns = turns(of: lines[...])
    if !isTimed(turns) { turns = turns.filter { role(of: $0.value.speaker) != nil } }
    return ChatTranscript(turns: turns, voices: voices(of: turns, lines))
  }

  private static func turns(of lines: ArraySlice<Line>) -> [Int: ChatLine] {
    var turns: [Int: ChatLine] = [:]
    for index in lines.indices where !lines[index].isVoid {
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
      } else if Self.isEvent(lines[index].text) {
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

  private static func voices(of turns: [Int: ChatLine], _ lines: [Line]) -> [String: Voice] {
    let said = Dictionary(grouping: turns.keys.sorted(), by: { turns[$0]?.speaker ?? "" })
    var voices = said.compactMapValues { $0.first }.compactMapValues { first in
      turns[first].flatMap { role(of: $0.speaker) }
    }
    let open = said.keys.filter { voices[$0] == nil }
    let known = Set(voices.values)
    if known.count == 1, let one = known.first {
      for speaker in open { voices[speaker] = one == .boilerplate ? .customer : one.other }
    } else if known.isEmpty {
      // Support asks more than it is asked; of two that ask alike the one who began is the customer.
      let asked = said.mapValues { indices in
        indices.reduce(0) { sum, index in
          sum + lines[index].text.utf8.count { $0 == UInt8(ascii: "?") }
        }
      }
      let most = said.keys.max { a, b in
        (asked[a] ?? 0, said[a]?.first ?? 0) < (asked[b] ?? 0, said[b]?.first ?? 0)
      }
      for speaker in open { voices[speaker] = speaker == most ? .support : .customer }
    }
    return voices
  }

  private static func role(of speaker: String) -> Voice? {
    let words = speaker.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: ourRoles.contains) { return .support }
    if words.contains(where: customerRoles.contains) { return .customer }
    return words.contains("system") && words.count == 1 ? .boilerplate : nil
  }

  private static func isEvent(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let lower = text.lowercased()
    return lower.hasPrefix("*** ") || lower.hasPrefix("-- ")
      || [
        "joined the chat", "left the chat", "chat started", "chat ended", "has joined",
        "has left", "hat den chat", "a rejoint", "visitor is browsing",
      ].contains { lower.contains($0) }
  }

  private static let ourRoles: Set<String> = [
    "agent", "agente", "asesor", "assistente", "atendente", "berater", "conseiller", "conseillere",
    "consultant", "doradca", "konsultant", "medewerker", "medewerkster", "mitarbeiter", "operatore",
    "technicien", "techniker", "bot", "engineer", "helpdesk", "operator", "soporte", "staff",
    "suporte", "support",
    "techniker", "wsparcie", "assistance",
  ]
  private static let customerRoles: Set<String> = [
    "client", "cliente", "customer", "guest", "ich", "klant", "klient", "kunde", "kundin", "me",
    "user", "visitor", "you",
  ]
}
