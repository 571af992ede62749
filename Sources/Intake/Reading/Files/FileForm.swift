/// What a file is, by its first bytes; its name is believed only where they leave it open.
enum FileForm: Equatable {
  case mail, mailbox, outlookData, json, html, archive, text
  case binary(String)

  static let headBytes = 4096

  init(head: [UInt8], name: String) {
    let text = head.drop { $0 <= 32 }
    if let magic = Self.magic.first(where: { head.starts(with: $0.bytes) }) {
      self = magic.form
    } else if Self.isTar(head) {
      self = .archive
    } else if TextEncoding.byMark(head) != nil {
      self = .text
    } else if head.starts(with: "From ".utf8), MailHeaders.begin(head.afterFirstLine) {
      self = .mailbox
    } else if MailHeaders.areMail(head[...], name: name) {
      self = .mail
    } else if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
      self = .json
    } else if Self.isHTML(text) {
      self = .html
    } else {
      self = .text
    }
  }

  private static let magic: [(bytes: [UInt8], form: FileForm)] = [
    ([0x1F, 0x8B], .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    ([0x42, 0x5A, 0x68], .archive), ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ([0x50, 0x4B, 0x03, 0x04], .archive), ([0x50, 0x4B, 0x05, 0x06], .archive),
    ([0x78, 0x9F, 0x3E, 0x22], .outlookData),
    ([0x89, 0x50, 0x4E, 0x47], .binary("an image")), ([0xFF, 0xD8, 0xFF], .binary("an image")),
    ([0x47, 0x49, 0x46, 0x38], .binary("an image")),
    ([0x25, 0x50, 0x44, 0x46], .binary("a PDF file")),
    ([0xD0, 0xCF, 0x11, 0xE0], .binary("an Office or Outlook file")),
    ([0x37, 0x7A, 0xBC, 0xAF], .binary("a 7-Zip archive")),
    ([0x52, 0x61, 0x72, 0x21], .binary("a RAR archive")),
    ([0x7F, 0x45, 0x4C, 0x46], .binary("a program")), ([0x4D, 0x5A, 0x90], .binary("a program")),
    (Array("{\\rtf".utf8), .binary("an RTF file")),
    (Array("SQLite format 3".utf8), .binary("a database")),
  ]

  private static func isTar(_ head: [UInt8]) -> Bool {
    head.count >= 262 && head[257..<262].elementsEqual("ustar".utf8)
  }

  private static func isHTML(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.prefix(200), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<table"].contains {
      start.hasPrefix($0)
    }
  }
}

extension [UInt8] {
  fileprivate var afterFirstLine: ArraySlice<UInt8> {
    drop { $0 != UInt8(ascii: "\n") }.dropFirst()
  }
}
