import Cgmime

/// A mail as it was taken apart: values only, no pointer of GMime's leaves this folder.
struct MailMessage {
  var subject: String?
  var sender: Sides.Person?
  /// The first whom it is written to.
  var recipient: Sides.Person?
  /// It came over a mailing list.
  var isOfList = false
  /// Seconds since 1970.
  var date: Int?
  /// The body and what is attached, in the mail's order.
  var parts: [MailPart]
}

/// A leaf of a mail's tree.
struct MailPart {
  enum Content {
    case text(bytes: [UInt8], charset: String?, isHTML: Bool, isFlowed: Bool)
    case file([UInt8], isCut: Bool)
    case message(MailMessage)
    case unreadable(String)
  }

  var name: String?
  var isAttachment: Bool
  var content: Content
}

extension String {
  /// A C string of GMime's, which is UTF-8 or cannot be told; nil for NULL.
  init?(mail text: UnsafePointer<CChar>?) {
    guard let text else { return nil }
    self.init(cString: text)
  }
}
