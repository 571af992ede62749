/// `systeminfo` of Windows, which speaks the system's language.
extension SystemTool {
  static let systeminfo = SystemTool(
    [
      (.title, titles), (.arch, types), (.zone, zones), (.locale, locales), (.host, hosts),
    ],
    other: [
      "os version", "os manufacturer", "os configuration", "os build type", "registered owner",
      "registered organization", "product id", "original install date", "system boot time",
      "system manufacturer", "system model", "processor(s)", "bios version", "windows directory",
      "system directory", "boot device", "input locale", "total physical memory",
      "available physical memory", "virtual memory", "page file location(s)", "domain",
      "logon server", "hotfix(s)", "network card(s)", "hyper-v requirements",
      "betriebssystemversion", "betriebssystemhersteller", "betriebssystemkonfiguration",
      "registrierter benutzer", "registrierte organisation", "produkt-id", "systemhersteller",
      "systemmodell", "prozessor(en)", "bios-version", "anmeldeserver", "netzwerkkarte(n)",
      "eingabegebietsschema", "version du système", "modèle du système", "fabricant du système",
      "versión del sistema operativo", "fabricante del sistema", "procesador(es)",
      "versão do sistema operacional", "fabricante do sistema", "processador(es)",
      "wersja systemu operacyjnego", "producent systemu", "procesor(y)", "versione so",
      "produttore sistema", "modello sistema", "versie van besturingssysteem", "systeemfabrikant",
    ], indent: 12
  ) { field, value in field == .title && value.starts("Microsoft Windows ") }

  private static let titles = [
    "os name", "betriebssystemname", "nom du système d’exploitation",
    "nom du système d'exploitation", "nombre del sistema operativo", "nome do sistema operacional",
    "nome do so", "nome so", "nome sistema operativo", "nazwa systemu operacyjnego",
    "naam van besturingssysteem", "naam besturingssysteem",
  ]
  private static let types = [
    "system type", "systemtyp", "type du système", "type de système", "tipo de sistema",
    "tipo do sistema", "typ systemu", "tipo sistema", "systeemtype",
  ]
  private static let zones = [
    "time zone", "zeitzone", "fuseau horaire", "zona horaria", "fuso horário", "strefa czasowa",
    "fuso orario", "tijdzone",
  ]
  private static let locales = [
    "system locale", "systemgebietsschema", "option régionale du système",
    "paramètres régionaux du système", "configuración regional del sistema",
    "localidade do sistema", "ustawienia regionalne systemu", "impostazioni locali sistema",
    "landinstellingen van systeem",
  ]
  private static let hosts = [
    "host name", "hostname", "nom de l’hôte", "nom de l'hôte", "nombre de host", "nome do host",
    "nome do anfitrião", "nazwa hosta", "nome host", "hostnaam",
  ]
}
