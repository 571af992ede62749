/// The project that a list or a tracker writes about, by its mails' subjects and addresses.
enum ListTag {
  /// `Re: [acme/ferry] no login (#7)`, `[ferry-users] no login`, `To: ferry-users@lists.example`.
  static func repository(of mail: MailMessage) -> (name: String, written: String)? {
    if let subject = mail.subject, let open = subject.firstIndex(of: "["),
      let close = subject[open...].firstIndex(of: "]")
    {
      let tag = subject[subject.index(after: open)..<close].lowercased()
      let parts = tag.split(separator: "/")
      if parts.count == 2, parts.allSatisfy(isName) { return (tag, "Subject: " + subject) }
      if let name = project(tag[...]) { return ("list/" + name, "Subject: " + subject) }
    }
    guard let address = mail.recipient?.address?.lowercased(), address.contains("@list"),
      let name = project(address.prefix { $0 != "@" })
    else { return nil }
    return ("list/" + name, "To: " + address)
  }

  /// `ferry` of `ferry-users`.
  private static func project(_ list: Substring) -> String? {
    guard let dash = list.lastIndex(of: "-"), isName(list[..<dash]),
      !others.contains(String(list[..<dash])),
      ["users", "user", "discuss", "devel", "dev", "help", "list"].contains(
        list[list.index(after: dash)...])
    else { return nil }
    return String(list[..<dash])
  }

  /// What many lists are about, and no product is called.
  private static let others: Set<String> = [
    "all", "end", "ftp", "sftp", "ssh", "linux", "windows", "mail", "network", "server", "sap",
    "storage", "tech", "vpn", "web",
  ]

  private static func isName(_ text: Substring) -> Bool {
    (2...40).contains(text.utf8.count) && text.contains(where: \.isLetter)
      && text.allSatisfy { $0.isWordCharacter || "-_.".contains($0) }
  }
}
