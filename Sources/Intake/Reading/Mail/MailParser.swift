import Cgmime

/// Takes mails apart with GMime.
struct MailParser {
  /// GMime is set up once and only when a mail is read; it has nothing to tear down.
  private static let isReady: Bool = {
    g_mime_init()
    return true
  }()

  private(set) var troubles: [Trouble] = []
  private let name: String
  private var partCount = 0

  /// - Parameter body: called with each message, in the file's order.
  static func read(
    _ content: FileContent, isMailbox: Bool, _ body: (MailMessage) -> Void
  ) -> [Trouble] {
    guard isReady, let stream = stream(of: content) else {
      return [Trouble(content.name, "cannot be read")]
    }
    defer { cgmime_free(stream) }
    guard let parser = cgmime_parser(stream, isMailbox ? 1 : 0) else { return [] }
    defer { cgmime_free(UnsafeMutableRawPointer(parser)) }
    var reader = MailParser(name: content.name)
    var count = 0
    repeat {
      guard let message = g_mime_parser_construct_message(parser, nil) else { break }
      defer { cgmime_free(UnsafeMutableRawPointer(message)) }
      body(reader.message(message, depth: 0))
      count += 1
    } while isMailbox && g_mime_parser_eos(parser) == 0 && count < ReadingLimits.mailsOfMailbox
    if count == 0 { reader.complain("is no readable mail") }
    if count == ReadingLimits.mailsOfMailbox {
      reader.complain("only its first \(count) mails were read")
    }
    return reader.troubles
  }

  private init(name: String) { self.name = name }

  private static func stream(of content: FileContent) -> UnsafeMutablePointer<GMimeStream>? {
    switch content.source {
    case .path(let path): cgmime_file(path)
    case .bytes(let bytes):
      bytes.withUnsafeBytes { buffer in
        cgmime_memory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
  }

  private mutating func complain(_ what: String) {
    if troubles.count < ReadingLimits.troubles { troubles.append(Trouble(name, what)) }
  }

  private mutating func message(
    _ message: UnsafeMutablePointer<GMimeMessage>, depth: Int
  ) -> MailMessage {
    var (senderName, address) = (UnsafePointer<CChar>?.none, UnsafePointer<CChar>?.none)
    cgmime_sender(message, &senderName, &address)
    let sender = Sides.Person(mailName: senderName, address)
    cgmime_recipient(message, &senderName, &address)
    var seconds: gint64 = 0
    let hasDate = cgmime_date(message, &seconds) != 0
    return MailMessage(
      subject: String(mail: g_mime_message_get_subject(message)),
      sender: sender, recipient: Sides.Person(mailName: senderName, address),
      isOfList: cgmime_is_of_list(message) != 0,
      date: hasDate ? Int(seconds) : nil,
      parts: g_mime_message_get_mime_part(message).map { parts(of: $0, depth: depth) } ?? [])
  }

  private mutating func parts(
    of object: UnsafeMutablePointer<GMimeObject>, depth: Int
  ) -> [MailPart] {
    partCount += 1
    guard depth < 50, partCount <= ReadingLimits.mailParts else {
      complain(depth < 50 ? "has too many parts" : "has parts within parts within parts")
      return []
    }
    let type = Self.type(of: object)
    switch cgmime_kind_of(object) {
    case CGMIME_MULTIPART: return multipart(object, type, depth)
    case CGMIME_MESSAGE:
      guard let inner = cgmime_message(object) else { return [] }
      let content = MailPart.Content.message(message(inner, depth: depth + 1))
      return [MailPart(name: nil, isAttachment: true, content: content)]
    case CGMIME_PART: return [leaf(object, type)]
    default: return []
    }
  }

  private mutating func multipart(
    _ object: UnsafeMutablePointer<GMimeObject>, _ type: String, _ depth: Int
  ) -> [MailPart] {
    if type == "multipart/encrypted" {
      return [MailPart(name: nil, isAttachment: false, content: .unreadable("is encrypted"))]
    }
    let children = (0..<min(max(cgmime_count(object), 0), Int32(ReadingLimits.mailParts))).map {
      index in
      cgmime_child(object, index).map { parts(of: $0, depth: depth + 1) } ?? []
    }
    return type == "multipart/alternative"
      ? MailAlternatives.choose(children) : children.flatMap { $0 }
  }

  private func leaf(_ object: UnsafeMutablePointer<GMimeObject>, _ type: String) -> MailPart {
    let name = String(mail: cgmime_filename(object))
    let disposition = String(mail: g_mime_object_get_disposition(object))?.lowercased()
    let isText = type == "text/plain" || type == "text/html"
    let isAttachment = disposition == "attachment" || name != nil || !isText
    let part = { MailPart(name: name, isAttachment: isAttachment, content: $0) }
    if type == "application/ms-tnef" || name?.lowercased() == "winmail.dat" {
      return part(.unreadable("is Outlook's own format; ask for the mail as plain text or HTML"))
    }
    if type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" {
      return part(.unreadable("is encrypted or signed as a whole (S/MIME)"))
    }
    // Signatures, and pictures that belong to the text.
    let isSilent =
      type.hasSuffix("-signature") || type == "application/pgp-encrypted"
      || type.hasPrefix("image/") && g_mime_object_get_content_id(object) != nil
    if isSilent { return part(.text(bytes: [], charset: nil, isHTML: false, isFlowed: false)) }
    let (bytes, isCut) = Self.content(of: object)
    guard isText, !isAttachment else { return part(.file(bytes, isCut: isCut)) }
    return part(
      .text(
        bytes: bytes, charset: String(mail: cgmime_parameter(object, "charset")),
        isHTML: type == "text/html",
        isFlowed: String(mail: cgmime_parameter(object, "format"))?.lowercased() == "flowed"))
  }

  private static func content(
    of part: UnsafeMutablePointer<GMimeObject>
  ) -> (bytes: [UInt8], isCut: Bool) {
    let limit = ReadingLimits.innerBytes
    guard let array = cgmime_content(part, limit + 1) else { return ([], false) }
    defer { g_byte_array_unref(array) }
    let count = Int(array.pointee.len)
    let bytes = UnsafeBufferPointer(start: array.pointee.data, count: min(count, limit))
    return (Array(bytes), count > limit)
  }

  private static func type(of object: UnsafeMutablePointer<GMimeObject>) -> String {
    guard let type = cgmime_type(object) else { return "text/plain" }
    defer { g_free(type) }
    return String(cString: type).lowercased()
  }
}

extension Sides.Person {
  /// nil when neither is there.
  fileprivate init?(mailName name: UnsafePointer<CChar>?, _ address: UnsafePointer<CChar>?) {
    guard name != nil || address != nil else { return nil }
    self.init(name: String(mail: name), address: String(mail: address))
  }
}
