import CaseModel
import Foundation
import FoundationXML
import Testing

@testable import Reports

struct HTMLTests {
  /// `CASELAB_REPORT_SAMPLES=/tmp/samples` writes the samples there, to be looked at in a browser.
  @Test(arguments: ["failed", "passed", "lab", "killed", "bare", "hostile", "surrounded"])
  func `every kind of run is one well-formed page`(_ name: String) throws {
    let run = try #require(Sample.byName[name])
    let html = try HTMLReport.render(Sample.input { $0 = run })
    if let folder = ProcessInfo.processInfo.environment["CASELAB_REPORT_SAMPLES"] {
      try html.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
    let page = try page(html)
    #expect(page.name == "html")
    #expect(try page.nodes(forXPath: "//script|//link|//img|//iframe|//base|//object").isEmpty)
    #expect(try page.nodes(forXPath: "//@src|//@href|//@style").isEmpty)
    #expect(!html.contains("url(") && !html.contains("@import"))
    #expect(try page.nodes(forXPath: "//@*[starts-with(name(), 'on')]").isEmpty)
  }

  @Test func `the nodes stand from the clients to the product, and what tried to leave is told`()
    throws
  {
    let page = try page(HTMLReport.render(Sample.input { $0 = Sample.surrounded }))
    let section = "//section[@aria-labelledby='environment']"
    #expect(try texts(page, section + "/h2/small") == ["4 machines, 2 links"])
    let names = try texts(page, section + "//text[@class='name']")
    #expect(names == ["client", "firewall", "product", "directory"])
    let places = try texts(page, section + "//rect/@x").compactMap { Int($0) }
    #expect(places == places.sorted() && Set(places).count == 3)
    #expect(try page.nodes(forXPath: section + "//line[not(@class)]").count == 5)
    #expect(
      try texts(page, section + "//td[@data-label='To']") == [
        "tcp 203.0.113.7:443", "name <script>\\u{1b}[2J.example",
      ])
    let alone = try self.page(HTMLReport.render(Sample.input()))
    #expect(try alone.nodes(forXPath: section).isEmpty)
  }

