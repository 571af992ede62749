/// The words of labels, headings and questions, in the languages that customers write.
enum LabelWords {
  /// What each phrase asks for, by its first word.
  static let byFirstWord = Dictionary(
    grouping: phrases.flatMap { topic, phrases in phrases.map { (topic: topic, phrase: $0) } },
    by: { $0.phrase.first ?? "" })

  static let phrases: [(Topic, [[String]])] = [
    (
      .os,
      keys(
        """
        os, operating system, operating systems, betriebssystem, betriebssysteme, systeme d exploitation, systeme exploitation, sistema operativo, \
        sistema operacional, besturingssysteem, system operacyjny, systemu operacyjnego, platform, plattform, plateforme, plataforma, platforma, distro, distribution, \
        distribucion, operativsystem, isletim sistemi, operacni system, linux distribution, os name, server os, uname, so, s.o, se, bs, \
        オペレーティングシステム, os名
        """)
    ),
    (
      .product,
      keys(
        """
        product, produkt, produit, producto, produto, prodotto, product name, software, application, anwendung, logiciel, aplicacion, aplicativo, \
        programm, program, programma, oprogramowanie, toepassing, applicazione, app, server software, products, ftp server, sftp server, urun, yazilim, 製品, \
        serversoftware, mft server, produktu, produktversion, productversie
        """)
    ),
    (
      .protocols,
      keys(
        """
        protocol, protocols, protocol s, protokoll, protokolle, protocole, protocoles, protocolo, protocolos, protocollo, protocolli, protocollen, protokol, protokoly, \
        protokoll e, transfer method, connection type, connection method, transfer protocol, file transfer, protokollen, protokoller, uebertragungsprotokoll, \
        uebertragungsprotokolle, transferprotokoll, protokollu, protokoluu, プロトコル, ファイル転送プロトコル, protokolu, transferprotokolle, protokolleri, dateitransferprotokolle, dateiuebertragungsprotokolle
        """)
    ),
    (
      .timezone,
      keys(
        "time zone, timezone, zeitzone, fuseau horaire, zona horaria, fuso horario, tijdzone, strefa czasowa, tz, fuso orario, tidszon, tidzone, casove pasmo, saat dilimi, タイムゾーン, fuseau"
      )
    ),
    (
      .locale,
      keys(
        "locale, locales, regional settings, gebietsschema, system locale, lang, parametres regionaux, configuracion regional, ustawienia regionalne, landinstelling, spracheinstellung, lokale, localite, systemlocale"
      )
    ),
    (
      .arch,
      keys(
        "architecture, arch, architektur, arquitectura, arquitetura, architectuur, architektura, architettura, cpu architecture, prozessorarchitektur, cpu arch, bitness, bits, arkitektur, mimari"
      )
    ),
    (
      .logs,
      keys(
        "log, logs, log file, log files, logfile, logfiles, protokolldatei, server log, log output, relevant log output, journal, journaux, registros, registro, logbestand, logi, dziennik, logboek, logauszug, stack trace, stacktrace, traceback, debug log, log messages, ログ, serverlog"
      )
    ),
    (
      .integrations,
      keys(
        """
        integrations, integration, integration software, integrationen, integracje, integracoes, integraciones, integraties, integrazioni, integrated technologies, \
        interacting systems, surrounding systems, third party, third parties, security software, infrastructure, infrastruktur, entegrasyonlar, integracja, \
        integrace, integrationer, integrationer, drittsysteme, intégrations, umsysteme, other technologies, network environment, 連携
        """)
    ),
    (
      .other,
      keys(
        "other information, additional information, anything else, additional context, other info, sonstiges, weitere informationen, autres informations, otra informacion, outras informacoes, overige informatie, inne informacje, altre informazioni, additional details, additional notes, remarks, notes, bemerkungen, remarques, autre, autres, andere informationen, sonstige informationen, sonstige angaben, otros, outros, overig, pozostale informacje, inne, uwagi, その他"
      )
    ),
    (
      .title,
      keys(
        "subject, betreff, objet, asunto, assunto, onderwerp, temat, title, titel, summary, oggetto, aemne, amne, predmet, konu, 件名, titre, kurzbeschreibung, emne, ticket"
      )
    ),
    (.repository, keys("repository, repo, project repository")),
    (
      .nothing,
      keys(
        """
        date, from, to, cc, sent, phone, tel, fax, mobile, priority, severity, case, reporter, assignee, status, von, gesendet, an, datum, de, envoye, fecha, enviado, para, data, od, do, wyslano, van, verzonden, aan, \
        message id, due, created, updated, milestone, owner, keywords, resolution, fix version, fixed in, fix versions, ticket number, case number, reference, contract, licence, license, \
        customer number, kundennummer, telefon, telefono, telefone, ip, ip address, hostname, host name, url, company, firma, societe, empresa, bedrijf, name, \
        contact, email, e mail, mail, build, error, serial, department, labels, votes, reported by, customer, kunde, client name, organisation, organization, \
        contract number, vertragsnummer, rechnung, invoice, user agent, useragent, referer, referrer, page, language, sprache, langue, idioma
        """)
    ),
  ]

