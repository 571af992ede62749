import CaseModel
import Foundation
import FoundationXML
import Testing

@testable import Reports

struct JUnitTests {
  @Test func `a small run has exactly this shape`() {
    #expect(
      JUnitReport.render(Sample.small) == """
        <?xml version="1.0" encoding="utf-8" standalone="no"?>
        <testsuites name="SUP-1042/1" timestamp="2030-01-02T04:00:00Z" tests="4" failures="1" errors="0" skipped="2" time="1.500">
          <testsuite name="file-transfer" timestamp="2030-01-02T04:00:00Z" hostname="lab1.example" tests="4" failures="1" errors="0" skipped="2" time="1.500">
            <properties>
              <property name="case" value="SUP-1042"></property>
              <property name="run" value="1"></property>
              <property name="outcome" value="failed"></property>
              <property name="product" value="proftpd 1.3.8 (asked: 1.3.8b)"></property>
              <property name="caselab" value="0.1.0"></property>
            </properties>
            <testcase classname="file-transfer.ftp" name="log in" time="0.250">
              <system-out>230 in</system-out>
            </testcase>
            <testcase classname="file-transfer.ftp" name="upload" time="1.250">
              <failure message="550 &lt;denied&gt;">&lt;![CDATA[ ]]&gt; &amp;amp; �[31mred</failure>
            </testcase>
            <testcase classname="file-transfer.sftp" name="log in" time="0.000">
              <skipped message="not applicable: the profile has no sftp"></skipped>
            </testcase>
            <testcase classname="file-transfer" name="later" time="0.000">
              <skipped message="skipped"></skipped>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `a lab failure is an error of its own suite`() throws {
    let root = try parse(Sample.labFailed)
    #expect(try texts(root, "testsuite/@name") == ["lab"])
    #expect(try texts(root, "testsuite/testcase/@name") == ["layer product"])
    #expect(try texts(root, "testsuite/testcase/error/@message") == [Sample.labFailed.message])
    #expect(try texts(root, "@errors|@failures") == ["0", "1"])
  }

  @Test func `what had run before a kill is counted apart from the kill`() throws {
    let root = try parse(Sample.killed)
    #expect(try texts(root, "testsuite/@name") == ["file-transfer", "lab"])
    #expect(try texts(root, "testsuite[1]/@failures|testsuite[1]/@errors") == ["1", "0"])
    #expect(try texts(root, "testsuite[2]/testcase/error/@type") == ["killed"])
  }

  @Test func `a run of no tests is an error, not a success`() throws {
    let root = try parse(Sample.bare)
    #expect(try texts(root, "testsuite/testcase/error/@type") == ["nothing-ran"])
  }

  @Test func `hostile text comes back as text`() throws {
    let root = try parse(Sample.hostile)
    let text = Sample.hostileText.xmlText
    #expect(try texts(root, "testsuite[1]/testcase/@name") == [text, text, text, text])
    #expect(try texts(root, "testsuite[1]/testcase/failure") == [text])
  }

  private func parse(_ run: RunRecord) throws -> XMLElement {
    let text = JUnitReport.render(run)
    // `XMLDocument` mends what it can; the parser tells.
    try #require(XMLParser(data: Data(text.utf8)).parse())
    return try #require(
      XMLDocument(data: Data(text.utf8), options: .nodePreserveWhitespace).rootElement())
  }

  private func texts(_ root: XMLElement, _ path: String) throws -> [String] {
    try root.nodes(forXPath: path).map { $0.stringValue ?? "" }
  }
}
