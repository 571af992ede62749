/// Who of the people in a correspondence is the customer's side and who is ours.
struct Sides {
  struct Person: Equatable {
    var name: String?
    var address: String?
  }

  /// Names, addresses and domains, in lower case.
  private var known: [String: Voice] = [:]

  mutating func learn(_ person: Person, _ voice: Voice) {
    if let name = person.name?.lowercased(), name.utf8.count >= 5 { learn(name, voice) }
    guard let address = person.address?.lowercased() else { return }
    learn(address, voice)
    if let domain = address.split(separator: "@").last.map(String.init),
      domain != address, !Self.freeMail.contains(domain)
    {
      learn("@" + domain, voice)
    }
  }

  /// Whom the customer writes to, unless that is a colleague.
  mutating func learnOurs(_ person: Person) {
    if voice(of: person) != .customer { learn(person, .support) }
  }

  var knowsOurs: Bool { known.values.contains(.support) }
  var hasCustomer: Bool { known.values.contains(.customer) }

  private mutating func learn(_ mark: String, _ voice: Voice) {
    // Bounded, since each mark is looked for in each introduction.
    if known[mark] == nil, known.count < 60 { known[mark] = voice }
  }

  func voice(of person: Person) -> Voice? {
    voice(of: [person.name, person.address].compactMap { $0 }.joined(separator: " "))
  }

  /// The side of whoever is named in the introduction of a quote or in a From line.
  func voice(of text: String) -> Voice? {
    let text = text.lowercased()
    // The longest mark: an address says more than its domain.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let match = known.filter { isPlain ? text[...].has($0.key) : text.contains($0.key) }
      .max { $0.key.utf8.count < $1.key.utf8.count }
    if let match { return match.value }
    return Self.isOurs(text) ? .support : nil
  }

  /// `Support Team`, `Soporte N1`
  static func isOurs(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { ourWords.contains(String($0)) }
  }

  private static let ourWords: Set<String> = [
    "agent", "assistenza", "csm", "helpdesk", "hotline", "kundendienst", "kundenservice",
    "servicedesk", "soporte", "suporte", "support", "supportteam", "ticket", "ticketing", "tickets",
    "wsparcie",
  ]

  private static let freeMail: Set<String> = [
    "aol.com", "free.fr", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com",
    "icloud.com", "live.com", "mail.ru", "me.com", "msn.com", "orange.fr", "outlook.com",
    "posteo.de", "proton.me", "protonmail.com", "qq.com", "t-online.de", "web.de", "wp.pl",
    "yahoo.com", "ziggo.nl",
  ]
}

extension Voice {
  var other: Voice { self == .customer ? .support : .customer }
}
