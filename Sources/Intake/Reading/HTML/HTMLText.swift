import Clibxml2

/// The words of an HTML text as lines, read by libxml2's parser.
enum HTMLText {
  /// UTF-8 in, UTF-8 out.
  static func lines(of html: [UInt8]) -> [UInt8] {
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let builder = HTMLTextBuilder.of(context), let name else { return }
      builder.start(String(cString: name), isHidden: HTMLText.isHidden(attributes))
    }
    handler.endElement = { context, name in
      guard let builder = HTMLTextBuilder.of(context), let name else { return }
      builder.end(String(cString: name))
    }
    handler.characters = { context, bytes, count in
      guard let builder = HTMLTextBuilder.of(context), let bytes, count > 0 else { return }
      builder.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    let builder = HTMLTextBuilder()
    withExtendedLifetime(builder) {
      let context = Unmanaged.passUnretained(builder).toOpaque()
      html.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        parse(start, buffer.count, handler, context)
      }
    }
    return builder.finish()
  }

  private static func parse(
    _ start: UnsafePointer<CChar>, _ count: Int, _ handler: htmlSAXHandler,
    _ context: UnsafeMutableRawPointer
  ) {
    guard let parser = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(parser) }
    parser.pointee.sax.pointee = handler
    parser.pointee.userData = context
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    // There is no document: the handler's functions build none.
    htmlCtxtReadMemory(parser, start, Int32(clamping: count), nil, "UTF-8", Int32(options))
  }

  /// `hidden`, or a style that keeps the reader from seeing it.
  private static func isHidden(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> Bool {
    guard var attribute = attributes else { return false }
    while let name = attribute[0] {
      let key = String(cString: name)
      if key == "hidden" { return true }
      if key == "style", let value = attribute[1] {
        let style = String(cString: value).prefix(2000).lowercased().filter { !$0.isWhitespace }
        if ["display:none", "visibility:hidden", "mso-hide:all"].contains(where: style.contains) {
          return true
        }
      }
      attribute += 2
    }
    return false
  }
}
