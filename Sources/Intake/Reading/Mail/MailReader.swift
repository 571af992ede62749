/// Makes documents of mails: each letter with its attachments, older ones first.
enum MailReader {
  static func read(
    _ content: FileContent, isMailbox: Bool, _ reading: inout ReadingRun, depth: Int
  ) {
    var mails: [MailMessage] = []
    let troubles = MailParser.read(content, isMailbox: isMailbox) { mails.append($0) }
    reading.troubles += troubles
    if mails.allSatisfy({ $0.date != nil }) {
      // Stable: of two mails of one second the first in the file is the first.
      let order = mails.indices.sorted { (mails[$0].date ?? 0, $0) < (mails[$1].date ?? 0, $1) }
      mails = order.map { mails[$0] }
    }
    for (index, mail) in mails.enumerated() {
      let name = mails.count > 1 ? "\(content.name): mail \(index + 1)" : content.name
      read(mail, name, &reading, depth: depth)
    }
  }

  private static func read(
    _ mail: MailMessage, _ name: String, _ reading: inout ReadingRun, depth: Int
  ) {
    // What is forwarded or attached as a mail was written before.
    var inner = 0
    for part in mail.parts {
      guard case .message(let message) = part.content else { continue }
      inner += 1
      let label = message.subject?.printableName ?? "mail \(inner)"
      if depth < ReadingLimits.nesting {
        read(message, "\(name): \(label)", &reading, depth: depth + 1)
      } else {
        reading.troubles.append(Trouble("\(name): \(label)", "is nested too deep"))
      }
    }
    reading.add(letter: letter(of: mail, name, &reading), name: name)
    var unnamed = 0
    for part in mail.parts {
      if part.name == nil { unnamed += 1 }
      let label = "\(name): \(part.name?.printableName ?? "part \(unnamed)")"
      switch part.content {
      case .unreadable(let why):
        reading.troubles.append(Trouble(label, why))
      case .file(_, isCut: true):
        reading.troubles.append(
          Trouble(label, "is larger than \(ReadingLimits.innerBytes >> 20) MiB; give it by itself"))
      case .file(let bytes, isCut: false) where !bytes.isEmpty:
        reading.read(
          FileContent(name: label, bytes: bytes), as: .attachment, depth: depth + 1)
      default: break
      }
    }
  }

  private static func letter(
    of mail: MailMessage, _ name: String, _ reading: inout ReadingRun
  ) -> Letter {
    var lines: [Line] = []
    if let subject = mail.subject, !subject.isEmpty {
      let text = TextLines.split(Array("Subject: \(subject)".utf8), file: name).lines
      lines.append(
        Line(file: name, number: 1, text: text.map(\.text).joined(separator: " ")))
    }
    if let repository = ListTag.repository(of: mail) {
      lines.append(
        Line(
          file: name, number: 1, text: "Repository: \(repository.name)",
          written: repository.written))
    }
    for part in mail.parts {
      guard case .text(let bytes, let charset, let isHTML, let isFlowed) = part.content,
        !bytes.isEmpty
      else { continue }
      let (text, confidence) = MailText.decode(bytes, charset: charset)
      let plain = isHTML ? HTMLText.lines(of: text) : text
      let (found, troubles) = TextLines.split(
        plain, file: name, from: mail.subject?.isEmpty == false ? 2 : 1, confidence: confidence)
      reading.troubles += troubles
      lines += isFlowed && !isHTML ? FlowedText.join(found) : found
    }
    return Letter(
      lines: lines, sender: mail.sender, recipient: mail.recipient,
      isOfList: mail.isOfList || mail.subject?.isTaggedByList == true, isReply: true)
  }
}

extension String {
  /// A name that somebody sent, fit to be part of a document's.
  var printableName: String { trimmed.printable(limit: 80) }

  /// `Re: [cloud-users] files vanish`, unlike a ticket's `[EC-3390]`.
  fileprivate var isTaggedByList: Bool {
    guard let open = firstIndex(of: "["), let close = self[open...].firstIndex(of: "]") else {
      return false
    }
    let words = self[open..<close].lowercased().split { !$0.isLetter }
    return words.contains { ["users", "user", "list", "discuss", "dev", "devel"].contains($0) }
  }
}
