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
  /// It was given as something that belongs to a letter; decides only where the content does not.
  public var isAttachment = false

  public init(name: String, bytes: [UInt8], isAttachment: Bool = false) {
    self.name = name
    content = .bytes(bytes)
    self.isAttachment = isAttachment
  }

  public init(name: String, path: String, isAttachment: Bool = false) {
    self.name = name
    content = .path(path)
    self.isAttachment = isAttachment
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
