import CaseModel
import Foundation
import FoundationXML

/// Reads JUnit XML as anybody may have written it: never fails, says what is wrong and where, and
/// keeps what could be read.
enum JUnitParser {
  static func parse(
    _ bytes: [UInt8], suite: String, file: String, limits: SuiteLimits = .init()
  ) -> ParsedResults {
    var collector = ResultCollector(suite: suite, file: file, limits: limits)
    switch JUnitText.prepare(bytes) {
    case .refused(let why, let line):
      collector.problem(why, line: line)
      return collector.results
    case .usable(let text, let remarks):
      for remark in remarks { collector.problem(remark.what, line: remark.line) }
      let reader = JUnitReader(collector)
      let parser = XMLParser(data: Data(text))
      parser.shouldResolveExternalEntities = false
      parser.delegate = reader
      let complete = parser.parse()
      return reader.finish(complete: complete, error: parser.parserError, line: parser.lineNumber)
    }
  }
}

/// The parser's callbacks; used by one thread, for one document.
private final class JUnitReader: NSObject, XMLParserDelegate {
  private var collector: ResultCollector
  private var depth = 0
  private var rootEnded = false
  private var suites: [String] = []
  private var test: JUnitTest?
  private var part: JUnitTest.Part?
  private var firstError: (line: Int, why: String)?

  /// libxml2 itself stops at 256; no writer of JUnit XML nests this deep.
  private static let deepest = 40

  init(_ collector: ResultCollector) {
    self.collector = collector
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth == Self.deepest { collector.problem("nested too deeply", line: parser.lineNumber) }
    guard depth < Self.deepest, !collector.isFull else { return }
    switch name {
    case "testsuite":
      suites.append(attributes["name"] ?? "")
    case "testcase":
      if test != nil { collector.problem("a test within a test", line: parser.lineNumber) }
      begin(attributes, line: parser.lineNumber)
    default:
      guard let kind = JUnitTest.Part(rawValue: name) else { return }
      part = kind
      test?.began(kind, message: attributes["message"])
    }
  }

  private func begin(_ attributes: [String: String], line: Int) {
    let name = attributes["name"] ?? ""
    if name.isEmpty { collector.problem("a test without a name", line: line) }
    var duration = 0.0
    if let time = attributes["time"] {
      let number = Double(time.filter { $0 != "," && $0 != " " })
      if let number, number.isFinite, number >= 0 {
        duration = number
      } else {
        collector.problem(
          "test \"\(name)\" has the duration \"\(time.printable(limit: 40))\"", line: line)
      }
    }
    test = JUnitTest(
      line: line, group: attributes["classname"] ?? suites.last ?? "",
      name: name.isEmpty ? "test without a name, line \(line)" : name, duration: duration,
      excerptBytes: collector.limits.excerptBytes)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let part { test?.add(text, to: part) }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if let part { test?.add(String(decoding: block, as: UTF8.self), to: part) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    depth -= 1
    if depth == 0 { rootEnded = true }
    guard depth < Self.deepest - 1 else { return }
    switch name {
    case "testsuite":
      _ = suites.popLast()
    case "testcase":
      endTest()
    default:
      if part?.rawValue == name { part = nil }
    }
  }

  private func endTest() {
    if let test { collector.add(test.result(suite: collector.suite), line: test.line) }
    test = nil
    part = nil
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard firstError == nil else { return }
    firstError = (parser.lineNumber, "not well-formed XML: \(JUnitText.reason(of: error))")
  }

  /// On Linux `parse()` also returns true for a document that ends early: what counts is whether
  /// the outermost element has ended.
  func finish(complete: Bool, error: (any Error)?, line: Int) -> ParsedResults {
    guard !complete || !rootEnded else { return collector.results }
    if let test {
      // Half a test must not count as a passed one.
      collector.problem("the results end within test \"\(test.name)\"", line: test.line)
    }
    let why = error.map { ": " + JUnitText.reason(of: $0) } ?? (rootEnded ? "" : ": it ends early")
    let first = firstError ?? (line, "not well-formed XML\(why)")
    collector.problem(first.why, line: first.line)
    return collector.results
  }
}
