import CaseModel
import Testing

/// What does not work, or is only spoken of, is not denied.
@Suite struct TroubleTests {
  private func after(_ sentence: String) throws -> InstallationDetail {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
  }

  @Test(arguments: [
    ("LDAP does not work since the update.", ["ldap"]),
    ("LDAP funktioniert nicht mehr.", ["ldap"]),
    ("Le LDAP ne répond plus.", ["ldap"]),
    ("El LDAP no responde.", ["ldap"]),
    ("LDAP przestał działać.", ["ldap"]),
    ("The LDAP server isn't reachable from the node.", ["ldap"]),
    ("The proxy doesn't pass the header.", ["proxy"]),
    ("The firewall isn't the problem, I checked.", ["firewall"]),
    ("Die Firewall ist es nicht, das habe ich geprüft.", ["firewall"]),
    ("Am Proxy liegt es nicht.", ["proxy"]),
    ("The antivirus did not find anything.", ["antivirus"]),
    ("Der Virenscanner hat nichts gefunden.", ["antivirus"]),
    ("L'antivirus ne trouve rien.", ["antivirus"]),
    ("LDAP users cannot log in.", ["ldap"]),
    ("LDAP-Benutzer können sich nicht anmelden.", ["ldap"]),
    ("No LDAP user can log in.", ["ldap"]),
    ("No LDAP users are imported.", ["ldap"]),
    ("Without LDAP it works.", []),
    ("I have no access to the firewall.", ["firewall"]),
    ("We have not changed anything on the firewall.", ["firewall"]),
    ("An der Firewall wurde nichts geändert.", ["firewall"]),
    ("Nobody touched the FortiGate.", ["firewall"]),
    ("On n'a rien changé sur le pare-feu.", ["firewall"]),
    ("No hemos tocado el cortafuegos.", ["firewall"]),
    ("Nothing in the firewall logs.", ["firewall"]),
    ("The database is not the bottleneck.", []),
    ("Not only LDAP but also AD users are affected.", ["ldap", "active-directory"]),
    ("When I disable the firewall it works.", ["firewall"]),
    ("If I turn off the antivirus nothing changes.", ["antivirus"]),
    ("ESET auf der Maschine, 10 Minuten deaktiviert, ändert nichts.", ["antivirus"]),
    (
      "ESET sur la machine, je l'ai désactivé 10 minutes pour essayer, ça change rien.",
      ["antivirus"]
    ),
    ("pf staat er op, maar met pfctl -d maakt het geen verschil.", ["firewall"]),
    ("We use LDAP, is that a problem?", ["ldap"]),
    ("Is a firewall needed for this?", []),
    ("Should I put nginx in front?", []),
    ("Do you support LDAP?", []),
    (
      "Users come from Active Directory, and I suspect the service account, maybe?",
      ["active-directory"]
    ),
    ("Database is SQL Server 2017 on its own machine (also Windows, maybe 2016).", ["database"]),
  ])
  func whatDoesNotWorkIsThere(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.kinds) == Set(kinds) && detail.deniedKinds.isEmpty)
  }

  @Test(arguments: [
    ("SFTP uploads do not finish.", ["sftp"]),
    ("SFTP klappt nicht, FTPS auch nicht.", ["sftp", "ftps"]),
    ("O SFTP não é afetado.", ["sftp"]), ("On ne propose que le SFTP.", ["sftp"]),
    ("WebDAV I did not try.", ["webdav"]),
  ])
  func aProtocolThatFailsIsUsed(_ sentence: String, _ protocols: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.protocols) == Set(protocols) && detail.deniedKinds.isEmpty)
  }

  @Test(arguments: [
    "Wenn man F5 drückt gehts wieder.",
    "Pressing F5 in the browser helps.",
    "I hit F5 and the page loads.",
    "After Ctrl+F5 it is gone.",
    "Where do I find the menu Settings > LDAP?",
    "In the menu under Administration > Firewall I only see rules.",
    "It says \"LDAP is not configured\".",
    "Error: \"Proxy Authentication Required\".",
    "The error was \"proxy timeout\".",
    "Another customer has the same with LDAP.",
    "At the other site they use a FortiGate.",
    "For example with nginx or HAProxy it works for others.",
    "The documentation says a reverse proxy is supported.",
    "See the docs about Docker at https://docs.example.com/docker/",
    "Does the new version support Kubernetes?",
    "The feature list mentions SAML and LDAP.",
    "We plan to introduce SSO with Okta next year.",
  ])
  func whatIsNamedInPassingIsNoIntegration(_ sentence: String) throws {
    let detail = try after(sentence)
    #expect(detail.integrations.isEmpty && detail.deniedKinds.isEmpty)
  }
}
