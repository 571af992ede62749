import Testing

@testable import Intake

@Suite struct HTMLTests {
  private func text(_ html: String) -> String {
    String(decoding: HTMLText.lines(of: Array(html.utf8)), as: UTF8.self)
      .split(separator: "\n").map { $0.trimmed }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"),
    ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
    ("<ul><li>one<li>two</ul>", "- one\n- two"),
    ("<table><tr><td>Version</td><td>1.3.8</td></tr></table>", "Version: 1.3.8"),
    ("<table><tr><td>Version?</td><td>1.3.8</td></tr></table>", "Version? 1.3.8"),
    ("<table><tr><th>Host</th><th>OS</th><th>Version</th></tr></table>", "Host | OS | Version"),
    ("<a href='https://example.com/?v=9.9'>the page</a>", "the page"),
    ("a<script>var v='9.9'</script><style>p{}</style><!-- 9.9 -->b", "ab"),
    ("<head><title>9.9</title></head><body>b</body>", "b"),
    ("<span style='display: none'>9.9</span><p hidden>9.9</p>x", "x"),
    ("<p>It is <s>9.9</s> <del>9.8</del> 1.3.8</p>", "It is 1.3.8"),
    ("<pre>a\n  b</pre>c", "a\nb\nc"),
    ("It is&nbsp;1.3&#46;8 &lt;b&gt; &amp;amp;", "It is\u{A0}1.3.8 <b> &amp;"),
    ("new<blockquote>asked<blockquote>older</blockquote></blockquote>", "new\n> asked\n> > older"),
    ("<p>unclosed <b>1.3.8", "unclosed 1.3.8"), ("</div></p>1.3.8", "1.3.8"),
    ("1 < 2 & 3", "1 < 2 & 3"),
    ("<img src=x alt='9.9'>1.3.8<input type=hidden value='9.9'>", "1.3.8"), ("", ""), ("<", "<"),
    ("<input type=checkbox checked> SFTP <input type=checkbox> FTP", "[x] SFTP [ ] FTP"),
    ("<input type=radio>no<input type=radio checked>yes", "( ) no (x) yes"),
    (
      "<label>Version</label> <input value='1.3.8'><input type=submit value='9.9'>",
      "Version: 1.3.8"
    ),
    (
      "<label>OS</label><select><option>Debian 11<option selected>Debian 12</select>",
      "OS: Debian 12"
    ),
    ("OS: <select><option>Debian 11</option></select>", "OS:"),
    (
      "<legend>Protocols</legend><label><input type=checkbox checked>SFTP</label>",
      "Protocols:\n[x] SFTP"
    ),
    (
      "<table><tr><th>Protocols<br><small>e.g. FTP</small></th><td>SFTP</td></tr></table>",
      "Protocols e.g. FTP: SFTP"
    ),
    ("<nav>9.9</nav>1.3.8<footer>9.9</footer>", "1.3.8"),
  ])
  func whatAReaderSeesBecomesLines(_ html: String, _ expected: String) {
    #expect(text(html) == expected)
  }

  @Test func deepNestingIsRead() {
    for tag in ["div", "blockquote", "table><tr><td", "b", "ul><li"] {
      let html = String(repeating: "<\(tag)>", count: 20_000) + "1.3.8"
      #expect(text(html).hasSuffix("1.3.8"))
    }
  }

  @Test func anHTMLFileIsALetter() throws {
    let read = try readDocument(
      "<!DOCTYPE html><html><body><p>It is 1.3.8.</p></body></html>", name: "a.html")
    #expect(read.kind == .letter && read.texts(of: .customer) == ["It is 1.3.8."])
  }
}
