import CaseModel
import Testing

@testable import Intake

/// What was found in a letter or a file: `sshd_config 3`.
func configuration(
  _ text: String, name: String = "mail.txt", kind: Document.Kind = .letter
) -> [String] {
  ConfigurationFiles.read(document(text, name: name, kind: kind)).files.map {
    "\($0.attachment.kind) \($0.attachment.lines)"
  }
}

@Suite struct ConfigurationKindTests {
  @Test(arguments: [
    (
      "sshd_config",
      "Port 22\nPermitRootLogin no\nSubsystem sftp internal-sftp\nMatch Group up\n    ChrootDirectory /srv/%u"
    ),
    (
      "ssh_config",
      "Host hub\n  HostName hub.example.com\n  User anna\n  IdentityFile ~/.ssh/id_ed25519\n  ProxyJump gate"
    ),
    (
      "proftpd.conf",
      "ServerName \"Drop\"\nServerType standalone\nPort 21\n<IfModule mod_tls.c>\n  TLSEngine on\n</IfModule>"
    ),
    ("vsftpd.conf", "listen=YES\nanonymous_enable=NO\nlocal_enable=YES\npasv_min_port=40000"),
    ("pure-ftpd.conf", "ChrootEveryone yes\nMaxClientsNumber 50\nTLS 1"),
    (
      "iptables-save",
      "*filter\n:INPUT DROP [12:720]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp --dport 21 -j ACCEPT\nCOMMIT"
    ),
    (
      "nft-ruleset",
      "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority 0; policy drop;\n\t\ttcp dport 22 accept\n\t}\n}"
    ),
    (
      "firewalld",
      "public (active)\n  target: default\n  icmp-block-inversion: no\n  services: ssh ftp\n  masquerade: no\n  forward-ports: "
    ),
    (
      "sssd.conf",
      "[sssd]\nservices = nss, pam\n\n[domain/corp.example]\nid_provider = ad\nunknown_key = 1"
    ),
    (
      "krb5.conf",
      "[libdefaults]\n    default_realm = EXAMPLE.COM\n[realms]\n    EXAMPLE.COM = {\n        kdc = kdc1.example.com\n    }"
    ),
    (
      "ldap.conf",
      "URI ldaps://ldap.example.com\nBASE dc=example,dc=com\nTLS_CACERT /etc/ssl/ca.pem"
    ),
    (
      "ldif",
      "dn: uid=anna,ou=people,dc=example,dc=com\nobjectClass: posixAccount\nuid: anna\nloginShell: /bin/sh"
    ),
    (
      "haproxy.cfg",
      "frontend ftp_in\n  bind *:21\n  mode tcp\n  default_backend ftp\nbackend ftp\n  balance roundrobin\n  server a 192.0.2.1:21 check"
    ),
    ("squid.conf", "acl localnet src 10.0.0.0/8\nhttp_access allow localnet\nhttp_port 3128"),
    ("hosts", "127.0.0.1 localhost\n192.0.2.7 ftp.example.com ftp"),
    (
      "nginx.conf",
      "server {\n    listen 443 ssl;\n    server_name x.example;\n    location / {\n        proxy_pass http://192.0.2.1;\n    }\n}"
    ),
    (
      "httpd.conf",
      "<VirtualHost *:443>\n  DocumentRoot /srv/www\n  SSLEngine on\n  Dav On\n</VirtualHost>"
    ),
    (
      "keepalived.conf",
      "vrrp_instance VI_1 {\n    state MASTER\n    virtual_router_id 51\n    virtual_ipaddress {\n        192.0.2.100\n    }\n}"
    ),
    ("smb.conf", "[global]\n   workgroup = CORP\n   security = ads\n   realm = CORP.EXAMPLE"),
    (
      "docker-compose.yml",
      "services:\n  sftpgo:\n    image: drakkan/sftpgo:v2.5.6\n    container_name: sftpgo\n    ports: [\"2022:2022\"]"
    ),
    ("my.cnf", "[mysqld]\ndatadir = /var/lib/mysql\ninnodb_buffer_pool_size = 1G"),
    (
      "fstab",
      "nas:/export /srv/data nfs4 defaults 0 0\n//files/x /srv/x cifs credentials=/etc/x 0 0"
    ),
    ("rsyslog.conf", "$ModLoad imuxsock\n*.* @@logs.example.com:514"),
  ])
  func `a file is known by its lines, attached, fenced or plainly pasted`(
    kind: String, text: String
  ) {
    let count = text.split(separator: "\n").count
    #expect(configuration(text, name: "attached.txt", kind: .attachment) == ["\(kind) \(count)"])
    #expect(configuration("See:\n\n```\n\(text)\n```\nThanks.") == ["\(kind) \(count)"])
    if kind == "firewalld" { return }
    #expect(
      configuration("Here it is\n\n\(text)\n\nThank you, it is on Debian 12.") == [
        "\(kind) \(count)"
      ])
  }

  @Test func `a file's own name helps where its lines are few`() {
    #expect(configuration("Here is our vsftpd.conf:\n\nssl_enable=YES\n") == ["vsftpd.conf 1"])
    #expect(configuration("We set\n\nssl_enable=YES\n").isEmpty)
    let tls = configuration(
      "TLSEngine on", name: "x: etc/proftpd/tls.conf", kind: .bundle(path: "etc/proftpd/tls.conf"))
    #expect(tls == ["proftpd.conf 1"])
  }

  @Test func `two files in one letter are two`() {
    let text = """
      squid.conf of the proxy (5.7):
      acl localnet src 10.0.0.0/8
      http_access allow localnet
      http_port 3128

      krb5.conf, in case it matters:
      [libdefaults]
          default_realm = EXAMPLE.COM
      """
    #expect(configuration(text) == ["squid.conf 3", "krb5.conf 2"])
    #expect(ConfigurationFiles.read(document(text)).used == [1, 2, 3, 6, 7])
  }

  @Test func `comments above and between belong to the file`() {
    let text =
      "Our config:\n\n# /etc/ssh/sshd_config\nPort 22\n# only keys\nPasswordAuthentication no\nUsePAM yes"
    #expect(ConfigurationFiles.read(document(text)).used == [2, 3, 4, 5, 6])
  }

  @Test(arguments: [
    "Port 21 is open, and the passive ports too.",
    "User anna cannot log in.\nGroup staff neither.",
    "Host: ftp.example.com\nPort: 22\nUser: anna",
    "Protocol: SFTP\nPort: 22\nOS: Debian 12",
    "Subsystem sftp is what we use, and it is slow.",
    "Ciphers are those of the default policy.\nMACs are too.",
    "Image: the attached one\nServices: FTP and SFTP",
    "The server is 192.0.2.7\n192.0.2.7 answers",
    "mail: anna@example.com\ncn: Anna",
    "Version = 1.3.8\nOS = Debian 12\nArch = amd64",
    "table of contents\nchain of events",
    "frontend and backend\nare two machines",
    "global settings\ndefaults are kept",
    "Match the versions, please.\nInclude the log.",
    "- FTP\n- SFTP\n- the -A flag",
    "Location: Berlin\nServer: web1\nRoot: none",
    "State: open\nPriority: high\nInterface: web",
  ])
  func `prose and forms are no configuration`(text: String) {
    #expect(ConfigurationFiles.read(document(text)).used.isEmpty)
  }
}
