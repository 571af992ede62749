/// Whose machine a heading, a lead-in or a host's name speaks of.
enum MachineHeading {
  typealias Role = PrintedMachine.Role

  /// `Client:`, `--- PROD (jnk-p01) ---`, `On the jump host I see:`, `seine Maschine:`
  ///
  /// A sentence that ends is no heading, and a line without a colon only a short one.
  static func role(of text: Substring) -> Role {
    guard let first = text.utf8.first, text.utf8.count <= 400 else { return .unknown }
    let isMarked = "#*-=[".utf8.contains(first)
    let isLead = text.utf8.last { !"*_-=# )".utf8.contains($0) } == UInt8(ascii: ":")
    let lead = isLead || text.utf8.last == UInt8(ascii: ":") ? lastSentence(text) : text
    let hasColon = text.utf8.last == UInt8(ascii: ":") || isLead
    // Most lines are no heading, and their spaces show it.
    guard hasColon || isMarked || plainWords(lead) <= 3 else { return .unknown }
    let words = words(lead)
    // A title may speak of a client that hangs; a heading only names it.
    let isShort = isMarked || words.count <= 3 && !text.utf8.contains(UInt8(ascii: ":"))
    guard hasColon || isShort && isPlain(lead) else { return .unknown }
    return role(of: words) ?? environment(lead)
  }

  /// `laptop-7`, `Maxs-MBP`, `test-web1`, `ftp-srv`
  static func role(ofHost host: String) -> Role {
    let words = host.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: ["srv", "server", "prod", "prd"].contains) { return .product }
    if words.contains(where: ["mbp", "nb", "lap", "jump", "imac"].contains) { return .client }
    if words.contains(where: ["test", "tst", "staging", "dev", "qa", "old", "alt"].contains) {
      return .other
    }
    return words.contains(where: MachineWords.client.contains) ? .client : .unknown
  }

  /// Nil where none of the words is for a machine.
  private static func role(of words: [String]) -> Role? {
    let isOther = words.indices.contains { at in
      MachineWords.former.contains(words[at])
        && words[(at + 1)...].prefix(2).contains(where: MachineWords.machines.contains)
    }
    if isOther { return .other }
    if let role = distance(words) { return role }
    let isServer = words.contains(where: MachineWords.server.contains)
    let isClient = words.contains(where: MachineWords.client.contains)
    if isServer != isClient {
      let isTrial = words.contains(where: MachineWords.trial.contains)
      return isTrial ? .other : isClient ? .client : .product
    }
    return isServer ? placed(words) : owned(words)
  }

  /// `From the client to the server:` stands on the client.
  private static func placed(_ words: [String]) -> Role {
    let roles = words.indices.compactMap { at -> Role? in
      let before = words[max(0, at - 2)..<at]
      guard before.contains(where: MachineWords.places.contains) else { return nil }
      return MachineWords.client.contains(words[at])
        ? .client : MachineWords.server.contains(words[at]) ? .product : nil
    }
    return roles.count == 1 ? roles[0] : .unknown
  }

  /// `Local Host:` is where the writer sits, `Remote Host:` where it goes to.
  private static func distance(_ words: [String]) -> Role? {
    let isNear = MachineWords.near.contains(where: words.contains)
    let isFar = MachineWords.far.contains(where: words.contains)
    guard isNear != isFar, words.contains(where: MachineWords.machines.contains) else { return nil }
    return isNear ? .client : .product
  }

  /// `my machine`, `seine Maschine`, `our side`: who sits there is told, if not what it is.
  private static func owned(_ words: [String]) -> Role? {
    for (owner, thing) in zip(words, words.dropFirst())
    where MachineWords.machines.contains(thing) {
      if MachineWords.theirs.contains(owner) { return .client }
      if MachineWords.ours.contains(owner) || MachineWords.fresh.contains(owner) { return .product }
    }
    return nil
  }

  /// `TEST (web3)`, `On the production machine`, `NEU:`; nothing else stands in it.
  private static func environment(_ text: Substring) -> Role {
    let words = words(text.prefix { $0 != "(" })
    let isPlain = words.allSatisfy { word in
      MachineWords.environments.contains { $0.contains(word) } || word.contains(where: \.isNumber)
    }
    guard isPlain else { return .unknown }
    let isTrial = words.contains {
      MachineWords.trial.contains($0) || MachineWords.old.contains($0)
    }
    let isLive = words.contains {
      MachineWords.live.contains($0) || MachineWords.fresh.contains($0)
    }
    return isTrial == isLive ? .unknown : isTrial ? .other : .product
  }

  /// `Client information`, `On server 2`, `PROD (web1)`: machines and what is told of them.
  private static func isPlain(_ text: Substring) -> Bool {
    words(text.prefix { $0 != "(" }).allSatisfy { word in
      word.contains(where: \.isNumber) || MachineWords.headings.contains { $0.contains(word) }
    }
  }

  private static func words(_ text: Substring) -> [String] {
    Folding.key(String(text)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Words between spaces that have an ASCII letter or digit: never more than `words` finds.
  private static func plainWords(_ text: Substring) -> Int {
    text.utf8.split(separator: 32).count { word in
      word.contains { (48...57).contains($0) || (65...90).contains($0 & 0xDF) }
    }
  }

  private static func lastSentence(_ text: Substring) -> Substring {
    var rest = text
    for sign in [". ", "! ", "? "] {
      while let range = rest.place(of: sign) { rest = rest[range.upperBound...] }
    }
    return rest
  }
}
