import CaseModel
import Testing

/// What is said not to be there, and what only does not work.
@Suite struct DenialTests {
  private func after(_ sentence: String) throws -> InstallationDetail {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
  }

  @Test(arguments: [
    ("NFS mamy wyłączone, tylko SMB.", ["nfs"]),
    ("Auf FTP oder WebDAV verzichten wir, ist in der Konfig aus.", ["ftp", "webdav"]),
    (
      "pgbouncer is NOT in between anymore, we got rid of it, so no proxy or anything like that.",
      ["proxy"]
    ),
    ("Na serwerze nie ma żadnego antywirusa ani nic takiego.", ["antivirus"]),
    ("Il n'y a pas d'Active Directory chez nous.", ["active-directory"]),
    ("El servidor está sin cortafuegos.", ["firewall"]),
    ("SCP está desactivado, FTPS também.", ["scp", "ftps"]),
    ("niente HA, niente AD", ["ha", "active-directory"]),
    ("LDAP und Proxy kommen nicht zum Einsatz.", ["ldap", "proxy"]),
    ("Não temos WAF nem proxy.", ["firewall", "proxy"]),
    ("HA está desligado até comprarmos a segunda licença.", ["ha"]),
    ("el firewall de windows esta apagado", ["firewall"]),
    ("The firewall is switched off for this test.", ["firewall"]),
    ("AS2 is in the license but we never turned it on.", ["as2"]),
    ("scp is not permitted.", ["scp"]),
    ("Plain FTP has been switched off since the audit.", ["ftp"]),
    ("There is no reverse proxy or such in between.", ["proxy"]),
    ("own user list in Serv-U, not AD", ["active-directory"]),
    ("We are not behind a load balancer.", ["load-balancer"]),
    (
      "Not in a container, only one instance, so no HA and there's no balancer in front.",
      ["container", "ha", "load-balancer"]
    ),
    ("It runs as a service (no docker, no k8s).", ["container"]),
    ("Kerberos oder sowas haben wir nicht.", ["sso"]),
    ("Ein Virenscanner ist nicht installiert.", ["antivirus"]),
    ("Wir haben keinen Loadbalancer und auch keinen Proxy davor.", ["load-balancer", "proxy"]),
    (
      "Die Benutzer sind lokale Linux-Benutzer, also kein LDAP und auch kein AD.",
      ["ldap", "active-directory"]
    ),
    ("Ein Cluster ist es nicht.", ["ha"]),
    ("Nous n'utilisons pas de proxy ni de répartiteur de charge.", ["proxy", "load-balancer"]),
    ("Pas de LDAP chez nous.", ["ldap"]),
    ("Aucun antivirus sur cette machine.", ["antivirus"]),
    ("Le pare-feu est désactivé.", ["firewall"]),
    ("Nous n'avons ni proxy ni LDAP.", ["proxy", "ldap"]),
    ("Il n'y a aucun pare-feu entre les deux.", ["firewall"]),
    ("On se passe de LDAP.", ["ldap"]),
    ("No usamos LDAP ni Active Directory.", ["ldap", "active-directory"]),
    ("No hay proxy de por medio.", ["proxy"]),
    ("SFTP no lo usamos.", ["sftp"]),
    ("Aquí no tenemos balanceador.", ["load-balancer"]),
    ("Tampoco hay antivirus.", ["antivirus"]),
    ("El servidor no está en un clúster.", ["ha"]),
    ("Não há balanceador.", ["load-balancer"]),
    ("Não usamos LDAP.", ["ldap"]),
    ("O antivírus está desligado.", ["antivirus"]),
    ("Sem proxy pelo caminho.", ["proxy"]),
    ("We gebruiken geen LDAP.", ["ldap"]),
    ("Er zit geen proxy tussen.", ["proxy"]),
    ("Een loadbalancer hebben we niet.", ["load-balancer"]),
    ("Er is geen firewall actief op de server.", ["firewall"]),
    ("Docker gebruiken we niet.", ["container"]),
    ("Nie używamy LDAP ani Active Directory.", ["ldap", "active-directory"]),
    ("Proxy nie ma.", ["proxy"]),
    ("Serwer nie jest w klastrze.", ["ha"]),
    ("Bez antywirusa.", ["antivirus"]),
    ("Brak proxy i brak LDAP.", ["proxy", "ldap"]),
    ("Zapora jest wyłączona.", ["firewall"]),
    ("Non usiamo LDAP.", ["ldap"]),
    ("Nessun proxy in mezzo.", ["proxy"]),
    ("Il firewall è disattivato.", ["firewall"]),
    ("L'antivirus non c'è.", ["antivirus"]),
    ("Non abbiamo un bilanciatore.", ["load-balancer"]),
    ("We don't run it in Docker.", ["container"]),
    ("There is neither a firewall nor a proxy between them.", ["firewall", "proxy"]),
    ("LDAP isn't in use here.", ["ldap"]),
    ("We never had LDAP.", ["ldap"]),
    ("No antivirus installed on the box.", ["antivirus"]),
    ("SELinux enforcing, no local firewall.", ["firewall"]),
    ("both are in the same VLAN, no firewall between.", ["firewall"]),
    ("The machine has no antivirus whatsoever.", ["antivirus"]),
    ("We dropped LDAP a year ago.", ["ldap"]),
    ("FTP is not offered.", ["ftp"]),
    ("FTPS is not enabled.", ["ftps"]),
    ("We do not offer plain FTP.", ["ftp"]),
    ("We don't allow FTP, only SFTP.", ["ftp"]),
    ("Only SFTP is enabled, FTP and FTPS are off.", ["ftp", "ftps"]),
    ("FTP ist abgeschaltet, nur noch SFTP.", ["ftp"]),
    ("SFTP only, no FTP.", ["ftp"]),
    ("uniquement en SFTP, pas de FTP", ["ftp"]),
    ("FTP nie jest dostępny, tylko SFTP.", ["ftp"]),
    ("Plain FTP is blocked by policy.", ["ftp"]),
    ("AS4 is installed but not in use.", ["as4"]),
    ("OFTP2 ist lizenziert, aber nicht in Gebrauch.", ["oftp2"]),
    ("AS2 staat er nog op maar wordt niet gebruikt.", ["as2"]),
    ("FTP haben wir letztes Jahr abgeschaltet.", ["ftp"]),
    ("WebDAV lo quitamos.", ["webdav"]),
    ("LDAP-a nie używamy.", ["ldap"]),
    ("NAT-u brak - adres publiczny.", ["nat"]),
    ("Logowania jednokrotnego (SSO) nie stosujemy.", ["sso"]),
    ("There is no reverse proxy (Squid) any more.", ["proxy"]),
    ("AS2 wäre möglich, wird aber von niemandem genutzt.", ["as2"]),
    ("Nie korzystamy z SSO.", ["sso"]),
    ("FTP gebruiken we niet meer, FTPS evenmin.", ["ftp", "ftps"]),
  ])
  func whatIsNotThereIsDenied(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.deniedKinds) == Set(kinds))
    #expect(detail.integrations.isEmpty && detail.unclear.isEmpty)
  }

  /// `> 5) Proxy:` / `nie dotyczy`: answers below the questions that they quote.
  @Test(arguments: [
    ("LDAP / Active Directory", "nie dotyczy"), ("LDAP / Active Directory", "neither"),
    ("Annuaire LDAP / AD", "non utilisé"), ("LDAP oder AD (z. B. OpenLDAP)", "haben wir nicht"),
    ("LDAP and Active Directory in use", "no and no"), ("LDAP, Active Directory", "no usamos"),
    ("LDAP ou Active Directory", "não se aplica"), ("LDAP / Active Directory", "niet gebruikt"),
  ])
  func aFlatAnswerDeniesAllThatWasAskedFor(_ question: String, _ answer: String) throws {
    let detail = try read(
      """
      Hello, my answers are below.

      On Mon, 2 Mar 2026 at 08:14, Mia <mia@vendor.example> wrote:
      > 1) Product and version:
      ProFTPD 1.3.8b
      > 2) \(question):

      \(answer)

      > 3) Protocols:
      SFTP
      """)
    #expect(Set(detail.deniedKinds) == ["ldap", "active-directory"])
    #expect(detail.integrations.isEmpty && detail.unclear.isEmpty && detail.protocols == ["sftp"])
  }

  @Test(arguments: [
    "We tried without the antivirus (ESET): no difference.",
    "On a essayé sans l'antivirus (ESET) : aucune différence.",
    "Ohne den Virenscanner (ESET): kein Unterschied.",
  ])
  func whatWasTakenAwayForATrialIsThere(_ sentence: String) throws {
    let detail = try after(sentence)
    #expect(detail.kinds == ["antivirus"] && detail.denied.isEmpty)
  }

  @Test func answersMayBeMarkedWithSomebodysLetters() throws {
    let detail = try read(
      """
      Please see my comments marked with [LH].

      > Which version do you use?
      [LH] ProFTPD 1.3.8b
      > Do clients connect through a proxy or load balancer?
      [LH] neither nor
      > Which operating system?
      [LH] Debian 12
      """)
    #expect(Set(detail.deniedKinds) == ["proxy", "load-balancer"])
    #expect(detail.product.version == "1.3.8b" && detail.os.version == "12")
  }

  @Test func whatIsDeniedOfOthersIsThere() throws {
    let detail = try after("DMZ Gateway: yes. No other proxy.")
    #expect(detail.integrations.map(\.name) == ["DMZ Gateway"] && detail.denied.isEmpty)
  }

  @Test(arguments: [
    ("Virenscanner: nein, Firewall: ja", ["antivirus"]),
    ("just nftables on the box itself, nothing else, no balancer.", ["load-balancer"]),
  ])
  func oneIsThereAndAnotherIsNot(_ sentence: String, _ kinds: [String]) throws {
    let detail = try after(sentence)
    #expect(Set(detail.deniedKinds) == Set(kinds) && detail.integrations.count == 1)
  }

  @Test func whatIsDeniedBehindAThingIsNotTheThing() throws {
    let detail = try after("Die Konten liegen im OpenLDAP, Kerberos nutzen wir nicht.")
    #expect(detail.integrations.map(\.kind) == ["ldap"] && detail.deniedKinds == ["sso"])
  }
}
