import Testing

@testable import Intake

@Suite struct OldHistoryTests {
  private func mail(quoted count: Int) -> String {
    "Product: ProFTPD 1.3.8b\n\nOn 1 March 2026 Kim wrote:\n"
      + (0..<count).map { "> line \($0) of what was written before" }.joined(separator: "\n")
      + "\n\nIt runs on Debian 12.\n"
  }

  @Test func whatIsQuotedBeyondTheBoundIsSaid() throws {
    let (documents, troubles) = Reading.documents(of: [
      TicketFile(name: "mail.txt", bytes: Array(mail(quoted: 5_000).utf8))
    ])
    let lines = try #require(documents.first).lines
    #expect(lines.count { $0.depth > 0 } == OldHistory.lines)
    #expect(
      troubles.map(\.what).contains {
        $0.contains("\(5_000 - OldHistory.lines) more lines of quoted history")
      })
  }

  @Test func whatIsNewIsReadAroundIt() throws {
    let detail = try Intake.read([
      TicketFile(name: "mail.txt", bytes: Array(mail(quoted: 5_000).utf8))
    ])
    #expect(detail.product == .init(name: "proftpd", version: "1.3.8b"))
    #expect(detail.os.id == "debian")
  }

  @Test func aShortHistoryIsReadWhole() {
    let troubles = Reading.documents(of: [
      TicketFile(name: "mail.txt", bytes: Array(mail(quoted: OldHistory.lines - 1).utf8))
    ]).troubles
    #expect(troubles.isEmpty)
  }
}
