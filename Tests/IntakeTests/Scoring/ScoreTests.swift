import CaseModel
import Foundation
import Intake
import Testing

/// Reads every ticket of the corpus and counts; `Scripts/score` shows the tables.
@Suite struct ScoreTests {
  /// What a change of the reader may not fall below.
  struct Floor {
    var stated: Double
    var unstated: Double
    /// The most facts that may be wrong though printed as sure.
    var wrong: Int

    static func of(_ set: CorpusTicket.Set) -> Floor {
      switch set {
      case .known: Floor(stated: 0.985, unstated: 0.995, wrong: 5)
      case .heldOut: Floor(stated: 0.975, unstated: 0.995, wrong: 12)
      case .later: Floor(stated: 0.95, unstated: 0.99, wrong: 35)
      }
    }
  }

  @Test(arguments: CorpusTicket.Set.allCases)
  func theCorpusIsReadRight(_ set: CorpusTicket.Set) throws {
    let tickets = try CorpusTicket.all(set)
    #expect(tickets.count >= 80)
    let score = score(tickets)
    try show("\(ScoreTable(title: set.title, score: score))")
    let (total, floor) = (score.total, Floor.of(set))
    #expect(total.rightShare >= floor.stated)
    #expect(total.openShare >= floor.unstated)
    #expect(total.wrong <= floor.wrong)
  }

  /// `Scripts/score FOLDER`: somebody's own tickets, which stay where they are.
  @Test(.enabled(if: ownTickets != nil)) func ownTicketsAreRead() throws {
    let folder = URL(filePath: try #require(Self.ownTickets))
    let tickets = try CorpusTicket.all(in: folder)
    #expect(!tickets.isEmpty, "no NAME.expected.json in \(folder.path)")
    try show("\(ScoreTable(title: "own tickets", score: score(tickets), longest: .max))")
  }

  private static var ownTickets: String? {
    ProcessInfo.processInfo.environment["CASELAB_SCORE_TICKETS"]
  }

  private func score(_ tickets: [CorpusTicket]) -> Score {
    var score = Score()
    for ticket in tickets {
      let products = [ProductName(name: "proftpd")]
      // A ticket that cannot be read states nothing.
      let detail = (try? Intake.read(ticket.files, products: products)) ?? InstallationDetail()
      score.add(ticket, detail)
    }
    return score
  }

  /// Into the folder that `Scripts/score` names, else among the test run's lines.
  private func show(_ table: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["CASELAB_SCORE_FOLDER"] else {
      return print(table)
    }
    let name = table.prefix { $0 != "," } + ".txt"
    try table.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }
}