  @Test func `the page's policy lets nothing in but its own style sheet`() throws {
    let html = try HTMLReport.render(Sample.input(), nonce: "n0")
    let page = try page(html)
    #expect(
      try texts(page, "//meta[@http-equiv]/@content") == [
        "default-src 'none'; style-src 'nonce-n0'; base-uri 'none'; form-action 'none'"
      ])
    #expect(try texts(page, "//style/@nonce") == ["n0"])
    #expect(try HTMLReport.render(Sample.input()) != HTMLReport.render(Sample.input()))
  }

  @Test func `the outcome comes first, in a sentence that stands alone`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    #expect(try texts(page, "//main/*[1]/h2") == ["Failed"])
    #expect(
      try texts(page, "//p[@class='sentence']") == [
        "SUP-1042/3: 3 of 34 tests of file-transfer failed with proftpd 1.3.8 (asked: 1.3.8b) on "
          + "Debian 12 (emulated). 16 tests do not apply to this installation."
      ])
  }

  @Test func `failures come first and open, the rest is folded and complete`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    let section = "//section[@aria-labelledby='tests']/details"
    #expect(
      try texts(page, section + "/@class")
        == ["test bad", "test bad", "test bad", "group good", "group good", "group idle"])
    #expect(try texts(page, section + "[@open]/@class") == ["test bad", "test bad", "test bad"])
    #expect(try page.nodes(forXPath: section + "[@class='group good']/ul/li").count == 31)
    #expect(try page.nodes(forXPath: section + "[@class='group idle']/ul/li").count == 16)
    #expect(
      try texts(page, section + "[@class='group idle']/summary/span[@class='name']")
        == ["the profile has no ftp"])
  }

  @Test func `a test without a message or output does not show another's`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    let idle = "//details[@class='test bad'][2]"
    #expect(try texts(page, idle + "//span[@class='name']") == ["idle timeout"])
    #expect(try page.nodes(forXPath: idle + "/pre[@class='output']").isEmpty)
    #expect(try page.nodes(forXPath: "//details[@class='group good']//pre").isEmpty)
  }

  @Test func `a long output shows its end and folds the rest`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    let test = "//details[@class='test bad'][3]"
    #expect(try texts(page, test + "/details/summary") == ["Earlier output, 375 lines"])
    let end = try texts(page, test + "/pre[@class='output']")
    #expect(end.first?.hasPrefix("debug1: packet 376:") == true)
    #expect(end.first?.hasSuffix("packet 400: type 94, 14800 bytes") == true)
  }

  @Test func `what was asked, built and verified stands side by side`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    let row = "//table[@class='fidelity']/tbody/tr"
    #expect(
      try texts(page, row + "[2]/td/div") == [
        "1.3.8b", "1.3.8", "≠ 1.3.8",
        "approximate1.3.8b is not packaged for Debian 12; the nearest is used",
      ])
    #expect(
      try texts(page, row + "[5]/td/div") == [
        "Europe/Vienna", "Europe/Vienna", "? not confirmed", "exact",
      ])
    #expect(
      try texts(page, row + "[1]/td[3]/div") == ["✓ debian 12 (/etc/os-release)"])
    #expect(try texts(page, row + "[6]/td[2]/div") == ["nothing"])
    #expect(try texts(page, row + "[7]/th") == ["clock"])
  }

  @Test func `a lab failure says why, shows where the time went and opens the console`() throws {
    let page = try page(HTMLReport.render(Sample.input { $0 = Sample.labFailed }))
    #expect(try texts(page, "//pre[@class='why']").first?.contains("exit status 100") == true)
    #expect(try texts(page, "//main/section[2]/h2/@id") == ["timeline"])
    #expect(try page.nodes(forXPath: "//h2[@id='timeline']").count == 1)
    #expect(try texts(page, "//ol[@class='timeline']/li/@class") == ["done", "done", "failed"])
    #expect(try page.nodes(forXPath: "//ul[@class='artifacts']//details[@open]").count == 1)
  }

  @Test func `how to repeat the run and the whole digests are told`() throws {
    let page = try page(HTMLReport.render(Sample.input()))
    #expect(try texts(page, "//pre[@class='command']") == ["caselab run SUP-1042 --again 3"])
    let values = try texts(page, "//dl[@class='provenance']//dd")
    #expect(values.contains(Sample.failed.layers[1].digest))
    #expect(try texts(page, "//p[@class='digest']") == Sample.failed.artifacts.map(\.digest))
    #expect(try page.nodes(forXPath: "//table[@class='journal']//tr").count == 3)
  }

  @Test func `hostile text stays text`() throws {
    let html = try HTMLReport.render(Sample.input { $0 = Sample.hostile })
    let page = try page(html)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{1b}"))
    #expect(!html.contains("\u{202e}") && !html.contains("\u{0}"))
    #expect(
      try texts(page, "//details[@class='test bad']/summary/span[@class='name']") == [
        Sample.hostileShown
      ])
    #expect(try texts(page, "//div/dt[text()='By']/../dd") == [Sample.hostileShown])
    // Nothing of it became an attribute or an element.
    #expect(try page.nodes(forXPath: "//@onerror|//b[text()='x']").isEmpty)
  }

  @Test func `no template shows a text unescaped`() {
    for (name, bytes) in HTMLReport.sources {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
    }
  }

  private func page(_ html: String) throws -> XMLElement {
    // `XMLDocument` mends what it can; the parser tells.
    try #require(XMLParser(data: Data(html.utf8)).parse())
    return try #require(
      XMLDocument(data: Data(html.utf8), options: .nodePreserveWhitespace).rootElement())
  }

  private func texts(_ page: XMLElement, _ path: String) throws -> [String] {
    try page.nodes(forXPath: path).map { $0.stringValue ?? "" }
  }
}
