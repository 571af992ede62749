/// The machine that printed something, as far as its prompt and the words above it tell.
struct PrintedMachine: Equatable {
  enum Role {
    case unknown
    /// The one that the ticket is about: `Server:`, `--- PROD ---`.
    case product
    case client
    /// One beside it: `TEST`, `the old server`.
    case other

    var side: Claim.Side {
      switch self {
      case .product: .server
      case .client: .client
      case .unknown, .other: .unknown
      }
    }
  }

  /// As its prompt, `uname -a` or `hostnamectl` name it, up to the first dot.
  var host: String?
  var role = Role.unknown

  /// Nil for what cannot be a host's name.
  static func host(_ name: Substring) -> String? {
    let short = name.prefix { $0 != "." }.lowercased()
    guard (1...63).contains(short.utf8.count), short != "localhost",
      short.utf8.contains(where: \.isLetterByte),
      short.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "-") })
    else { return nil }
    return short
  }
}
