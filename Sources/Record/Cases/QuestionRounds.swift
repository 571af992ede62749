import CaseModel
import Crypto
import Foundation
import GRDB

extension RecordStore {
  /// The round of questions to the customer that a mail belongs to; a new one is journalled.
  ///
  /// - Parameters:
  ///   - basis: all that is known of the case now. The same as in the last round: that round, since
  ///     nothing was learnt from the customer since, however often the mail is written.
  ///   - fields: what is asked, for the journal.
  public func questionRound(
    of id: CaseID, basis: Data, fields: [String], by: String, at: String
  ) throws -> Int {
    let digest = SHA256.hash(data: basis).map { String(format: "%02x", $0) }.joined()
    return try write { db in
      let row = try openCaseRow(id, db)
      let last = try Row.fetchOne(
        db,
        sql: """
          SELECT number, basis FROM questionRound WHERE caseID = ? ORDER BY number DESC LIMIT 1
          """, arguments: [row])
      if let last, last[1] == digest { return last[0] }
      let number = (last?[0] ?? 0) + 1
      try db.execute(
        sql: "INSERT INTO questionRound (caseID, number, basis, at, by) VALUES (?, ?, ?, ?, ?)",
        arguments: [row, number, digest, at, FreeText(by)])
      try journal(
        JournalEntry(
          at: at, by: by, run: nil,
          what: "wrote questions, round \(number): \(fields.joined(separator: ", "))"), id, db)
      return number
    }
  }
}
