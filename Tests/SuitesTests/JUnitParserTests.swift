import CaseModel
import Testing

@testable import Suites

@Suite struct JUnitParserTests {
  func parse(_ text: String, limits change: (inout SuiteLimits) -> Void = { _ in })
    -> ParsedResults
  {
    var limits = SuiteLimits()
    change(&limits)
    return JUnitParser.parse(Array(text.utf8), suite: "s", file: "results.xml", limits: limits)
  }

  @Test func `Every kind of result is read`() {
    let results = parse(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <testsuites><testsuite name="outer">
        <properties><property name="x" value="y"/></properties>
        <testcase classname="login" name="a" time="0.25"/>
        <testcase name="b"><failure message="no &lt;way&gt;">line one
      line two</failure><system-out><![CDATA[<!DOCTYPE x> > USER]]></system-out></testcase>
        <testcase classname="c" name="c" time="1,234.5"><error>boom</error></testcase>
        <testcase classname="c" name="d"><skipped message="later"/></testcase>
        <testcase classname="c" name="e">
          <skipped type="pytest.skip" message="not applicable: the profile has no sftp">x</skipped>
        </testcase>
      </testsuite></testsuites>
      """)
    #expect(results.problems == [])
    #expect(results.tests.map(\.status) == [.passed, .failed, .error, .skipped, .notApplicable])
    #expect(results.tests.map(\.group) == ["login", "outer", "c", "c", "c"])
    #expect(results.tests.map(\.duration) == [0.25, 0, 1234.5, 0, 0])
    #expect(
      results.tests.map(\.message)
        == [nil, "no <way>", "boom", "later", "the profile has no sftp"])
    #expect(results.tests[1].output == "line one\nline two\n<!DOCTYPE x> > USER")
  }

  @Test func `A message is one line and the rest of it stays in the output`() {
    let results = parse(
      "<testcase name='a'><failure message='&#10;first&#10;second'>first\nsecond</failure></testcase>"
    )
    #expect(results.tests.map(\.message) == ["first"])
    #expect(results.tests.map(\.output) == ["first\nsecond"])
  }

  @Test func `The worst that is said of a test counts`() {
    let results = parse(
      "<testcase name='a'><skipped message='x'/><error message='y'/><failure message='z'/></testcase>"
    )
    #expect(results.tests.map(\.status) == [.error])
    #expect(results.tests.map(\.message) == ["y"])
  }

  @Test(arguments: [
    """
    <?xml version="1.0"?>
    <!DOCTYPE bomb [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
    <testsuite><testcase name="&b;"/></testsuite>
    """,
    """

    <!DOCTYPE x SYSTEM "file:///etc/passwd">
    <testsuite><testcase name="a"/></testsuite>
    """,
  ])
  func `A document type declaration is refused with its line`(text: String) {
    let results = parse(text)
    #expect(results.tests.isEmpty)
    #expect(
      results.problems == ["results.xml:2: a document type declaration, which is not accepted"])
  }

  @Test func `An entity that nobody declared is told and kept as text`() {
    let results = parse(
      "<testsuite>\n<testcase name='a &amp; b &#233;'/>\n<testcase name='&c; & d'/></testsuite>")
    #expect(results.tests.map(\.name) == ["a & b é", "&c; & d"])
    #expect(results.problems == ["results.xml:3: '&' that begins no known entity"])
  }

  @Test func `Numbers of forbidden characters do not end the reading`() {
    let results = parse(
      "<testcase name='a&#27;&#x0;&#xFFFF;&#99999999;'/><!-- & --><?x & ?>")
    #expect(results.tests.map(\.name) == ["a????"])
    #expect(results.problems == [])
  }

  @Test func `A section of plain text keeps its ampersands`() {
    let results = parse("<testcase name='a'><failure><![CDATA[&a; &amp;]]></failure></testcase>")
    #expect(results.tests.map(\.output) == ["&a; &amp;"])
    #expect(results.problems == [])
  }

  @Test func `A file that ends early keeps its whole tests only`() {
    let results = parse("<testsuite>\n<testcase name='a'/>\n<testcase name='b'>\n<system-out>x")
    #expect(results.tests.map(\.name) == ["a"])
    #expect(results.problems.first == "results.xml:3: the results end within test \"b\"")
    #expect(results.problems.count == 2)
  }

  @Test func `Wrong encodings are refused by name`() {
    let latin = parse("<?xml version='1.0' encoding='ISO-8859-1'?><testsuite/>")
    #expect(latin.problems == ["results.xml:1: encoding \"iso-8859-1\" instead of UTF-8"])
    let wide = JUnitParser.parse(
      [0xFF, 0xFE] + Array("<testsuite/>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      suite: "s", file: "results.xml")
    #expect(wide.problems == ["results.xml:1: not UTF-8 but UTF-16 or binary"])
  }

  @Test func `Bytes that are not UTF-8 are replaced and told`() {
    let bytes =
      Array("<testsuite>\n<testcase name='a".utf8) + [0xFF] + Array("'/></testsuite>".utf8)
    let results = JUnitParser.parse(bytes, suite: "s", file: "results.xml")
    #expect(results.tests.map(\.name) == ["a\u{FFFD}"])
    #expect(results.problems == ["results.xml:2: bytes that are not UTF-8 were replaced"])
  }

  @Test func `Control characters neither break the reading nor come through`() {
    let results = parse(
      "<testcase name='a\u{1B}[31m'><failure message='m\u{7}'>t\u{0B}\u{202E}x</failure></testcase>"
    )
    #expect(results.problems == [])
    #expect(results.tests[0].name == "a?[31m")
    #expect(results.tests[0].message == "m?")
    #expect(results.tests[0].output == "t?x")
  }

  @Test(arguments: ["NaN", "-1", "inf", "soon", "1e999"])
  func `A duration that is none is told and the test kept`(time: String) {
    let results = parse("<testsuite>\n<testcase name='a' time='\(time)'/></testsuite>")
    #expect(results.tests.map(\.duration) == [0])
    #expect(results.problems == ["results.xml:2: test \"a\" has the duration \"\(time)\""])
  }

  @Test func `A test without a name is kept under its line`() {
    let results = parse("<testsuite>\n<testcase classname='c'/></testsuite>")
    #expect(results.tests.map(\.name) == ["test without a name, line 2"])
    #expect(results.problems == ["results.xml:2: a test without a name"])
  }

  @Test func `More tests than the limit are left out and told`() {
    let results = parse(
      "<testsuite>" + String(repeating: "<testcase name='a'/>", count: 50) + "</testsuite>",
      limits: { $0.tests = 10 })
    #expect(results.tests.count == 10)
    #expect(results.problems == ["results.xml:1: more than 10 tests; the others are left out"])
  }

  @Test(arguments: [60, 5000])
  func `Deep nesting is told and does no harm`(depth: Int) {
    let results = parse(
      "<testsuite><testcase name='a'/>" + String(repeating: "<x>", count: depth)
        + String(repeating: "</x>", count: depth) + "</testsuite>")
    #expect(results.tests.map(\.name) == ["a"])
    #expect(results.problems.first == "results.xml:1: nested too deeply")
  }

  @Test func `Long output is cut in the middle`() {
    let text = "start " + String(repeating: "ä", count: 10_000) + " end"
    let results = parse(
      "<testcase name='a'><failure>\(text)</failure></testcase>", limits: { $0.excerptBytes = 101 })
    let output = results.tests[0].output ?? ""
    #expect(output.utf8.count < 300)
    #expect(output.hasPrefix("start ä") && output.hasSuffix("ä end"))
    #expect(!output.contains("\u{FFFD}"))
    #expect(output.contains("bytes left out"))
  }

  @Test func `Problems are bounded too`() {
    let results = parse(
      "<testsuite>" + String(repeating: "<testcase/>", count: 100) + "</testsuite>",
      limits: { $0.problems = 3 })
    #expect(results.problems.count == 3)
    #expect(results.problems[2].hasSuffix("(and 97 more problems)"))
  }

  @Test(arguments: ["", " \n\t", "\u{FEFF}"]) func `An empty file says so`(text: String) {
    #expect(parse(text).problems == ["results.xml:1: empty"])
  }

  @Test(arguments: ["<", "<?xml", "<!--", "hello", "<a></b>", "<testcase name='a'", "\0\0\0\0"])
  func `What is not XML is told`(text: String) {
    let results = parse(text)
    #expect(results.tests.isEmpty)
    #expect(results.problems.count >= 1)
  }
}
