/// The kinds of things that a product works with, and the words for them.
enum IntegrationNames {
  struct Name {
    var words: [String]
    var kind: String
    /// Whether the words are a make rather than the kind itself.
    var isMake: Bool
  }

  /// By their first word, longest first.
  static let byFirstWord = Dictionary(
    grouping: (named(kinds, isMake: false) + named(makes, isMake: true)).sorted {
      $0.words.count > $1.words.count
    }, by: { $0.words.first ?? "" })

  private static func named(_ list: [(String, [String])], isMake: Bool) -> [Name] {
    list.flatMap { kind, spellings in
      spellings.map { Name(words: Question.words($0), kind: kind, isMake: isMake) }
    }
  }

  private static let kinds: [(String, [String])] = [
    ("firewall", ["firewall", "firewalls"]), ("nat", ["nat", "masquerading"]),
    ("proxy", ["reverse proxy", "proxy", "proxies", "dmz gateway"]),
    ("load-balancer", ["load balancer", "load balancers", "load balancing", "loadbalancer"]),
    (
      "ha",
      [
        "high availability", "ha", "cluster", "clustering", "failover", "fail over", "redundancy",
        "redundant", "resilience", "active active", "active passive",
      ]
    ),
    ("ldap", ["ldap", "ldaps"]), ("active-directory", ["active directory"]),
    ("sso", ["single sign on", "sso", "saml", "oidc", "kerberos"]),
    ("antivirus", ["antivirus", "anti virus", "virus scanner", "av scanner", "icap"]),
    ("network-storage", ["network storage", "nfs", "cifs", "nas", "san", "file share"]),
    ("database", ["database", "databases"]), ("container", ["container", "containers"]),
    ("management", ["management software", "configuration management", "monitoring"]),
    ("syslog", ["syslog", "siem"]),
  ]

  private static let makes: [(String, [String])] = [
    (
      "firewall",
      [
        "pfsense", "opnsense", "iptables", "nftables", "firewalld", "ufw", "fortigate", "fortinet",
        "palo alto", "check point", "checkpoint", "cisco asa", "sophos", "sonicwall",
      ]
    ),
    ("proxy", ["squid"]), ("load-balancer", ["haproxy", "f5", "big ip", "netscaler"]),
    ("ha", ["pacemaker", "keepalived", "corosync", "drbd"]), ("ldap", ["openldap", "freeipa"]),
    ("sso", ["keycloak", "okta", "adfs", "entra id"]),
    ("antivirus", ["clamav", "mcafee", "symantec", "crowdstrike"]),
    (
      "database", ["postgresql", "postgres", "mysql", "mariadb", "sql server", "oracle database"]
    ),
    ("container", ["docker", "podman", "kubernetes", "openshift"]),
    ("management", ["ansible", "puppet", "chef", "saltstack", "nagios", "zabbix", "icinga"]),
    ("syslog", ["rsyslog", "splunk", "graylog"]),
  ]
}
