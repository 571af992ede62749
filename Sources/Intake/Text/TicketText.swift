import CaseModel

/// Turns a ticket's bytes into lines, or says all that is wrong with them.
enum TicketText {
  static let byteLimit = 5 << 20

  static func lines(of files: [TicketFile]) throws(CaselabError) -> [Line] {
    var complaints = files.compactMap { file in
      complaint(about: file).map { "\n  \(file.name.printable(limit: 100)): \($0)" }
    }
    if files.isEmpty { complaints = ["\n  there is no file"] }
    if files.reduce(0, { $0 + $1.bytes.count }) > byteLimit {
      complaints.append("\n  all files together are larger than \(byteLimit >> 20) MiB")
    }
    guard complaints.isEmpty else {
      throw CaselabError(
        .badInput, "the ticket cannot be read\(complaints.joined())",
        hint:
          "give the customer's answers as plain text in UTF-8, without other attachments than logs")
    }
    return files.flatMap(lines)
  }

  private static func complaint(about file: TicketFile) -> String? {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16; save it as UTF-8"
    }
    if let place = file.bytes.firstIndex(of: 0) {
      let line = 1 + file.bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      return "is binary: a NUL byte in line \(line), at byte \(place)"
    }
    let controls = file.bytes.count { $0 < 32 && ![9, 10, 12, 13, 27].contains($0) }
    if controls * 20 > file.bytes.count {
      return "is binary: \(controls) of \(file.bytes.count) bytes are control characters"
    }
    return file.bytes.allSatisfy { $0 <= 32 } ? "is empty" : nil
  }

  /// Text that is not UTF-8 is taken for Windows-1252, which every byte can be; what is read from
  /// it is less sure by a fifth.
  private static func lines(of file: TicketFile) -> [Line] {
    let utf8 = String(validating: file.bytes, as: UTF8.self)
    let text = utf8 ?? Windows1252.decode(file.bytes)
    return text.linesOfText.enumerated().map { index, line in
      Line(
        file: file.name, number: index + 1, text: String(line).withoutControls(),
        confidence: utf8 == nil ? 0.8 : 1)
    }
  }
}

extension String {
  /// Lines ended by LF, CR LF or CR alone.
  fileprivate var linesOfText: [Substring.UnicodeScalarView.SubSequence] {
    var lines: [Substring.UnicodeScalarView.SubSequence] = []
    var rest = Substring(self).unicodeScalars
    while let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r" }) {
      lines.append(rest[..<end])
      var next = rest.index(after: end)
      if rest[end] == "\r", next < rest.endIndex, rest[next] == "\n" {
        next = rest.index(after: next)
      }
      rest = rest[next...]
    }
    lines.append(rest)
    return lines
  }
}

/// The code page of old Windows mail programs.
enum Windows1252 {
  /// 0x80 to 0x9F; the rest is Latin-1. What it leaves open becomes U+FFFD.
  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  static func decode(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return String(scalars)
  }
}
