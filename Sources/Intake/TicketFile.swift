/// One file of a ticket as it came: the customer's text, or an attached log.
public struct TicketFile: Sendable {
  /// For evidence and messages; never opened.
  public var name: String
  public var bytes: [UInt8]
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
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
