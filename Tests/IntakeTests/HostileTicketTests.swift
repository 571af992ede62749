import CaseModel
import Foundation
import Testing

@testable import Intake

func readAll(_ files: [(String, String)]) throws -> InstallationDetail {
  try Intake.read(
    files.map { TicketFile(name: $0.0, bytes: Array($0.1.utf8)) }, products: catalogueProducts)
}

@Suite struct HostileTicketTests {
  private func complaint(_ files: [TicketFile]) -> String? {
    do {
      _ = try Intake.read(files)
      return nil
    } catch {
      #expect(error.code == .badInput && error.hint != nil)
      return error.message
    }
  }

  @Test func whatIsNoTextIsNamedFileByFile() throws {
    #expect(complaint([]) == "the ticket cannot be read\n  there is no file")
    let bad = [
      TicketFile(name: "empty.txt", bytes: []),
      TicketFile(name: "blank.txt", bytes: Array(" \r\n\t".utf8)),
      TicketFile(name: "a\u{1b}[2J.bin", bytes: [0x61, 0x0a, 0x62, 0x00]),
      TicketFile(name: "x.bin", bytes: [0x88, 0x50, 0x4e, 0x47, 0x01, 0x02]),
      TicketFile(name: "x.png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x01, 0x02]),
      TicketFile(name: "gone.txt", path: "/nonexistent/gone.txt"),
    ]
    let complaints = """
      empty.txt: is empty
        blank.txt: is empty
        a\\u{1b}[2J.bin: is binary: a NUL byte in line 2, at byte 3
        x.bin: is binary: 2 of 7 bytes are control characters
        x.png: is an image; not read
        gone.txt: cannot be read
      """
    #expect(complaint(bad) == "the ticket cannot be read\n  " + complaints)
    // What can be read is read all the same.
    let detail = try Intake.read(
      bad + [TicketFile(name: "good.txt", bytes: Array("Product version: 1.2".utf8))])
    #expect(detail.product.version == "1.2")
    #expect(detail.troubles.map(\.sentence).joined(separator: "\n  ") == complaints)
  }

  @Test func ofFiftyMegabytesOnlyTheBeginningIsRead() throws {
    let big = TicketFile(
      name: "big.txt",
      bytes: Array("Product version: 1.2\n".utf8)
        + Array(repeating: UInt8(ascii: "x"), count: 50 << 20))
    let detail = try Intake.read([big])
    #expect(detail.product.version == "1.2")
    #expect(
      detail.troubles == [
        .init(file: "big.txt", what: "is long: only its beginning and end were read")
      ])
  }

  @Test func whatIsNotUTF8IsReadAsWindows1252AndLessSure() throws {
    let bytes =
      Array("Operating system: Debian 12\nOther information: Z".utf8) + [0xFC] + Array("rich ".utf8)
      + [0x93, 0x80, 0x94, 0x81]
    let detail = try Intake.read([TicketFile(name: "old.txt", bytes: bytes)])
    #expect(detail.os.version == "12" && detail.evidence["os.version"]?.confidence == 0.8)
    #expect(detail.otherTexts == ["Zürich “€”\u{FFFD}"])
  }

  @Test func controlsAndInvisibleCharactersDoNotComeThrough() throws {
    let detail = try read(
      "Product version: Pro\u{200B}FTPD \u{1b}[31m1.3.8b\u{202e}\nOther: \u{7}a\u{2066}b\u{2069}")
    let json = String(decoding: try JSONEncoder().encode(detail), as: UTF8.self)
    #expect(!json.unicodeScalars.contains { [0x1b, 0x202e, 0x200b, 0x2066, 7].contains($0.value) })
    #expect(detail.otherTexts.last == "ab")
  }

  @Test func textThatLooksLikeCodeStaysText() throws {
    let texts = [
      "'; DROP TABLE cases; --", "$(rm -rf /)", "<script>alert(1)</script>", "{{#x}}{{/x}}",
      "*a &a !!python/x",
      "../../etc/passwd", "%n%n%n", "\\u0000",
    ]
    for text in texts {
      let detail = try read("Other information: x \(text)")
      #expect(detail.otherTexts == ["x " + text])
    }
  }

  /// Every answered word must be in a fact's evidence or among what was kept.
  @Test func noWordOfAnAnswerIsLost() throws {
    var generator = SeededGenerator(seed: 3)
    let questions = [
      "Product version?", "Operating system name and version?", "File transfer protocol(s) used?",
      "Other information (if known)", "> Integrations:", "Time-stamped server log:", "",
    ]
    let words = [
      "ProFTPD", "1.3.8b", "Debian", "12", "bookworm", "no", "LDAP,", "proxy", "FTPS", "(explicit)",
      "SFTP", "or",
      "maybe", "Europe/Berlin", "FileZilla", "3.66", "quux", "zebra;", "firewall.", "FTP", "from",
      "Windows", "11",
      "client", "de_DE.UTF-8", "amd64", "not", "implicit", "- none", "and", "but", "AD",
    ]
    for _ in 0..<200 {
      var (text, answered) = ("", [String]())
      for question in questions.shuffled(using: &generator) {
        let answer = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? "x"
        }
        text +=
          question + (Bool.random(using: &generator) ? " " : "\n") + answer.joined(separator: " ")
          + "\n"
        answered += answer
      }
      guard !answered.isEmpty else { continue }
      let detail = try read(text)
      let kept = (detail.evidence.values.map(\.text) + detail.otherTexts).joined(separator: "\n")
      for word in answered {
        let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: ",.;?()- "))
        let isKept = kept.contains(bare)
        #expect(isKept, "\(bare) of \(text.debugDescription)")
      }
    }
  }

  @Test func nothingThatIsReadMakesItCrash() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "Product version?", "Operating system", "File transfer protocol(s", "e.g.", "(", ")", ":",
      "?", "\n", "\r", "\r\n",
      " ", "> ", "- ", "1. ", "RHEL 7/", "Windows", "R2", "FTP(S", "ftp over", "no", ",", "or",
      "AD", "Europe/",
      "2026-03-02 08:14:55", "[02/Mar/2026:08:14:55", "Status:\t", "é", "👩‍👧", "\u{202e}", "\u{301}",
      "ß", "İ", "1.3.8",
      "v", "-", "~", "|", "--", "A time-stamped version of the", "Brief details of any", "\u{FEFF}",
      "\u{2028}", "ﬁ",
    ]
    for _ in 0..<1000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0..<12, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 1...255, using: &generator))
        } else {
          bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        }
      }
      do {
        let detail = try Intake.read(
          [TicketFile(name: "fuzz", bytes: bytes)], products: catalogueProducts)
        #expect(detail.schema == InstallationDetail.currentSchema)
      } catch {
        #expect(error.code == .badInput)
      }
    }
  }

  @Test(arguments: [
    "a", " ", "> ", "\n", "Product version? ", "no LDAP, ", "e.g. ", "Debian ", "ftp over ", "(",
    "1.", "firewall or ",
    "A time-stamped version of the server-side log and ", "2026-03-02 08:14:55 x\n", "Version:\n",
    "- ",
  ])
  func aLongTextOfTheSameIsRead(_ piece: String) throws {
    let text = "Integrations: x " + String(repeating: piece, count: (1 << 15) / piece.utf8.count)
    #expect(throws: Never.self) { try read(text) }
  }
}
