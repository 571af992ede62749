/// Tells a mail as it was sent from a text that begins like one.
enum MailHeaders {
  /// Whether a header of a mail begins here: `Received: from …`.
  static func begin(_ bytes: ArraySlice<UInt8>) -> Bool { !names(bytes).isEmpty }

  /// A text pasted from a mail program has From and Subject too, but never what servers add.
  static func areMail(_ bytes: ArraySlice<UInt8>, name: String) -> Bool {
    let found = names(bytes)
    if !found.isDisjoint(with: transport) { return true }
    return name.lowercased().hasSuffix(".eml") && found.count >= 2
      && !found.isDisjoint(with: ["from", "subject", "to", "date"])
  }

  private static let transport: Set<String> = [
    "received", "return-path", "mime-version", "message-id", "content-type", "delivered-to",
    "content-transfer-encoding", "dkim-signature", "x-mailer", "x-mozilla-status",
  ]

  /// Names of the header fields, in lower case, up to the first line that is none.
  private static func names(_ bytes: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
        return names
      }
      let name = line[..<colon]
      guard name.allSatisfy({ (33...126).contains($0) }) else { return names }
      names.insert(String(decoding: name, as: UTF8.self).lowercased())
    }
    return names
  }
}
