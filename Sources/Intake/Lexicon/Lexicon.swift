/// What names mean, by their first word.
struct Lexicon {
  enum Meaning: Equatable {
    /// As in os-release; a code name carries its version.
    case os(id: String, version: String?)
    /// Software that a case may be about.
    case product(String)
    /// A program that transfers files as a client.
    case client(String)
    /// Software beside the product, whose versions are its own.
    case component(String)
    case `protocol`([String])
    case integration(kind: String, isMake: Bool)
    case arch(String)

    var isProduct: Bool { if case .product = self { true } else { false } }
  }

  struct Entry: Equatable {
    var keys: [String]
    var meaning: Meaning
    /// A word that also means something else; it counts only with a version or as an answer.
    var isCommon: Bool
  }

  private var byFirstKey: [String: [Entry]] = [:]
  /// Common words that the ticket says so often that they are names in it.
  var certain: Set<String> = []

  /// What customers name, and these products of the catalogue.
  init(products: [ProductName]) {
    self = Self.general
    for product in products {
      for spelling in [product.name] + product.aliases {
        let keys = Self.keys(spelling)
        // `sftp-server` is a program, but `our SFTP server` may be any.
        let isCommon = keys.count > 1 && keys.allSatisfy(Self.generic.contains)
        add(Entry(keys: keys, meaning: .product(product.name), isCommon: isCommon))
      }
    }
  }

  private init() {
    for list in [
      OSNames.entries, ProductNames.entries, ApplicationNames.entries, InfrastructureNames.entries,
      ClientNames.entries, ComponentNames.entries, ProtocolNames.entries,
      IntegrationNames.entries, ArchNames.entries,
    ] {
      for entry in list { add(entry) }
    }
  }

  private static let generic: Set<String> = [
    "client", "daemon", "file", "ftp", "ftps", "http", "internal", "mail", "server", "service",
    "sftp", "ssh", "transfer", "web",
  ]

  private static let general = Lexicon()

  /// The names of all products and clients.
  static let software = servers.union(
    ClientNames.entries.compactMap { entry -> String? in
      if case .client(let name) = entry.meaning { name } else { nil }
    })

  /// Programs that transfer files as a client, and no browsers.
  static let clients = Set(
    ClientNames.entries.compactMap { entry -> String? in
      if case .client(let name) = entry.meaning { name } else { nil }
    }
  ).subtracting(browsers).subtracting(servers)

  /// The names of products that are servers.
  static let servers = Set(
    (ProductNames.entries + ApplicationNames.entries + InfrastructureNames.entries).compactMap {
      if case .product(let name) = $0.meaning { name } else { nil }
    })

  /// The product or client that has this one word as its name.
  func product(called key: String) -> String? {
    for entry in byFirstKey[key] ?? [] where entry.keys.count == 1 && !entry.isCommon {
      if case .product(let name) = entry.meaning { return name }
    }
    return nil
  }

  /// A word that also means something else is a name where the ticket says it three times, once
  /// with a capital: `Harbor`.
  mutating func learn(from lines: [Line]) {
    var (counts, capitals) = ([String: Int](), Set<String>())
    for line in lines.prefix(2000) where line.voice == .customer {
      var tokenizer = Tokenizer()
      tokenizer.add(line.body.prefix(400), line: 0)
      for token in tokenizer.tokens {
        guard let entries = byFirstKey[token.key],
          entries.contains(where: { $0.isCommon && $0.keys.count == 1 && $0.meaning.isProduct })
        else { continue }
        counts[token.key, default: 0] += 1
        if token.isCapital { capitals.insert(token.key) }
      }
    }
    certain = Set(counts.filter { $0.value >= 3 && capitals.contains($0.key) }.keys)
  }

  static let browsers: Set<String> = [
    "firefox", "chrome", "chromium", "edge", "safari", "brave", "opera", "internet explorer",
  ]

  /// Products that run where their user sits and reach for a server.
  static let userSide: Set<String> = [
    "restic", "borgbackup", "backintime", "keepass", "keepassxc", "kopia", "duplicati", "duplicity",
    "borgmatic",
    "terraform",
    "pgadmin", "dbeaver", "heidisql", "virt-manager",
    "element web", "anydesk", "teamviewer", "freerdp", "remmina", "joplin", "vorta", "tunnelblick",
    "viscosity", "macfuse",
    "sshfs-win", "winfsp",
  ]

  /// The longest name that begins with this token, one of each kind of meaning.
  func entries(in tokens: ArraySlice<Token>) -> [Entry] {
    guard let first = tokens.first, let candidates = byFirstKey[first.key] else { return [] }
    var found: [Entry] = []
    for entry in candidates where tokens.begins(with: entry.keys) {
      guard let longest = found.first?.keys.count else {
        found.append(entry)
        continue
      }
      if entry.keys.count == longest { found.append(entry) }
    }
    return found
  }

  private mutating func add(_ entry: Entry) {
    guard let first = entry.keys.first else { return }
    var list = byFirstKey[first, default: []]
    guard !list.contains(where: { $0.keys == entry.keys && $0.meaning == entry.meaning }) else {
      return
    }
    let at = list.firstIndex { $0.keys.count < entry.keys.count } ?? list.endIndex
    list.insert(entry, at: at)
    byFirstKey[first] = list
  }

  /// The tokens' keys of a name.
  static func keys(_ name: String) -> [String] {
    var tokenizer = Tokenizer()
    tokenizer.add(name[...], line: 0)
    return tokenizer.tokens.map(\.key)
  }

  /// Entries of lines `meaning: spelling, spelling`, or `name, name` where each is its own
  /// spelling; one with a `?` is a common word.
  static func table(_ text: String, _ meaning: (String) -> Meaning) -> [Entry] {
    text.split(separator: "\n").flatMap { line -> [Entry] in
      let parts = line.split(separator: ":", maxSplits: 1)
      let spellings = (parts.last ?? "").split(separator: ",").map(\.trimmed)
      return spellings.filter { !$0.isEmpty }.map { spelling in
        let isCommon = spelling.hasSuffix("?")
        let bare = isCommon ? String(spelling.dropLast()) : spelling
        return Entry(
          keys: keys(bare), meaning: meaning(parts.count > 1 ? parts[0].trimmed : bare),
          isCommon: isCommon)
      }
    }
  }
}
