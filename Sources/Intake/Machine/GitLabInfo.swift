/// `gitlab-rake gitlab:env:info`: sections of `Label:   value`.
enum GitLabInfo {
  static let heads = ["system"]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text == "System information" else { return 0 }
    var (count, end, section) = (1, 1, "")
    var isKnown = false
    while count < 80, count - end < 3, let line = printout.line(count) {
      // `old server:`, above what another one printed
      if count > end, let (_, value) = line.labelled, value.isEmpty { break }
      if let (label, value) = line.labelled {
        claim(label, value, section, at: count, &printout)
        end = count + 1
      } else if line.starts("GitLab ") {
        (section, end, isKnown) = (String(line), count + 1, true)
      } else if !line.isEmpty {
        break
      }
      count += 1
    }
    return isKnown ? end : 0
  }

  private static func claim(
    _ label: String, _ value: Substring, _ section: String, at offset: Int,
    _ printout: inout Printout
  ) {
    switch (section, label) {
    case ("", "system"):
      if let title = OSTitle(value) { printout.claim(title.subject, at: offset) }
    case ("GitLab information", "version"):
      guard let version = PrintedVersion.plain(value) else { return }
      printout.claim(.product(name: "gitlab", version: version), at: offset)
    case ("GitLab information", "db adapter"):
      let name = String(value)
      printout.claim(.integration(kind: "database", name: name, detail: nil), at: offset)
    case ("GitLab information", "using ldap") where value == "yes" || value == "no":
      printout.claim(
        .integration(kind: "ldap", name: nil, detail: nil), at: offset,
        stance: value == "yes" ? .present : .absent)
    case ("GitLab information", "using omniauth") where value == "yes" || value == "no":
      printout.claim(
        .integration(kind: "sso", name: nil, detail: nil), at: offset,
        stance: value == "yes" ? .present : .absent)
    default: break
    }
  }
}
