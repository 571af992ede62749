import CaseModel
import Testing

/// What installations have and have not, as customers of eight languages write it.
@Suite struct LanguageTests {
  private func after(_ sentence: String) throws -> InstallationDetail {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
  }

  @Test(arguments: [
    ("Zwischen Client und Server sitzt eine Palo Alto, sonst nichts.", ["firewall"]),
    (
      "Die Anmeldung läuft gegen unser AD, der LDAP-Zugriff geht über Port 636.",
      ["active-directory", "ldap"]
    ),
    ("Als Datenbank dient ein Microsoft SQL Server 2016 auf einem anderen Host.", ["database"]),
    ("Das Ganze läuft als Container unter Podman.", ["container"]),
    ("Den Proxy haben wir testweise umgangen, keine Änderung.", ["proxy"]),
    ("Seit dem Firewall-Tausch (von Sophos zu FortiGate) hängt es.", ["firewall"]),
    ("Die Dateien liegen auf einem NetApp-Filer (CIFS).", ["network-storage"]),
    ("Monitoring macht bei uns Checkmk.", ["management"]),
    ("Logs landen per rsyslog im Graylog.", ["syslog"]),
    ("SSO über ADFS ist aktiviert.", ["sso"]),
    (
      "Unsere Umgebung: VMware, Windows-Domäne, Sophos Endpoint auf allen Servern.",
      ["antivirus", "active-directory"]
    ),
    ("Die Kollegen vom Netzwerk sagen, dass an der Firewall nichts geblockt wird.", ["firewall"]),
    (
      "Le serveur est derrière un F5 BIG-IP et l'authentification passe par l'AD.",
      ["load-balancer", "active-directory"]
    ),
    ("Nous avons un pare-feu Stormshield et un antivirus ESET.", ["firewall", "antivirus"]),
    ("La base est une MariaDB 10.6 sur un autre serveur.", ["database"]),
    ("Tout tourne sous Docker derrière un Traefik.", ["container", "proxy"]),
    ("Les fichiers sont sur un NAS Synology monté en NFS.", ["network-storage"]),
    ("Les comptes LDAP ne remontent plus.", ["ldap"]),
    ("El servidor está detrás de un FortiGate con NAT.", ["firewall", "nat"]),
    ("El antivirus es Kaspersky y está activo.", ["antivirus"]),
    ("Los usuarios se validan contra el directorio activo.", ["active-directory"]),
    ("Usamos HAProxy delante de dos nodos en alta disponibilidad.", ["load-balancer", "ha"]),
    ("La base de datos es Oracle 19c.", ["database"]),
    ("Corre en contenedores Docker sobre Kubernetes.", ["container"]),
    (
      "O servidor fica atrás de um pfSense e usamos o AD para login.",
      ["firewall", "active-directory"]
    ),
    ("O banco é PostgreSQL 14 no RDS.", ["database"]),
    ("Autenticação via Azure AD (SAML).", ["sso"]),
    ("De server hangt achter een WatchGuard en een Kemp.", ["firewall", "load-balancer"]),
    ("De bestanden staan op een NAS van QNAP.", ["network-storage"]),
    ("Inloggen gaat via Active Directory.", ["active-directory"]),
    (
      "Serwer stoi za Fortigate, użytkownicy są w Active Directory.",
      ["firewall", "active-directory"]
    ),
    ("Baza to PostgreSQL 15 na osobnym serwerze.", ["database"]),
    ("Antywirus to ESET.", ["antivirus"]),
    ("Il server è dietro un firewall Sophos.", ["firewall"]),
    ("Il database è MySQL 8 su un'altra macchina.", ["database"]),
    (
      "We authenticate against FreeIPA, there's an nginx reverse proxy and everything runs in LXC containers.",
      ["ldap", "proxy", "container"]
    ),
    ("It sits behind our Citrix ADC.", ["load-balancer"]),
    ("antivirus is CrowdStrike, firewall is iptables only", ["antivirus", "firewall"]),
    (
      "Two nodes, active/passive with keepalived and a shared GlusterFS volume.",
      ["ha", "network-storage"]
    ),
    (
      "We terminate TLS on an AWS ALB and store files in S3.", ["load-balancer", "network-storage"]
    ),
    ("The firewall team says all ports are open.", ["firewall"]),
    ("Windows Defender is the only AV.", ["antivirus"]),
    ("I already tried with the firewall disabled.", ["firewall"]),
    ("I even stopped the antivirus service, no luck.", ["antivirus"]),
    ("Same error with and without the proxy.", ["proxy"]),
    ("Might it be our FortiGate that cuts the session?", ["firewall"]),
    ("Our FortiGate logs show nothing.", ["firewall"]),
    ("LDAP: configured, works.", ["ldap"]),
    ("We moved from OpenLDAP to Active Directory.", ["active-directory"]),
    ("Zabbix alerts us every night.", ["management"]),
    ("Backups go to a Synology by rsync.", ["network-storage"]),
    ("The firewall (ufw) is enabled.", ["firewall"]),
    ("haproxy x2 w/ keepalived", ["load-balancer", "ha"]),
    ("Shared home: NFS on NetApp", ["network-storage"]),
    ("Cluster: yes", ["ha"]),
  ])
  func itIsThere(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.kinds) == Set(kinds) && detail.deniedKinds.isEmpty)
  }

  @Test(arguments: [
    ("Wir haben vor dem Server keinen Proxy stehen.", ["proxy"]),
    ("Ein Loadbalancer ist bei uns nicht im Einsatz.", ["load-balancer"]),
    ("Virenscanner gibt es auf der Kiste keinen.", ["antivirus"]),
    ("FTP ohne TLS bieten wir schon lange nicht mehr an.", ["ftp"]),
    ("SFTP nutzen wir gar nicht, nur FTPS.", ["sftp"]),
    ("Kein SSO, kein AD, nur lokale Benutzer.", ["sso", "active-directory"]),
    ("Pas d'antivirus ni de proxy sur ce serveur.", ["antivirus", "proxy"]),
    ("Le FTP simple est désactivé depuis longtemps.", ["ftp"]),
    ("On n'utilise plus le LDAP depuis la fusion.", ["ldap"]),
    ("Aucun répartiteur de charge, un seul nœud.", ["load-balancer"]),
    ("No tenemos LDAP ni proxy, los usuarios son locales.", ["ldap", "proxy"]),
    ("El FTP sin cifrar está deshabilitado.", ["ftp"]),
    ("Ningún cortafuegos en el servidor.", ["firewall"]),
    ("Não há firewall entre eles.", ["firewall"]),
    ("Não utilizamos antivírus neste servidor.", ["antivirus"]),
    ("FTP está desativado, só SFTP.", ["ftp"]),
    ("Er is geen virusscanner geïnstalleerd.", ["antivirus"]),
    ("Wij hebben geen cluster en geen proxy.", ["ha", "proxy"]),
    ("LDAP wordt niet gebruikt.", ["ldap"]),
    ("Nie mamy proxy ani load balancera.", ["proxy", "load-balancer"]),
    ("FTP jest wyłączone, używamy tylko SFTP.", ["ftp"]),
    ("Non c'è nessun antivirus.", ["antivirus"]),
    ("Niente proxy e niente bilanciatore.", ["proxy", "load-balancer"]),
    ("No containers involved, plain bare metal.", ["container"]),
    ("Nothing fancy here: no LDAP, no SSO, no load balancers.", ["ldap", "sso", "load-balancer"]),
    ("Database backend: none.", ["database"]),
    ("It's not behind NAT.", ["nat"]),
    ("This box isn't domain joined.", ["active-directory"]),
    ("No domain controller here.", ["active-directory"]),
    ("firewalld is not running.", ["firewall"]),
    ("As far as I know there is no proxy.", ["proxy"]),
    ("As I said, no antivirus.", ["antivirus"]),
    ("TLS: yes, FTP: no, SFTP: yes", ["ftp"]),
    ("We use SFTP (port 2222). FTPS not.", ["ftps"]),
    ("Reine FTP-Verbindungen sind verboten.", ["ftp"]),
    ("El cortafuegos (ufw) está desactivado.", ["firewall"]),
    ("HTTPS web client we don’t have (not in our edition).", ["https"]),
    ("We don't have a reverse proxy any longer, Apache does the TLS itself.", ["proxy"]),
  ])
  func itIsNotThere(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.deniedKinds) == Set(kinds) && detail.integrations.isEmpty)
  }

  @Test(arguments: [
    ("FTPS works, SFTP doesn't.", ["ftps", "sftp"]),
    ("SFTP works but SCP is refused.", ["sftp", "scp"]),
    ("Only WebDAV is affected, SFTP is fine.", ["webdav", "sftp"]),
    ("WebDAV over HTTPS", ["webdav", "https"]),
    ("The customer uploads via SFTP and AS2.", ["sftp", "as2"]),
    ("I switched from FTP to SFTP last week.", ["sftp"]),
    ("Neither FTP nor SFTP works.", ["ftp", "sftp"]),
    ("Our partner insists on FTPS, so FTPS it is.", ["ftps"]),
    ("Files can't be uploaded, neither by SFTP nor by FTPS", ["sftp", "ftps"]),
  ])
  func theProtocolIsUsed(_ sentence: String, _ protocols: [String]) throws {
    #expect(Set(try after(sentence).protocols) == Set(protocols))
  }

  @Test(arguments: [
    "There is a Barracuda web filter, but server traffic bypasses it.",
    "We do have a proxy, but this host isn't using it.",
    "The machine isn't in a domain.",
    "Could the firewall be the cause?",
    "I don't think there is a firewall in between.",
    "I'm not aware of any proxy.",
    "We will put HAProxy in front next month.",
    "Would an external database help?",
    "Upgrade docs mention PostgreSQL 15 as a requirement.",
    "Does Keycloak work with it?",
    "Plain FTP is not supported by the partner.",
    "We'd like to move to FTPS soon.",
    "Is FTPS possible with it?",
    "How do I turn on SFTP?",
    "Cluster Configuration: one node only",
  ])
  func nothingIsSaidOfIt(_ sentence: String) throws {
    let detail = try after(sentence)
    #expect(detail.integrations.isEmpty && detail.deniedKinds.isEmpty && detail.protocols.isEmpty)
  }
}
