/// Frames on their way, the next due first; those of one moment in the order they came.
struct DelayQueue: Sendable {
  struct Departure: Equatable, Sendable {
    var frame: [UInt8]
    var socket: Int
  }

  private struct Entry {
    var due: UInt64
    var turn: UInt64
    var departure: Departure
  }

  static let mostBytes = 64 << 20

  private(set) var bytes = 0
  private var heap: [Entry] = []
  private var turn: UInt64 = 0

  var nextDue: UInt64? { heap.first?.due }

  /// False when there is no room.
  mutating func add(_ departure: Departure, due: UInt64) -> Bool {
    // A short frame costs more than its bytes.
    let weight = departure.frame.count + 128
    guard bytes + weight <= Self.mostBytes else { return false }
    bytes += weight
    turn += 1
    heap.append(Entry(due: due, turn: turn, departure: departure))
    var child = heap.count - 1
    while child > 0, comes(child, before: (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
    return true
  }

  /// The next frame that is due by `now`.
  mutating func next(by now: UInt64) -> Departure? {
    guard let first = heap.first, first.due <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && comes(child, before: least) {
        least = child
      }
      guard least != parent else { break }
      heap.swapAt(parent, least)
      parent = least
    }
    bytes -= first.departure.frame.count + 128
    return first.departure
  }

  private func comes(_ one: Int, before other: Int) -> Bool {
    (heap[one].due, heap[one].turn) < (heap[other].due, heap[other].turn)
  }
}
