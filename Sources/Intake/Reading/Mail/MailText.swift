import Cgmime

/// The text of a mail's part as UTF-8, whatever character set it is in or says it is in.
enum MailText {
  static func decode(
    _ bytes: [UInt8], charset: String?
  ) -> (utf8: [UInt8], confidence: Double) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if isASCII, charset?.lowercased().hasPrefix("utf-") != true, charset?.lowercased() != "utf-7",
      charset?.lowercased().hasPrefix("iso-2022") != true
    {
      return (bytes, 1)
    }
    let wide = TextEncoding.byMark(bytes) != nil
    // Who says Latin-1 and writes UTF-8, means UTF-8: nothing else looks like it by chance.
    if wide || String(validating: bytes, as: UTF8.self) != nil,
      charset?.lowercased() != "utf-7", charset?.lowercased().hasPrefix("iso-2022") != true,
      charset?.lowercased().hasPrefix("utf-16") != true
    {
      return TextEncoding.decode(bytes)
    }
    if let charset, let text = convert(bytes, from: charset) { return (text, 1) }
    return TextEncoding.decode(bytes)
  }

  /// Nil when the character set is unknown or the bytes are not of it.
  private static func convert(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
    // Whoever says these means their Windows versions, which have quotes and the euro sign.
    let windows = [
      "iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
      "latin1": "windows-1252", "iso-8859-9": "windows-1254",
    ]
    guard charset.utf8.count < 40 else { return nil }
    let name = windows[charset.lowercased()] ?? charset
    guard name != "windows-1252" else { return Array(Windows1252.decode(bytes).utf8) }
    return bytes.withUnsafeBytes { buffer in
      var written: gsize = 0
      let source = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let codeset = g_mime_charset_iconv_name(name)
      guard let text = g_convert(source, gssize(buffer.count), "UTF-8", codeset, nil, &written, nil)
      else { return nil }
      defer { g_free(text) }
      return Array(UnsafeRawBufferPointer(start: text, count: Int(written)))
    }
  }
}

/// Joins the lines that a mail program wrapped (RFC 3676).
enum FlowedText {
  static func join(_ lines: [Line]) -> [Line] {
    var joined: [Line] = []
    var isOpen = false
    for line in lines {
      var line = line
      let depth = line.text.utf8.prefix { $0 == UInt8(ascii: ">") }.count
      // The space that protects `>` and `From` at the beginning of a line.
      if depth == 0, line.text.utf8.first == 32 { line.text.removeFirst() }
      let isSignature = line.text.utf8.drop { $0 == UInt8(ascii: ">") || $0 == 32 }
        .elementsEqual("-- ".utf8)
      let flows = line.text.utf8.last == 32 && !isSignature && line.text.utf8.count > depth + 1
      if isOpen, let last = joined.last, !isSignature,
        last.text.utf8.prefix(while: { $0 == UInt8(ascii: ">") }).count == depth,
        last.text.utf8.count < ReadingLimits.lineBytes
      {
        let more = line.text.drop { $0 == ">" }.drop { depth > 0 && $0 == " " }
        joined[joined.count - 1].text += more
        joined[joined.count - 1].confidence = min(last.confidence, line.confidence)
      } else {
        joined.append(line)
      }
      isOpen = flows
    }
    return joined
  }
}
