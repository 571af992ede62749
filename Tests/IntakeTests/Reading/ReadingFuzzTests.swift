import Foundation
import Testing

@testable import Intake

/// Damages good files in seeded ways; CASELAB_FUZZ_SECONDS runs each parser that long.
@Suite struct ReadingFuzzTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["CASELAB_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  enum Parser: String, CaseIterable { case mail, mailbox, html, json, archive, text, chat }

  @Test(arguments: Parser.allCases)
  func damagedFilesAreReadOrRefused(_ parser: Parser) throws {
    let seed = Self.seconds > 0 ? UInt64.random(in: 0 ... .max) : 7
    var mutator = Mutator(generator: SeededGenerator(seed: seed))
    let samples = try Self.samples(parser)
    let end = Date.now.addingTimeInterval(Self.seconds)
    var count = 0
    repeat {
      let sample = try #require(samples.randomElement(using: &mutator.generator))
      let bytes = mutator.mutated(sample.bytes)
      let file = TicketFile(name: sample.name, bytes: bytes)
      let (documents, troubles) = Reading.documents(of: [file])
      let isSane = Self.isSane(documents)
      // The file itself on failure, for a test of its own.
      #expect(isSane, "seed \(seed): \(Data(bytes).base64EncodedString())")
      #expect(!documents.isEmpty || !troubles.isEmpty)
      count += 1
    } while count < 300 || Date.now < end
    if Self.seconds > 0 { print("fuzzed \(parser): \(count) files, seed \(seed)") }
  }

  private static func isSane(_ documents: [Document]) -> Bool {
    documents.allSatisfy { document in
      document.omitted >= 0
        && document.lines.allSatisfy { line in
          line.number > 0 && line.depth >= 0 && line.message >= 0
            && line.text.utf8.count <= ReadingLimits.lineBytes * 2
            && !line.text.unicodeScalars.contains {
              $0.properties.generalCategory == .control && $0 != "\t"
            }
        }
    }
  }

  private static func samples(_ parser: Parser) throws -> [(name: String, bytes: [UInt8])] {
    let letter = """
      Regards,
      On Mon, 2 Mar 2026 at 08:14, Mia <mia@vendor.example> wrote:
      > > Zürich <!-- a --> 1.3.8
      -----Original Message-----
      From: Mia <mia@vendor.example>
      Sent: Monday
      Subject: =?utf-8?Q?=C3=9C?=
      ```
      > code
      -- \nRobin
      This e-mail is confidential and for the intended recipient only.
      """
    let html =
      "<html><body><p hidden>a<table><tr><td>b<td>c&nbsp;&#x1F600;</table><blockquote>d<pre>e\n</pre><ul><li>f"
    let log = "Content-Type: text/plain; name=\"a.log\"\nContent-Disposition: attachment\n\nx"
    let (headers, body) = multipart(
      "mixed", "Content-Type: text/plain; format=flowed; charset=iso-8859-1\n\n\(letter)",
      "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=BC</p>", log,
      "Content-Type: message/rfc822\n\nSubject: x\n\ny",
      "Content-Type: application/gzip; name=a.gz\nContent-Transfer-Encoding: base64\n\nH4sIAAAAAAAAA0tMSgYAwkEkNQMAAAA="
    )
    switch parser {
    case .mail: return [("m.eml", Array(mail(headers, body).utf8))]
    case .mailbox:
      let one = "From robin Mon Mar  2 08:14:55 2026\n\(mail(headers, body))\n\n"
      return [("m.mbox", Array((one + one).utf8))]
    case .html: return [("a.html", Array(html.utf8))]
    case .json:
      return [
        #"{"issue":{"title":"t","user":{"login":"r"},"body":"> a\r\n<!-- b -->"},"comments":[{"user":{"login":"m"},"body":"c","created_at":"2"}]}"#,
        #"{"fields":{"summary":"t","description":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},"comment":{"comments":[{"body":"{code}\n||a||b||\n{code}"}]}}}"#,
        #"{"result":[1,2,3,{"summary":"t","description":"{{{\na\n}}}"},[[1,"m","comment","","x",1]]],"error":null,"id":1}"#,
        #"{"ticket":{"subject":"t"},"posts":[{"creator":"1","contents":"<p>a","ishtml":1}]}"#,
      ].map { ("t.json", Array($0.utf8)) }
    case .archive:
      let members = [
        Packed("sosreport-x/etc/os-release", "ID=debian\n"), Packed("a/b.log", letter),
      ]
      return try [
        ("tar", "gzip"), ("tar", "xz"), ("tar", "zstd"), ("tar", "bzip2"), ("tar", nil),
        ("zip", nil),
      ]
      .map { ("a.bin", try archive($0.0, $0.1, members)) }
    case .text:
      let wide = try #require(letter.data(using: .utf16))
      return [("a.txt", Array(letter.utf8)), ("b.txt", Array(wide)), ("c.log", Array(letter.utf8))]
    case .chat:
      return [
        (
          "c.txt",
          Array(
            "[10:14] Mia: What?\n[10:15] Robin: 1.3.8\n(10:16:01 AM) Mia (Support): so?\nAgent: a\nCustomer: b"
              .utf8)
        )
      ]
    }
  }
}

/// Turns a good file into one that nobody would write.
struct Mutator {
  var generator: SeededGenerator

  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      guard !bytes.isEmpty else { return bytes }
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(at + Int.random(in: 0...40, using: &generator), bytes.count)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 4: bytes.removeSubrange(at...)
      case 5:
        let piece = Array(bytes[at..<end])
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
          bytes.insert(contentsOf: piece, at: at)
        }
      case 6: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: at)
      default:
        let other = Int.random(in: 0..<bytes.count, using: &generator)
        bytes.swapAt(at, other)
      }
    }
    return bytes
  }

  private static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\r\n", "\n\n", "> ", ">", "| ", "```\n", "<!--", "-->", "--", "-- \n", "--xx\n",
      "--xx--\n", "From ", "From: x\n", "Content-Type: message/rfc822\n\n", "=?utf-8?B?", "?=",
      "=\n",
      "{", "}", "[", "]", "\"", "\\u0000", "\\ud800", "<table>", "</td>", "<blockquote>", "<pre>",
      "&#0;", "&#x110000;", "wrote:\n", "[10:14] a: b?\n", "\u{202E}", "\u{200B}", "\u{1B}[",
      "\u{1B}]",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8]]
}
