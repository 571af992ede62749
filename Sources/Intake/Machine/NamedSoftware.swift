/// A program by the name that packages, images and commands have for it.
struct NamedSoftware {
  /// As customers call it, else the name itself: `samba416` is `samba`.
  var product: String
  /// Whether the name is that of a product which cases are about.
  var isKnown: Bool
  /// What it is to another product: `postgres` is a database.
  var integration: (kind: String, name: String)?

  /// Beside most products, so that it is rather not the one that the ticket is about.
  var isHelper: Bool {
    guard let kind = integration?.kind else { return Self.infrastructure.contains(product) }
    return ["database", "proxy", "antivirus", "network-storage", "management"].contains(kind)
  }

  private static let infrastructure = Set(
    InfrastructureNames.entries.compactMap { entry -> String? in
      if case .product(let name) = entry.meaning { name } else { nil }
    }
  ).union(["redis", "rabbitmq", "kafka", "activemq", "elasticsearch", "tomcat", "postfix"])

  init(_ name: Substring) {
    let name = name.hasSuffix(".exe") ? name.dropLast(4) : name
    let key = Self.aliases[name.lowercased()] ?? name.lowercased()
    let tokens = Self.tokens(key)
    let entries = Self.lexicon.entries(in: tokens[...]).filter { entry in
      tokens.dropFirst(entry.keys.count).allSatisfy { token in
        Self.endings.contains(token.key) || token.key.allSatisfy(\.isNumber)
          || token.key.contains(".")
      }
    }
    var product: String?
    for entry in entries {
      if case .product(let name) = entry.meaning { product = name }
    }
    self.product = product ?? key
    isKnown = product != nil
    integration = Self.integrations[self.product]
  }

  private static let lexicon = Lexicon(products: [])

  /// `samba416`, `postgresql15-server`, `php8.2`: the digits behind a name are a version's.
  private static func tokens(_ name: String) -> [Token] {
    var tokenizer = Tokenizer()
    // `389-ds-base` would be one word.
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    tokenizer.add(words[...], line: 0)
    return tokenizer.tokens.map { token in
      var token = token
      let stem = token.key.prefix { !$0.isNumber }
      let tail = token.key.dropFirst(stem.count)
      if stem.count >= 4, tail.allSatisfy({ $0.isNumber || $0 == "." }) { token.key = String(stem) }
      return token
    }
  }

  private static let endings: Set<String> = [
    "server", "core", "common", "base", "daemon", "ce", "ee", "oss", "enterprise", "bin", "basic",
    "community", "apache", "fpm", "alpine", "latest", "tools", "dc", "prod",
  ]
  private static let aliases = [
    "mongo": "mongodb", "ocis": "ocis", "alpine-ftp-server": "vsftpd", "sftp": "openssh",
    "openssh-server": "openssh", "seafile-mc": "seafile", "nginx-proxy": "nginx",
    "docker-nginx-proxy": "nginx", "vault": "vault", "server": "server", "httpd": "apache httpd",
    "osixia-openldap": "openldap", "mssql-server": "sql server",
  ]
  /// What stands beside a product under its own name, and what it is there.
  private static let integrations: [String: (kind: String, name: String)] = [
    "postgresql": ("database", "PostgreSQL"), "mysql": ("database", "MySQL"),
    "mariadb": ("database", "MariaDB"), "mongodb": ("database", "MongoDB"),
    "sql server": ("database", "SQL Server"), "oracle database": ("database", "Oracle"),
    "nginx": ("proxy", "nginx"),
    "traefik": ("proxy", "Traefik"), "caddy": ("proxy", "Caddy"), "haproxy": ("proxy", "HAProxy"),
    "swag": ("proxy", "SWAG"), "squid": ("proxy", "squid"), "envoy": ("proxy", "Envoy"),
    "nginx-proxy-manager": ("proxy", "Nginx Proxy Manager"),
    "cloudflared": ("proxy", "cloudflared"),
    "openldap": ("ldap", "OpenLDAP"), "lldap": ("ldap", "lldap"), "glauth": ("ldap", "glauth"),
    "389-ds": ("ldap", "389 Directory Server"), "keycloak": ("sso", "Keycloak"),
    "authelia": ("sso", "Authelia"), "authentik": ("sso", "authentik"),
    "oauth2-proxy": ("sso", "oauth2-proxy"), "dex": ("sso", "Dex"),
    "clamav": ("antivirus", "ClamAV"), "minio": ("network-storage", "MinIO"),
    "grafana": ("management", "Grafana"), "prometheus": ("management", "Prometheus"),
    "portainer": ("management", "Portainer"), "zabbix": ("management", "Zabbix"),
  ]
}
