import Testing

@testable import Intake

@Suite struct ConfigurationFactTests {
  private func claims(_ text: String) -> [Claim] {
    ConfigurationFiles.read(document(text, name: "attached.txt", kind: .attachment)).claims
  }
  private func facts(_ text: String) -> [String] {
    claims(text).filter { $0.source == .machine && $0.place != .list }.map(Facts.name)
  }

  @Test func `proftpd tells its protocols, its address outside and its databases`() {
    #expect(
      facts(
        """
        ServerType standalone
        # SFTPEngine on
        PassivePorts 49152 49500
        MasqueradeAddress 203.0.113.5
        TLSEngine on
        TLSRequired on
        LDAPServer ldap://ldap.example.com/??sub
        SQLBackend mysql
        """) == [
          "protocol ftps", "nat 203.0.113.5, passive ports 49152-49500",
          "ldap ldap://ldap.example.com/??sub", "database MySQL",
        ])
    #expect(facts("SFTPEngine on\nSFTPLog /var/log/x\nTLSEngine off") == ["protocol sftp"])
    #expect(
      facts("TLSEngine on\nTLSOptions UseImplicitSSL\nTLSLog /x") == ["protocol ftps-implicit"])
  }

  @Test func `commented lines are no facts`() {
    #expect(facts("#TLSEngine on\nServerType inetd\nDefaultRoot ~").isEmpty)
    #expect(facts("# ssl_enable=YES\nlocal_enable=YES\nwrite_enable=YES").isEmpty)
  }

  @Test func `vsftpd and sshd tell their protocols`() {
    #expect(facts("ssl_enable=YES\nlocal_enable=YES") == ["protocol ftps"])
    #expect(facts("ssl_enable=YES\nimplicit_ssl=YES") == ["protocol ftps-implicit"])
    #expect(
      facts("ssl_enable=NO\npasv_address=203.0.113.5\npasv_min_port=4000\npasv_max_port=4100")
        == ["nat 203.0.113.5, passive ports 4000-4100"])
    #expect(facts("UsePAM yes\nSubsystem sftp /usr/lib/sftp-server") == ["protocol sftp"])
    #expect(facts("UsePAM yes\nPermitRootLogin no").isEmpty)
  }

  @Test func `packet filters are firewalls, and translate where they say so`() {
    #expect(
      facts(
        "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp --dport 21 -j DNAT --to 192.0.2.7\nCOMMIT"
      )
        == ["firewall iptables", "nat iptables"])
    #expect(facts("*filter\n:INPUT ACCEPT [0:0]\nCOMMIT").isEmpty)
    #expect(
      facts(
        "table inet filter {\n chain input {\n  type filter hook input priority 0; policy drop;\n }\n}"
      )
        == ["firewall nftables"])
  }

  @Test func `directories are told apart`() {
    #expect(
      facts("[domain/x]\nid_provider = ldap\nldap_uri = ldaps://ldap.example.com")
        == ["ldap ldaps://ldap.example.com"])
    #expect(
      facts("[domain/x]\nid_provider = ad\nad_domain = corp.example")
        == ["active-directory corp.example"])
    #expect(
      facts("[global]\nworkgroup = CORP\nsecurity = ads\nrealm = CORP.EXAMPLE")
        == ["protocol smb", "active-directory CORP.EXAMPLE"])
  }

  @Test func `what stands before and behind a server is told`() {
    #expect(
      facts("frontend a\n bind *:21\nbackend b\n balance source") == ["load-balancer HAProxy"])
    #expect(facts("http_port 3128\nhttp_access deny all") == ["proxy squid 3128"])
    #expect(facts("vrrp_instance V {\n virtual_router_id 5\n}") == ["ha keepalived"])
    #expect(
      facts("nas:/x /srv nfs4 defaults 0 0\n//f/y /y cifs ro 0 0")
        == ["network-storage NFS nas:/x", "network-storage CIFS //f/y"])
    #expect(
      facts("$ModLoad imuxsock\n*.* @@logs.example.com:514") == ["syslog logs.example.com:514"])
  }

  @Test func `a compose file tells product, database and zone`() {
    #expect(
      facts(
        """
        services:
          sftpgo:
            image: drakkan/sftpgo:v2.5.6-alpine
            environment:
              TZ: Europe/Rome
          db:
            image: postgres:15.5
        """) == [
          "container Docker", "product sftpgo 2.5.6", "zone Europe/Rome",
          "database PostgreSQL 15.5",
        ])
  }

  @Test func `a manifest tells the cluster, its images and its volumes`() {
    #expect(
      facts(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: cloud
        spec:
          containers:
          - name: cloud
            image: nextcloud:27.1.4-apache
          volumes:
          - name: data
            nfs:
              server: nas1
        """) == ["container Kubernetes", "product nextcloud 27.1.4", "network-storage NFS"])
  }

  @Test func `a web server that passes on is a proxy`() {
    #expect(
      facts("server_name a.example.com;\nlisten 8080;\nlocation / {\n  proxy_pass http://x;\n}")
        == ["proxy nginx"])
    #expect(
      facts("<VirtualHost *:80>\nProxyPass / http://x/\nProxyPassReverse / http://x/")
        == ["proxy Apache"])
  }

  @Test func `postfix names its tables`() {
    #expect(
      facts(
        """
        mail_version = 3.5.9
        mydestination = localhost
        virtual_mailbox_maps = mysql:/etc/postfix/boxes.cf
        virtual_alias_maps = ldap:/etc/postfix/aliases.cf
        """) == ["product postfix 3.5.9", "database MySQL", "ldap"])
  }

  @Test func `a few lines, or an example, are a sentence's worth`() {
    let snippet = ConfigurationFiles.read(
      document("We tried:\n```\nTLSEngine on\nTLSRequired on\nTLSLog /x\nTLSProtocol TLSv1.2\n```"))
    #expect(snippet.claims.allSatisfy { $0.source < .answer })
    #expect(!snippet.claims.isEmpty)
  }

  @Test func `what a file names is a hint at the product`() {
    let hints = claims("ssl_enable=YES\nlocal_enable=YES").filter { $0.source == .aside }
    #expect(hints.map(Facts.name) == ["product vsftpd ?"])
  }

  @Test func `a hostile value stays a value`() {
    let value = "ldap://x/<script>$(reboot)\u{1B}[31m" + String(repeating: "A", count: 900)
    let text = "[domain/x]\nid_provider = ldap\nldap_uri = \(value)"
    for claim in claims(text) {
      guard case .integration(_, _, let detail?) = claim.subject else { continue }
      #expect(detail.count <= 130 && !detail.contains("\u{1B}"))
    }
  }
}
