import CaseModel
import Testing

/// What installations stand beside, in sentences.
@Suite struct IntegrationSentenceTests {
  private func after(_ sentence: String) throws -> InstallationDetail {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
  }

  @Test(arguments: [
    (
      "F5 in front of the two nodes (cluster, active/active), logins go against AD.",
      ["load-balancer", "ha", "active-directory"]
    ),
    ("PROD sits behind the F5.", ["load-balancer"]),
    ("caddy is in front for the tls", ["proxy"]),
    ("Davor steht ein Apache als Reverse Proxy.", ["proxy"]),
    ("Kontrolery domeny: Windows Server 2016 i 2019.", ["active-directory"]),
    ("The server is joined to the domain.", ["active-directory"]),
    ("Users log in with their domain accounts.", ["active-directory"]),
    ("Virenscanner ist der Defender, aber der Ordner ist ausgenommen.", ["antivirus"]),
    ("Storage is an NFS share on a NetApp.", ["network-storage"]),
    ("Files are on a Synology NAS.", ["network-storage"]),
    ("Files go to an S3 bucket at Wasabi.", ["network-storage"]),
    ("Blobs are on an EFS mount.", ["network-storage"]),
    ("The homes are on a Samba share of the file server.", ["network-storage"]),
    ("Login via Entra ID (formerly Azure AD) with SAML.", ["sso"]),
    ("Anmeldung per OIDC gegen Azure AD.", ["sso"]),
    ("NLB da AWS na frente.", ["load-balancer"]),
    ("AWS ALB in front of two EC2 instances.", ["load-balancer"]),
    ("We run it on the Kubernetes cluster with a helm chart.", ["container"]),
    ("Logs go to Splunk and Zabbix watches the host.", ["syslog", "management"]),
    ("Logs werden per syslog an ein SIEM geschickt.", ["syslog"]),
    ("monitored with Nagios", ["management"]),
    ("CrowdStrike Falcon on all servers.", ["antivirus"]),
    ("SentinelOne ist installiert.", ["antivirus"]),
    ("Oracle 19c as the database on a RAC.", ["database", "ha"]),
    ("DB is external, MSSQL 2019.", ["database"]),
    ("two-node active/passive cluster", ["ha"]),
    ("The public address is NATed 1:1.", ["nat"]),
    ("Port forwarding on the router.", ["nat"]),
    ("Die Fritzbox macht NAT.", ["nat"]),
    ("nftables on the box itself", ["firewall"]),
    ("Stormshield géré par un prestataire", ["firewall"]),
    ("Users are in a MySQL table.", ["database"]),
    ("usuários vêm do Active Directory", ["active-directory"]),
    ("Der Server steht in der DMZ hinter einer Check Point.", ["firewall"]),
    ("wszystko stoi za FortiGate", ["firewall"]),
  ])
  func whatIsThereIsRead(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.kinds) == Set(kinds) && detail.deniedKinds.isEmpty)
  }

  @Test func theFirewallOfWindowsHasOneName() throws {
    let detail = try after("tylko zapora Windows")
    #expect(detail.integrations.map(\.name) == ["Windows Firewall"])
  }

  @Test func aMakeOfTwoKindsIsTheOneThatIsSpokenOf() throws {
    #expect(try after("TLS ends at the HAProxy.").kinds == ["proxy"])
    #expect(try after("HAProxy balances over two nodes.").kinds == ["load-balancer"])
  }

  @Test(arguments: [
    ("Support: Is it in a container?\nCustomer: no, just on a vm", ["container"]),
    (
      "Support: Do you use LDAP or a proxy?\nCustomer: neither. Local users only.",
      ["ldap", "proxy"]
    ),
    ("Support: Did you restart the proxy?\nCustomer: no", []),
  ])
  func aReplyDeniesWhatWasAskedFor(_ chat: String, _ kinds: [String]) throws {
    let start =
      "Support: Which product?\nCustomer: ProFTPD 1.3.8\nSupport: On what?\nCustomer: Debian 12\n"
    #expect(Set(try read(start + chat).deniedKinds) == Set(kinds))
  }
}
