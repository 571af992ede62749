/// Facts of what asks directories about users.
enum DirectoryConfiguration {
  static func read(
    _ kind: ConfigurationKind, _ file: Directives, _ facts: inout FactCollector
  ) {
    switch kind {
    case .sssd: sssd(file, &facts)
    case .samba: samba(file, &facts)
    case .ldap:
      guard let uri = file["uri"], uri.value.hasPrefix("ldap") else { return }
      facts.add("ldap", nil, uri.value, uri.line, source: .sentence)
    case .ldif:
      guard let entry = file["dn"] else { return }
      facts.add("ldap", nil, nil, entry.line, source: .sentence)
    default: break
    }
  }

  private static func sssd(_ file: Directives, _ facts: inout FactCollector) {
    for provider in file.all where provider.key == "id_provider" {
      switch provider.value.lowercased() {
      case "ldap": facts.add("ldap", nil, file["ldap_uri"]?.value, provider.line)
      case "ad":
        let domain = file["ad_domain"]?.value ?? file["krb5_realm"]?.value
        facts.add("active-directory", nil, domain, provider.line)
      case "ipa": facts.add("ldap", "FreeIPA", file["ipa_domain"]?.value, provider.line)
      default: break
      }
    }
  }

  private static func samba(_ file: Directives, _ facts: inout FactCollector) {
    if let line = file["workgroup"]?.line { facts.add(.protocol("smb"), line) }
    if let security = file["security"], security.value.lowercased() == "ads" {
      facts.add("active-directory", nil, file["realm"]?.value, security.line)
    }
  }
}
