/// One file of a ticket as it came: what the customer wrote, or something they attached.
public struct TicketFile: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// Read as far as needed; an archive is streamed.
    case path(String)
  }

  /// For evidence and messages; its ending may tell what the file is.
  public var name: String
  public var content: Content

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  public init(name: String, path: String) {
    self.name = name
    content = .path(path)
  }
}

/// A product that answers may name, and how else customers spell it.
public struct ProductName: Sendable, Equatable {
  public var name: String
  public var aliases: [String]
  public init(name: String, aliases: [String] = []) {
    self.name = name
    self.aliases = aliases
  }
}
