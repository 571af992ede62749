/// Versions of products in the lines that they log when they start.
enum LogVersions {
  private static let lexicon = Lexicon(products: [])
  private static let marks = [
    "tart", "ersion", "STARTUP", "onfigured", "ready", "running", "nitializ", "ooting",
  ]

  /// `Dovecot v2.3.21 (47349e2482) starting up`, `Starting Server... OpenAS2 v3.5.0`,
  /// `msg="Starting Grafana" version=10.2.3`
  static func product(in text: Substring) -> (name: String, version: String)? {
    // What a server says of the other end is no version of its own.
    guard text.utf8.count <= 400, marks.contains(where: text.has), !text.has("emote") else {
      return nil
    }
    var tokenizer = Tokenizer()
    tokenizer.add(text, line: 0)
    let tokens = tokenizer.tokens
    guard tokens.count <= 60, tokens.contains(where: { isVersion($0) }) else { return nil }
    for mention in MentionScan(lexicon: lexicon).mentions(in: tokens) {
      guard let name = mention.product,
        !mention.isCommon || tokens[mention.range.lowerBound].isCapital
      else { continue }
      let next = tokens[mention.range.upperBound...].prefix(3)
      guard let at = next.firstIndex(where: isVersion),
        let version = VersionText.product(tokens[at].text),
        tokens[mention.range.upperBound..<at].allSatisfy({ fillers.contains($0.key) || $0.isNumber }
        )
      else { continue }
      return (name, version)
    }
    return nil
  }

  /// `Current version is 9.2.3`: that of the program whose log it is.
  static func own(in text: Substring) -> String? {
    for mark in ["Current version is ", "Current version: ", "Application version: "] {
      guard let range = text.place(of: mark) else { continue }
      return PrintedVersion.plain(text[range.upperBound...].prefix { $0 != " " && $0 != "\"" })
    }
    return nil
  }

  private static func isVersion(_ token: Token) -> Bool {
    token.text.contains(".") && VersionText.product(token.text) != nil
  }

  private static let fillers: Set<String> = [
    "version", "v", "server", "agent", "community", "enterprise", "edition", "is", "release",
  ]
}
