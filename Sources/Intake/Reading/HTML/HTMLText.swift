import Clibxml2

/// The words of an HTML text as lines, read by libxml2's parser.
enum HTMLText {
  /// UTF-8 in, UTF-8 out.
  static func lines(of html: [UInt8]) -> [UInt8] {
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let builder = HTMLTextBuilder.of(context), let name else { return }
      builder.start(String(cString: name), HTMLAttributes(attributes))
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
}
