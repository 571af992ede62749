import Foundation
import FoundationXML

/// One element of a document that somebody else wrote.
struct XMLRecord: Equatable {
  /// Local names from the root on: `capabilities/host/secmodel`.
  var path: String
  var attributes: [String: String]
  /// Its own text.
  var text = ""

  /// Every element, in the order of their ends; nil for what is not well formed.
  ///
  /// By events, because Foundation's `XMLDocument` crashes on text that is not XML.
  static func all(in document: String) -> [XMLRecord]? {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    return parser.parse() ? reader.done : nil
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  var done: [XMLRecord] = []
  private var open: [XMLRecord] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let path = open.last.map { $0.path + "/" + name } ?? name
    open.append(XMLRecord(path: path, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    done.append(open.removeLast())
  }
}
