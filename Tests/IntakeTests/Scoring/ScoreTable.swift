import Foundation

/// The score as a table, with some of the misses below.
struct ScoreTable: CustomStringConvertible {
  var title: String
  var score: Score
  var longest = 80

  var description: String {
    let head = Self.row("\(title), \(score.tickets) tickets", "stated", "", "unstated", "", "wrong")
    let rows = score.fields.map { Self.row($0, score.tallies[$0] ?? .init()) }
    let total = Self.row("total", score.total)
    let rule = String(repeating: "-", count: total.count)
    var misses = score.misses.prefix(longest).map { miss in
      let got = miss.isUnclear ? "\(miss.got) (unclear)" : miss.got
      return "  \(miss.ticket): \(miss.field): wanted \(miss.wanted), got \(got.prefix(60))"
    }
    if score.misses.count > longest { misses.append("  … \(score.misses.count - longest) more") }
    return ([head, rule] + rows + [rule, total, ""] + misses).joined(separator: "\n") + "\n"
  }

  private static func row(_ name: String, _ tally: Score.Tally) -> String {
    row(
      name, percent(tally.rightShare, of: tally.stated), "\(tally.right)/\(tally.stated)",
      percent(tally.openShare, of: tally.unstated), "\(tally.open)/\(tally.unstated)",
      "\(tally.wrong)")
  }

  private static func percent(_ share: Double, of count: Int) -> String {
    count == 0 ? "-" : String(format: "%.1f %%", 100 * share)
  }

  private static func row(_ name: String, _ columns: String...) -> String {
    let cells = zip(columns, [9, 10, 9, 10, 6]).map { text, width in
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    return name.padding(toLength: max(30, name.count), withPad: " ", startingAt: 0)
      + cells.joined()
  }
}