  /// Stand before the words that tell what is wrong, which answer no question.
  static let proseLabels = Set(
    keys(
      """
      message, your message, problem, issue, question, description, details, comment, comments, problem description, issue description, description of the problem, \
      describe the problem, describe the issue, please describe the problem, please describe the issue, please describe your problem, what happens, what happened, \
      what is the problem, steps to reproduce, expected behavior, actual behavior, expected behaviour, actual behaviour, nachricht, frage, anliegen, beschreibung, \
      problembeschreibung, fehlerbeschreibung, beschreibung des problems, was passiert, description du probleme, probleme, descripcion, descripcion del problema, problema, \
      mensaje, mensagem, descricao, descricao do problema, omschrijving, probleemomschrijving, omschrijving van het probleem, bericht, opis, opis problemu, wiadomosc, \
      descrizione, descrizione del problema, messaggio
      """
    ).map { $0.joined(separator: " ") })

  static let versionWords: Set<String> = [
    "version", "versions", "release", "ver", "versie", "wersja", "wersji", "versione", "versao",
    "verze", "surum", "verzia", "バージョン", "vers", "versionsnummer", "versienummer", "versionsnr",
    "version(s)", "produktversion",
    "productversie", "build", "programmversion", "softwareversion", "serverversion", "v", "wersje",
    "versiones",
  ]
  /// Whose versions are nobody's answer.
  static let otherVersions: Set<String> = [
    "api", "schema", "driver", "firmware", "kernel", "browser", "image", "chart", "helm", "php",
    "java", "python", "node", "openssl", "tls", "ssl", "protocol", "template", "form", "document",
    "compose", "database", "db", "jdk", "jvm", "fix", "fixed", "git", "compiler", "gcc", "plugin",
    "built", "compiled", "gem", "bundler", "rake", "sidekiq", "composer", "npm", "theme", "bios",
    "go", "ruby", "glibc", "library", "lib", "mod", "environment", "webserver", "engine", "jinja",
    "source", "datasource",
  ]
  static let lengths: Set<String> = [
    "short", "shorter", "long", "longer", "kurze", "kurz", "lange", "korte", "langere", "courte",
    "longue", "corta", "larga", "curta", "longa", "breve", "lunga", "krotka", "dluga",
  ]
  /// Parts of a product that have versions of their own.
  static let partWords: Set<String> = [
    "mobile", "android", "ios", "agent", "plugin", "addon", "extension", "theme", "integration",
    "operator", "chart", "exporter",
  ]
  /// Words of a label before `version` that are no name.
  static let generic: Set<String> = [
    "software", "product", "server", "the", "your", "our", "current", "installed", "application",
    "app", "program", "release", "affected", "affects", "used", "running", "which", "what", "is",
    "exact", "package", "full", "found", "in", "reported", "name", "and", "or", "of", "system",
    "old", "new", "previous", "welche", "welcher", "welches", "quelle", "quel", "cual", "qual",
    "welke", "jaka", "quale", "vilken", "von", "auf", "last", "working", "latest", "target",
    "planned", "produkt",
    "produit", "producto", "produto", "prodotto", "genaue", "programm", "e", "und", "et", "y", "en",
    "logiciel", "actual", "currently", "ftp", "sftp", "sunucu", "wersja", "software-", "client",
    "affected", "component", "host", "linux", "this", "my", "urun", "yazilim", "numer", "numero",
    "environment", "desktop", "mobile", "first", "seen", "stable", "build", "deployment", "agent",
    "tool",
  ]
  static let clientWords: Set<String> = [
    "client", "clients", "klienty", "klientow", "klienci", "workstation", "desktop", "clientside",
    "enduser", "klient", "klienta",
    "cliente", "clientes", "clientseitig", "klienti", "istemci", "クライアント", "client-side", "clienti",
    "klienten", "arbeitsplatz", "poste", "clientsoftware", "clientprogramm", "laptop", "users",
    "pc",
    "workstations", "smartphone", "computer", "computer's", "computers", "ordinateur", "browser",
    "browsers", "navigateur", "navigateurs", "navegador", "navegadores", "przegladarka",
    "przegladarki", "phone", "clientrechner",
  ]
  /// `the other side`, `l'autre côté`: who connects.
  static let otherSides: [Set<String>] = [
    ["other", "side"], ["other", "end"], ["far", "end"], ["remote", "side"], ["gegenseite"],
    ["gegenstelle"], ["andere", "seite"], ["autre", "cote"], ["otro", "lado"], ["outro", "lado"],
    ["andere", "kant"], ["overkant"], ["druga", "strona"], ["altra", "parte"],
  ]
  static let serverWords: Set<String> = [
    "server", "serveur", "servidor", "serwer", "serwera", "server-side", "host", "serverseitig",
    "sunucu", "サーバ", "サーバー", "backend", "servera", "serveru",
  ]
  /// Words that a sentence has and a label has not.
  static let clauseWords: Set<String> = [
    "i", "we", "he", "she", "they", "me", "us", "am", "was", "were", "have", "has", "had", "see",
    "says", "said", "shows", "tells", "gives", "gets", "got", "works", "worked", "fails", "failed",
    "error", "against", "since", "because", "when", "if", "then", "there", "this", "that", "it",
    "ich", "wir", "ist", "sind", "war", "hat", "haben", "sagt", "zeigt", "kommt", "wenn", "weil",
    "je", "nous", "est", "sont", "avons", "dit", "affiche", "quand", "yo", "es", "tenemos", "dice",
    "muestra", "cuando", "temos", "quando", "ik", "wij", "heeft", "hebben", "jest", "mamy", "gdy",
  ]
  /// Begin a question, which may have all the words of a sentence.
  static let askingWords: Set<String> = [
    "which", "what", "how", "do", "does", "did", "is", "are", "have", "welche", "welches",
    "welcher", "was", "wie", "quel", "quelle", "quels", "quelles", "que", "cual", "cuales", "qual",
    "quais", "welke", "wat", "jaki", "jaka", "jakie", "quale", "quali", "please", "bitte", "where",
  ]
  /// Begin a question that is answered with yes or no.
  static let askingVerbs: Set<String> = [
    "czy", "gibt", "ist", "sind", "haben", "nutzen", "verwenden", "setzen", "utilisez", "avez",
    "existe", "hay", "tienen", "tiene", "usan", "utilizan", "ha", "tem", "usam", "utilizam",
    "heeft", "gebruikt", "gebruiken", "hebben", "zijn", "avete", "usate", "esiste",
  ]
  static let pleaseWords: Set<String> = [
    "please", "pls", "bitte", "svp", "merci", "favor", "prosze", "prosimy", "alstublieft", "graag",
    "gelieve", "favore", "cortesia",
  ]
  static let tellingWords: Set<String> = [
    "tell", "provide", "specify", "state", "share", "give", "send", "name", "indicate", "know",
    "confirm", "angeben", "nennen", "mitteilen", "mit", "schicken", "senden", "indiquer",
    "preciser", "communiquer", "donner", "indicar", "indique", "decir", "diga", "enviar",
    "informar", "informe", "podac", "podanie", "napisac", "opgeven", "vermelden", "doorgeven",
    "indicare", "fornire", "comunicare",
  ]
  static let formerWords: Set<String> = [
    "previous", "previously", "old", "former", "formerly", "before", "vorher", "vorherige",
    "bisher", "bisherige", "alte", "ancien", "ancienne", "precedente", "anterior", "antigua",
    "vorige", "oude", "poprzednia", "stara", "upgraded", "migrated", "worked", "prior", "fruehere",
    "earlier", "precedent", "predchozi",
  ]
  static let furtherWords: Set<String> = [
    "other", "further", "additional", "remaining", "weitere", "andere", "sonstige", "uebrige",
    "autres", "otros", "demas", "outros", "demais", "overige", "pozostale", "inne", "altri",
  ]
  static let beforeWords: Set<String> = [
    "before", "vor", "avant", "antes", "voor", "przed", "prima", "until", "bis",
  ]
  static let changeStems = [
    "migra", "updat", "upgrad", "umstieg", "umstell", "umzug", "wechsel", "aktualis", "actualiz",
    "atualiz", "aggiorna", "mise", "bascule", "passage", "cambio", "mudanca", "overstap",
    "aktualiz",
    "zmian", "przejsc", "przenies", "change", "move", "switch", "verhuiz",
  ]
  static let plannedWords: Set<String> = [
    "planned", "target", "future", "upcoming", "geplant", "geplante", "prevu", "prevue",
    "planificado", "planejada", "gepland", "planowana", "planowane", "desired", "wanted",
    "zielversion",
  ]

  private static func keys(_ list: String) -> [[String]] {
    list.split(separator: ",").map { Lexicon.keys(String($0.trimmed)) }
  }
}
