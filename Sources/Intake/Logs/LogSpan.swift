import CaseModel

/// The lines of one log, as they are found.
struct LogSpan {
  private(set) var formats: [LogFormat: Int] = [:]
  private(set) var certain = 0
  private(set) var stamped = 0
  /// The first and the last lines with a stamp.
  private(set) var head: [LogStamp] = []
  private(set) var tail: [LogStamp] = []
  private static let kept = 64

  mutating func add(_ line: LogLine) {
    formats[line.format, default: 0] += 1
    if line.isCertain { certain += 1 }
    guard let stamp = line.stamp else { return }
    stamped += 1
    if head.count < Self.kept { head.append(stamp) }
    tail.append(stamp)
    if tail.count >= 2 * Self.kept { tail.removeFirst(Self.kept) }
  }

  /// The commonest one that is known.
  var format: LogFormat? {
    let known = formats.filter { $0.key != .stamped }
    let best = (known.isEmpty ? formats : known).max {
      ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
    }
    if formats[.w3c] != nil { return .w3c }
    return best?.key
  }

  func describe(_ attachment: inout InstallationDetail.Attachment) {
    attachment.format = format?.rawValue
    guard let first = head.first, let last = tail.last else { return }
    let order = order
    let isW3C = format == .w3c
    let ends = [first, last].map { stamp in
      var stamp = stamp
      if isW3C, stamp.zone == nil { stamp.zone = "UTC" }
      return stamp.text(order)
    }
    // A log that is shown newest first.
    let isReversed = first.year != nil && first.zone == last.zone && ends[0] > ends[1]
    attachment.first = isReversed ? ends[1] : ends[0]
    attachment.last = isReversed ? ends[0] : ends[1]
    attachment.timezone = isW3C ? "UTC" : last.zone ?? first.zone
  }

  /// Whether `03/04` is in March or April, if any line tells.
  private var order: LogStamp.Order {
    (head + tail).first { $0.order != .unknown }?.order ?? .unknown
  }
}
