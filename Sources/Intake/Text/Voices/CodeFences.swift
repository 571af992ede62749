/// Finds the lines within Markdown's code fences, where `>` and `<!--` are code.
enum CodeFences {
  static func lines(of lines: [Line]) -> IndexSetOfLines {
    var (inside, opened) = (IndexSetOfLines(), Int?.none)
    for index in lines.indices where isFence(lines[index].text) {
      if let start = opened {
        inside.insert(start...index)
        opened = nil
      } else {
        opened = index
      }
    }
    // A fence that never closes fences nothing.
    return inside
  }

  private static func isFence(_ text: String) -> Bool {
    let bytes = text.utf8.drop { $0 == 32 || $0 == 9 }
    return bytes.starts(with: "```".utf8) && !bytes.dropFirst(3).contains(UInt8(ascii: "`"))
      || bytes.starts(with: "~~~".utf8)
  }
}

/// Ranges in ascending order.
struct IndexSetOfLines {
  private var ranges: [ClosedRange<Int>] = []

  mutating func insert(_ range: ClosedRange<Int>) { ranges.append(range) }

  func contains(_ index: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }
}
