import CaseModel
import Foundation

/// What a switch writes down: attempts, captures, counts.
final class SwitchLedger {
  private let folder: String
  private let captures: [PcapFile]
  private var book = AttemptBook()
  private var hasNews = true
  private var hasAttempts = true
  private var writtenAt: UInt64 = 0
  private var lastComplaint = ""

  init(folder: String, links: [String]) throws {
    self.folder = folder
    captures = try links.map { try PcapFile(path: folder + "/" + LinkFiles.capture($0)) }
  }

  func note(_ outcome: LinkSegment.Outcome, link: Int) {
    hasNews = true
    guard !outcome.seen.isEmpty else { return }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    for frame in outcome.seen { captures[link].append(frame, at: time) }
    guard let attempt = outcome.attempt else { return }
    let seconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    book.note(attempt, at: Date(timeIntervalSince1970: seconds))
    hasAttempts = true
  }

  /// Writes when there are news, at most each second; gives back when it wants to be asked again.
  func write(_ status: [LinkStatus], now: UInt64) -> UInt64? {
    guard hasNews else { return nil }
    guard writtenAt == 0 || now >= writtenAt + Moment.second else {
      return writtenAt + Moment.second
    }
    writtenAt = now
    finish(status)
    return nil
  }

  func finish(_ status: [LinkStatus]) {
    hasNews = false
    do {
      for capture in captures { capture.flush() }
      if hasAttempts {
        try LinkFiles.write(book.attempts, to: folder + "/" + LinkFiles.attempts)
        hasAttempts = false
      }
      var status = SwitchStatus(links: status)
      for index in captures.indices {
        status.links[index].capturedBytes = captures[index].size
        status.links[index].captureIsFull = captures[index].isFull
      }
      try LinkFiles.write(status, to: folder + "/" + LinkFiles.status)
    } catch {
      complain("\(error)")
    }
  }

  /// To the log; the same thing once.
  func complain(_ text: String) {
    guard text != lastComplaint else { return }
    lastComplaint = text
    FileHandle.standardError.write(Data("switch: \(text)\n".utf8))
  }
}
