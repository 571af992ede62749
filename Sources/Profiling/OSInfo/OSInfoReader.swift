import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads one osinfo-db file with the streaming parser; external entities are not resolved.
final class OSInfoReader: NSObject, XMLParserDelegate {
  private var entry = OSInfoEntry()
  private var path: [String] = []
  private var text = ""

  static func entry(in xml: String) -> OSInfoEntry? {
    let reader = OSInfoReader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    return parser.parse() && reader.path.isEmpty && !reader.entry.id.isEmpty ? reader.entry : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name)
    // Translations have a language; the first, without one, is meant.
    text = attributes["xml:lang"] == nil ? "" : "\0"
    guard path.count == 3 || name == "os", let id = attributes["id"] else { return }
    switch name {
    case "os" where path.count == 2: entry.id = id
    case "clones": entry.clones.append(id)
    case "derives-from": entry.derivesFrom.append(id)
    case "upgrades": entry.upgrades.append(id)
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    defer {
      path.removeLast()
      text = "\0"
    }
    guard !text.hasPrefix("\0") else { return }
    switch path.dropFirst(2).joined(separator: "/") {
    case "short-id" where entry.shortID.isEmpty: entry.shortID = text
    case "name": entry.name = text
    case "family": entry.family = text
    case "release-date": entry.releaseDate = text
    case "eol-date": entry.endOfLife = text
    case "resources/minimum/ram": entry.minimumMemoryMiB = Int(text).map { $0 >> 20 }
    default: break
    }
  }
}
