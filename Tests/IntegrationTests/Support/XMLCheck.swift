import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads XML with a real parser, to see that it is XML.
enum XMLCheck {
  static func elements(named name: String, in text: String) throws -> Int {
    let document = try XMLDocument(xmlString: text)
    return try document.nodes(forXPath: "//\(name)").count
  }
}
