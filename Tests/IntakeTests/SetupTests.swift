import CaseModel
import Testing

/// Surroundings as the users of small servers and of large ones tell them.
@Suite struct SetupTests {
  @Test(arguments: [
    (
      "We've got HAProxy 2.6 in front of it on a separate Debian box, and behind that three app nodes.",
      ["load-balancer"], [], []
    ),
    ("The database (MariaDB 10.11) lives on another VM.", ["database"], [], []),
    (
      "Setup: Docker 24, Traefik 2.10, Authelia for login, Postgres 15.",
      ["container", "proxy", "sso", "database"], [], []
    ),
    (
      "I'm running this in an LXC on Proxmox with an NFS mount from my TrueNAS.",
      ["container", "network-storage"], [], ["nfs"]
    ),
    ("Login uses Google OAuth.", ["sso"], [], []),
    ("The reverse proxy is Caddy.", ["proxy"], [], []),
    ("I use Cloudflare Tunnel to expose it.", ["proxy"], [], []),
    (
      "It's on AWS behind an ALB, RDS for the DB, and S3 for the files.",
      ["load-balancer", "database", "network-storage"], [], ["s3"]
    ),
    ("Our SIEM gets the logs from rsyslog.", ["syslog"], [], []),
    (
      "Kubernetes 1.28 with the ingress-nginx controller and MetalLB.",
      ["container", "proxy", "load-balancer"], [], []
    ),
    ("All traffic goes out through a Squid.", ["proxy"], [], []),
    ("There's a Cisco ASA between the two networks.", ["firewall"], [], []),
    ("Our security people run Qualys scans against it.", [], [], []),
    ("I have Bitdefender on my laptop but not on the server.", [], [], []),
    ("My router is a FritzBox 7590 with ports 80 and 443 forwarded.", ["nat"], [], []),
    ("Installed on Plesk Obsidian.", ["management"], [], []),
    ("Deployed with Ansible.", ["management"], [], []),
    ("The box has ufw enabled.", ["firewall"], [], []),
    ("selinux and apparmor are both disabled.", [], [], []),
    ("I disabled IPv6, no change.", [], [], []),
    ("Disabling fail2ban did not help.", ["firewall"], [], []),
    ("After disabling the antivirus it worked.", ["antivirus"], [], []),
    ("LDAP integration is enabled but nobody uses it.", ["ldap"], [], []),
    ("We haven't set up SSO.", [], ["sso"], []),
    ("We run without a database.", [], ["database"], []),
    ("HA is not configured here, single node.", [], ["ha"], []),
    ("Not using Docker.", [], ["container"], []),
    ("No docker, installed from source.", [], ["container"], []),
    ("Bare metal, no VM, no container.", [], ["container"], []),
    ("I don't use any reverse proxy, it is exposed directly.", [], ["proxy"], []),
    ("There's nothing between client and server, same switch.", [], [], []),
    ("No VPN, no proxy, nothing.", [], ["proxy"], []),
    ("Firewall's off on both ends.", [], ["firewall"], []),
    ("Firewall is open for port 22.", ["firewall"], [], []),
    ("Port 21 is open in the firewall.", ["firewall"], [], []),
    ("Is port 21 open in your firewall?", [], [], []),
    ("ldap_bind: Invalid credentials (49)", [], [], []),
    ("Connection to database failed.", [], [], []),
    ("It worked with MySQL, since we use PostgreSQL it fails.", ["database"], [], []),
    ("We replaced the old F5 by a NetScaler.", ["load-balancer"], [], []),
    ("We are migrating from LDAP to Entra ID.", ["sso"], [], []),
    ("Once we add a second node there will be a load balancer.", [], [], []),
    ("SFTP access is via key only.", [], [], ["sftp"]),
    ("I can log in via SFTP but FTP times out.", [], [], ["sftp", "ftp"]),
    ("ftp works locally but not from outside", [], [], ["ftp"]),
    ("We only expose HTTPS to the outside.", [], [], ["https"]),
    ("The WebDAV mount drops.", [], [], ["webdav"]),
    ("rsync over ssh hangs", [], [], ["rsync"]),
    ("Access via FTPS (implicit, 990) and SFTP.", [], [], ["ftps", "sftp"]),
    ("AS2 messages are sent over HTTPS.", [], [], ["as2", "https"]),
    ("FTPS with explicit TLS", [], [], ["ftps"]),
    ("Der Zugriff erfolgt per WebDAV und über den Browser (HTTPS).", [], [], ["webdav", "https"]),
    (
      "Die Übertragung läuft über SFTP, FTP ist im Paketfilter gesperrt.", ["firewall"], ["ftp"],
      ["sftp"]
    ),
    ("Plain FTP, no TLS yet, we want FTPS in summer.", [], [], ["ftp"]),
    ("pf does the filtering and NAT.", ["firewall", "nat"], [], []),
  ])
  func theSetupIsRead(
    _ sentence: String, _ kinds: [String], _ denied: [String], _ protocols: [String]
  ) throws {
    let detail = try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
    #expect(Set(detail.kinds) == Set(kinds))
    #expect(Set(detail.deniedKinds) == Set(denied))
    #expect(Set(detail.protocols) == Set(protocols))
  }
}
