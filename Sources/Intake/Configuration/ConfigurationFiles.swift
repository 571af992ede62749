import CaseModel

/// Finds configuration in a document, attached whole or pasted into a letter.
enum ConfigurationFiles {
  struct Found {
    var attachment: InstallationDetail.Attachment
    var kind: ConfigurationKind
    var first: Line
    var indices: Range<Int>
  }

  /// The pieces, the facts in them, and the indices of all their lines.
  static func read(_ document: Document) -> (files: [Found], claims: [Claim], used: Set<Int>) {
    var scan = ConfigurationScan(document)
    let pieces = document.kind == .letter ? scan.pieces() : scan.whole(document)
    var (found, claims, used) = ([Found](), [Claim](), Set<Int>())
    for piece in pieces {
      let lines = document.lines[piece.range]
      let name = document.kind == .letter ? nil : document.lines[0].file.printable(limit: 200)
      guard let first = lines.first(where: { !$0.printed.isEmpty }) else { continue }
      var attachment = InstallationDetail.Attachment(
        kind: piece.kind.rawValue, name: name, lines: lines.count { !$0.printed.isEmpty })
      attachment.text = WholeConfiguration.text(of: piece, in: lines)
      found.append(
        Found(attachment: attachment, kind: piece.kind, first: first, indices: piece.range))
      claims += ConfigurationFacts.read(piece, document.lines)
      used.formUnion(piece.range)
    }
    return (found, claims, used)
  }
}
