/// Words around names and versions of software.
enum ProductWords {
  /// `it is still 2.4.5`, `the about box says 13.1.0`.
  static let statements: Set<String> = [
    "steht", "stoi", "pone", "staat", "dit", "indique", "die", "der", "la", "le", "de", "het", "is",
    "it's", "its", "c'est", "still", "currently", "now", "running", "run", "at", "on", "says",
    "shows", "ist", "noch",
    "derzeit", "zeigt", "est", "encore", "es", "todavia", "ainda", "to", "auf", "nog", "reports",
    "reported", "gives", "bought", "downloaded", "gekauft", "heruntergeladen", "sagt", "meldet",
    "heisst", "nennt", "dice", "mostra", "affiche", "zegt",
    "meldt", "heet", "toont", "mowi", "pokazuje", "installed", "have", "en", "use", "using",
  ]
  static let ors: Set<String> = [
    "or", "oder", "ou", "o", "of", "lub", "albo", "eller", "nebo", "and", "und", "et", "y", "e",
    "en", "i", "veya",
  ]
  static let between: Set<String> = [
    "da", "de", "from", "von", "van", "z", "build", "ver.",
    "v", "ver", "version", "versions", "release", "server", "is", "we", "run", "use", "running",
    "now", "to",
    "currently", "the", "at", "on", "it", "our", "it's", "in", "der", "la", "client", "en",
    "versie", "wersja", "wersji",
    "versao", "versione", "ist", "est", "es", "community", "edition", "stable", "standalone",
    "vers", "daemon", "is",
    "w", "na", "a", "na", "jest", "with", "as", "enterprise", "professional", "pro", "verze", "ve",
    "surum", "bei", "dans", "sa",
    "aktuell", "derzeit", "current", "being", "package", "build", "free", "wir", "haben", "using",
    "auf", "docker", "image", "portable",
    "actuellement", "actualmente", "atualmente", "momenteel", "obecnie", "der", "die", "das",
    "versionen", "desktop", "sync", "app", "installed", "windows64", "x64", "64", "bit", "hub",
    "ce", "ee", "mft", "c'est", "dc", "core", "one", "latest", "aktuelle", "derniere", "data",
    "center", "oss",
  ]
  static let units: Set<String> = [
    "users", "user", "times", "days", "day", "hours", "hour", "minutes", "minute", "seconds", "gb",
    "mb", "kb", "tb", "gib", "bit", "bits",
    "mib", "ports", "servers", "clients", "nodes", "years", "year", "weeks", "months", "files",
    "connections", "sessions", "cores",
    "instances", "percent", "out", "partners", "accounts", "customers", "benutzer", "tage",
    "stunden", "jours", "heures",
    "utilisateurs", "dias", "horas", "usuarios", "am", "pm", "uhr", "ms", "gbit", "mbit", "mbps",
    "mb/s", "people", "pcs", "sites",
  ]
  static let articles: Set<String> = [
    "a", "an", "the", "our", "my", "their", "ein", "eine", "einem", "einen", "einer", "der", "die",
    "das", "dem", "den", "unser", "unseren", "unserem", "un", "une", "le", "la", "notre", "el",
    "una", "nuestro", "um", "uma", "o", "nosso", "een", "de", "het", "onze", "il", "lo",
  ]
  /// What stands behind them is rather beside the product.
  static let besides: Set<String> = [
    "behind", "with", "via", "through", "inside", "under", "against", "like", "and", "plus", "by",
    "from", "hinter", "mit", "ueber", "unter", "gegen", "wie", "und", "vor", "derriere", "avec",
    "par", "sous", "et", "con", "detras", "bajo", "y", "com", "atras", "sob", "met", "achter",
    "onder", "en", "za", "przez", "pod", "i", "z", "dietro", "tramite", "e",
  ]
  static let running: Set<String> = [
    "run", "runs", "running", "use", "using", "uses", "installed", "install", "updated", "upgraded",
    "upgrade", "update",
    "updating", "upgrading", "host", "hosting", "setup", "set", "operate", "betreiben", "nutzen",
    "verwenden", "benutzen", "setzen", "laeuft", "utilisons", "utilise", "usamos", "utilizamos",
    "gebruiken", "draaien", "uzywamy", "mamy", "usiamo", "utilizziamo", "installiert", "avons",
    "tenemos", "temos",
  ]
  static let noNames: Set<String> = [
    "the", "a", "an", "our", "we", "is", "in", "on", "at", "to", "for", "from", "version",
    "release", "server", "port", "ports",
    "section", "chapter", "page", "step", "line", "table", "figure", "error", "code", "room",
    "phone", "tel", "fax", "ext", "since", "with",
    "and", "or", "using", "running", "runs", "use", "update", "updated", "upgrade", "upgraded",
    "linux", "ssh", "tls", "ssl", "ip", "rfc",
    "level", "item", "case", "ticket", "invoice", "nr", "no", "number", "id", "floor", "building",
    "suite", "street", "address", "v", "it",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "kernel", "build",
    "about", "around", "approximately", "only", "after", "before", "between", "than", "least",
    "most", "every", "each", "by", "of", "as", "hello", "hi", "dear",
    "protocol", "http", "api", "java", "client", "clients", "host", "firmware", "driver", "plugin",
    "module", "library", "android", "package", "app", "application",
    "mode", "windows", "der", "die", "das", "ein", "eine", "im", "auf", "und", "mit", "wir", "le",
    "la", "les", "un", "une", "el", "los", "stable", "latest", "old", "new",
    "os", "product", "software", "system", "type", "installed", "current", "currently", "set",
    "rev", "subject", "re", "aw", "fwd", "hub", "python", "docker", "compose", "status",
    "issue", "bug", "part", "date", "time", "until", "vom", "am", "um", "de", "du", "y", "et", "en",
    "test", "production", "prod", "was", "were", "are", "this", "that", "these",
    "up", "down", "got", "gets", "has", "have", "had", "when", "if", "then", "so", "but", "not",
    "us", "them", "all", "any", "both", "also", "same", "node", "see", "via", "und", "oder", "my",
    "your",
    "stimmt", "richtig", "genau", "korrekt", "nachtrag", "edit", "addendum", "stand", "stan",
    "obecny", "aktualny", "tava", "estava", "estaba", "partner", "server's",
    "bad", "internal", "forbidden", "unauthorized", "reply", "response", "exception", "core",
    "put", "took", "moved", "bought", "tried", "tested", "used", "made", "found", "went",
    "ran", "came", "sonoma", "customer", "licence", "license", "contract", "iso", "utf", "base",
    "openssh", "firefox", "edt", "est", "cdt", "cst", "mdt", "mst", "pdt", "pst", "utc", "gmt",
    "cet", "cest", "bst", "ist", "jst", "qt", "boost", "openssl",
    "chrome", "safari", "edge", "mozilla", "gecko", "applewebkit",
  ]

  /// Parts of a product with versions of their own.
  static let parts: Set<String> = [
    "client", "clients", "agent", "plugin", "app", "addon", "add", "module", "extension", "theme",
    "driver", "connector", "operator", "exporter", "proxy", "sdk", "cli", "gui", "image", "chart",
    "desktop", "mobile", "android", "ios",
  ]
  static let plainRepositories: Set<String> = [
    "server", "core", "client", "desktop", "app", "web", "issues", "docs", "main", "community",
    "support",
    "tickets", "bugs", "project", "source", "src", "docker", "helm", "charts", "panel", "backend",
    "frontend", "ui", "platform", "monorepo", "all-in-one", "selfhosted", "self-hosted",
  ]

  static let placeholders: Set<String> = [
    "other", "autre", "andere", "anderes", "sonstiges", "otro", "outro", "anders", "inny", "inne",
    "altro", "others", "response",
  ]
}
