import Foundation
import Testing

@testable import Intake

@Suite struct TextFileTests {
  private func read(_ bytes: [UInt8], _ name: String = "a.txt") -> Document? {
    Reading.documents(of: [TicketFile(name: name, bytes: bytes)]).documents.first
  }

  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, [UInt8]([0xFF, 0xFE])), (.utf16BigEndian, [0xFE, 0xFF]),
    (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    (.utf8, [0xEF, 0xBB, 0xBF]), (.utf8, []), (.utf16LittleEndian, []), (.utf16BigEndian, []),
  ])
  func textOfEveryWidthIsRead(_ encoding: String.Encoding, _ mark: [UInt8]) throws {
    let text = "Zürich\r\nVersion: 1.3.8\r\nDebian GNU/Linux 12"
    let data = try #require(text.data(using: encoding))
    let read = try #require(self.read(mark + Array(data)))
    #expect(read.lines.map(\.text) == ["Zürich", "Version: 1.3.8", "Debian GNU/Linux 12"])
    #expect(read.lines.allSatisfy { $0.confidence == 1 })
  }

  @Test(arguments: [
    ("1.3\u{200B}.8", "1.3.8", 0.9), ("1.3\u{200D}.8", "1.3.8", 0.9), ("1.3\u{AD}.8", "1.3.8", 0.9),
    ("\u{202E}1.3.8\u{202C}", "1.3.8", 1.0), ("\u{FEFF}1.3.8", "1.3.8", 1.0),
    ("Debian\u{A0}12", "Debian 12", 1.0), ("Debian\u{2028}12", "Debian 12", 1.0),
    ("\u{1B}[1;31m1.3.8\u{1B}[0m", "1.3.8", 1.0), ("\u{9B}31m1.3.8", "1.3.8", 1.0),
    ("\u{1B}]0;9.9\u{7}1.3.8", "1.3.8", 1.0), ("\u{1B}]8;;x\u{1B}\\1.3.8", "1.3.8", 1.0),
    ("\u{1B}(B1.3.8\u{1B}", "1.3.8", 1.0), ("\u{1B}]0;1.3.8", "0;1.3.8", 1.0),
    ("a\u{8}b\u{7F}", "ab", 1.0), ("می\u{200C}خواهم", "می\u{200C}خواهم", 1.0),
    ("1.3.8 👩‍👧", "1.3.8 👩‍👧", 1.0),
  ])
  func whatNobodySeesIsTakenOut(_ text: String, _ expected: String, _ confidence: Double) throws {
    let rest = String(repeating: "\nand more of it", count: 5)
    let read = try #require(self.read(Array((text + rest).utf8)))
    #expect(read.lines[0].text == expected && read.lines[0].confidence == confidence)
    #expect(read.lines.count == 6)
  }

  @Test func ofALongLogTheHeadAndTheEndAreReadAndTheRestIsCounted() throws {
    let count = 60_000
    let log = (1...count).map { "2026-03-02 08:14:55 files proftpd[1]: line \($0)\n" }.joined()
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try Data(log.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for source in [
      TicketFile(name: "a.txt", bytes: Array(log.utf8)), TicketFile(name: "a", path: file.path),
    ] {
      let (documents, troubles) = Reading.documents(of: [source])
      let read = try #require(documents.first)
      #expect(read.kind == .attachment && troubles.isEmpty)
      #expect(read.lines.count + read.omitted == count && read.omitted > 0)
      #expect(read.lines.allSatisfy { $0.text.hasSuffix(" \($0.number)") })
      #expect(read.lines.last?.number == count)
    }
  }

  @Test func aLongLineIsCutBetweenCharacters() throws {
    let text = String(repeating: "ü", count: 20_000)
    let (documents, troubles) = Reading.documents(of: [
      TicketFile(name: "a.txt", bytes: Array("x\(text)\nnext".utf8))
    ])
    let line = try #require(documents.first?.lines.first)
    #expect(line.text.allSatisfy { $0 == "ü" || $0 == "x" })
    #expect(troubles.first?.sentence == "a.txt, line 1: is longer than 16383 bytes; cut")
    #expect(documents.first?.lines.last?.text == "next")
  }
}
