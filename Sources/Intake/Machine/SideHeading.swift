/// Whose machine a heading or a host name speaks of.
enum SideHeading {
  private static let client: Set<String> = [
    "client", "clients", "clientside", "laptop", "workstation", "desktop", "cliente", "klient",
    "klienta", "klientem", "arbeitsplatz", "poste",
  ]
  private static let server: Set<String> = [
    "server", "servers", "serverside", "serveur", "servidor", "serwer", "serwera", "serwerze",
    "servern", "host",
  ]

  /// `Client:`, `## Server`, `On the client I see:`; a heading has nothing behind its colon.
  static func side(of text: Substring) -> Claim.Side {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= 100 else {
      return .unknown
    }
    let isMarked = "#*-=".utf8.contains(first)
    guard isMarked || ":*_".utf8.contains(last) || text.utf8.count <= 40 else { return .unknown }
    let words = text.lowercased().split { !$0.isWordCharacter }.map(String.init)
    let end = text.utf8.last { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
    guard isMarked || end == UInt8(ascii: ":") || words.count <= 3 else { return .unknown }
    return side(of: words)
  }

  static func side(ofHost host: String) -> Claim.Side {
    let words = host.lowercased().split { !$0.isLetter }.map(String.init)
    return side(of: words.map { $0 == "srv" ? "server" : $0 })
  }

  private static func side(of words: [String]) -> Claim.Side {
    let isClient = words.contains(where: client.contains)
    let isServer = words.contains(where: server.contains)
    return isClient == isServer ? .unknown : isClient ? .client : .server
  }
}
