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
  }

  struct Entry: Equatable {
    var keys: [String]
    var meaning: Meaning
    /// A word that also means something else; it counts only with a version or as an answer.
    var isCommon: Bool
  }

  private var byFirstKey: [String: [Entry]] = [:]

  /// What customers name, and these products of the catalogue.
  init(products: [ProductName]) {
    self = Self.general
    for product in products {
      for spelling in [product.name] + product.aliases {
        add(Entry(keys: Self.keys(spelling), meaning: .product(product.name), isCommon: false))
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

  private static let general = Lexicon()

  /// The names of all products and clients.
  static let software = servers.union(
    ClientNames.entries.compactMap { entry -> String? in
      if case .client(let name) = entry.meaning { name } else { nil }
    })

  /// The names of products that are servers.
  static let servers = Set(
    (ProductNames.entries + ApplicationNames.entries + InfrastructureNames.entries).compactMap {
      if case .product(let name) = $0.meaning { name } else { nil }
    })

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

  /// Entries of lines `meaning: spelling, spelling`; a spelling with a `?` is a common word.
  static func table(_ text: String, _ meaning: (String) -> Meaning) -> [Entry] {
    text.split(separator: "\n").flatMap { line -> [Entry] in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let name = parts.first else { return [] }
      let spellings =
        parts.count > 1 ? parts[1].split(separator: ",").map(\.trimmed) : [String(name)]
      return spellings.filter { !$0.isEmpty }.map { spelling in
        Entry(
          keys: keys(spelling.hasSuffix("?") ? String(spelling.dropLast()) : spelling),
          meaning: meaning(name.trimmed), isCommon: spelling.hasSuffix("?"))
      }
    }
  }
}
