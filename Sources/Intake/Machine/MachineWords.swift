/// The words with which customers tell machines apart.
enum MachineWords {
  static let client = list(
    """
    client clients clientside clientseitig laptop notebook workstation desktop pc macbook mac
    cliente clientes klient klienta klientem klienci partner partners partnera partenaire parceiro
    socio gegenstelle gegenseite counterpart jumphost jump bastion arbeitsplatz
    arbeitsplatzrechner poste portatil sender absender
    """)
  static let server = list(
    """
    server servers serverside serverseitig serveur servidor serwer serwera serwerze servern host
    hote
    """)
  static let live = list(
    """
    prod prd production produktion produktiv produktivsystem productie produccion producao
    produzione produkcja live
    """)
  static let trial = list(
    """
    test testing testsystem testserver testmaschine testumgebung staging stage dev development qa
    uat preprod preproduction recette pruebas homologacao sandbox lab
    """)
  /// `the old one`, `another machine`
  static let former = list(
    """
    former frueherer fruehere other andere anderer anderes anderen autre otro otra outro outra
    altro altra inny another working funktionierender funktionierende
    """
  ).union(old)
  /// Nouns for a machine, and what stands for one: `the old one`, `our side`.
  static let machines = list(
    """
    machine machines maschine rechner computer box kiste vm host server system systems one node
    serveur ordinateur servidor equipo computador serwer serwerze komputer maszyna macchina end
    side seite cote lado strona zijde
    """)
  static let theirs = list(
    """
    my mein meine meinem meiner mon ma mi meu il mio moj mijn their his her seine seiner seinem
    ihre ihrer ihrem leur sa son su seu sua suo ich jego hun zijn
    """)
  static let near = list("local lokal lokaler lokale lokales lokalen locale lokalny lokaal")
  static let far = list("remote entfernter entfernte distant distante remoto remota zdalny externe")
  static let ours = list(
    "our unser unsere unserer unserem notre nuestro nuestra nosso nossa nasz")
  static let fresh = list(
    """
    new neu neue neuer neues neuen nouveau nouvelle nuevo nueva novo nova nuovo nuova nowy nowa
    nieuw nieuwe
    """)
  static let old = list(
    """
    old alt alter altes alten alte ancien ancienne viejo vieja antiguo antigua antigo antiga velho
    velha vecchio vecchia stary stara starego oude oud previous vorher before avant antes prima
    """)
  static let places = list(
    "on from at auf von vom bei sur depuis en desde del em do da su dal na z op van")
  private static let articles = list(
    "the our in der die das dem den le la el o a il lo environment umgebung environnement ambiente")

  private static let topics = list(
    """
    information info infos informations informationen environment details specs hardware software
    platform os version versions output ausgabe sortie salida configuration config konfiguration
    setup log logs operating repository
    """)

  /// All that may stand in a heading that only names a machine.
  static let headings =
    environments + [client, server, former, theirs, near, far, topics]

  /// All that may stand in a heading that only names an environment.
  static let environments = [live, trial, fresh, old, machines, places, articles, ours]

  private static func list(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
