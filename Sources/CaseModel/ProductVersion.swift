/// A product's version as its makers write it, with an order: 1.3.8rc1 < 1.3.8 < 1.3.8a < 1.3.9.
///
/// Runs of digits and runs of letters count, what separates them does not: 1.3.8.c is 1.3.8c.
/// What follows `+` is packaging (`1.3.8+dfsg`) and is ignored, and so are trailing zeros: 9 is 9.0.
public struct ProductVersion: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  let parts: [Part]

  /// In their order: a pre-release comes before the end of the text, a patch letter after it.
  enum Part: Hashable, Comparable {
    case preRelease(String)
    case end
    case letters(String)
    case number(Int)
  }

  public init(_ text: String) {
    self.text = text
    var parts = Self.runs(of: text).map(Self.part)
    while parts.last == .number(0) { parts.removeLast() }
    self.parts = parts
  }

  public var description: String { text }

  public static func == (a: Self, b: Self) -> Bool { a.parts == b.parts }
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  private static func runs(of text: String) -> [String] {
    var runs: [String] = []
    var lastIsDigit: Bool?
    for character in text.lowercased().prefix(100) {
      if character == "+" { break }
      guard character.isASCII, character.isLetter || character.isNumber else {
        lastIsDigit = nil
        continue
      }
      if lastIsDigit == character.isNumber, let last = runs.popLast() {
        runs.append(last + String(character))
      } else {
        runs.append(String(character))
      }
      lastIsDigit = character.isNumber
    }
    return runs.first == "v" ? Array(runs.dropFirst()) : runs
  }

  private static func part(_ run: String) -> Part {
    if run.first?.isNumber == true { return .number(Int(run) ?? Int.max) }
    return ["alpha", "beta", "dev", "pre", "preview", "rc"].contains(run)
      ? .preRelease(run) : .letters(run)
  }
}

extension ProductVersion: Comparable {
  public static func < (a: Self, b: Self) -> Bool {
    let at = a.firstDifference(from: b)
    return a.part(at) < b.part(at)
  }

  private func part(_ index: Int) -> Part { index < parts.count ? parts[index] : .end }

  /// The number of leading parts that both have in common.
  private func firstDifference(from other: Self) -> Int {
    zip(parts, other.parts).prefix { $0 == $1 }.count
  }

  /// How far one version is from another, for one line of a fidelity table.
  public enum Closeness: String, Sendable, Codable {
    case exact
    case samePatch = "same patch"
    case sameMinor = "same minor"
    case sameMajor = "same major"
    case other
  }

  public func closeness(to other: Self) -> Closeness {
    if self == other { return .exact }
    return switch firstDifference(from: other) {
    case 3...: .samePatch
    case 2: .sameMinor
    case 1: .sameMajor
    default: .other
    }
  }

  /// The version to use when `wanted` may not be available; nil when nothing is.
  ///
  /// It is `wanted` or a direct neighbour of it in the order: the one that agrees with it in more
  /// leading parts, else the one whose first differing part is less far, else the newer one, since
  /// that is where a fix would be looked for.
  public static func nearest(to wanted: Self, in available: [Self]) -> Self? {
    if let exact = available.first(where: { $0 == wanted }) { return exact }
    guard let newer = available.filter({ $0 > wanted }).min() else { return available.max() }
    guard let older = available.filter({ $0 < wanted }).max() else { return newer }
    let (up, down) = (newer.firstDifference(from: wanted), older.firstDifference(from: wanted))
    if up != down { return up > down ? newer : older }
    return newer.gap(to: wanted, at: up) <= older.gap(to: wanted, at: down) ? newer : older
  }

  private func gap(to other: Self, at index: Int) -> UInt {
    part(index).rank.distance(from: other.part(index).rank)
  }
}

extension ProductVersion.Part {
  fileprivate var rank: Int {
    switch self {
    case .preRelease: -1
    case .end: 0
    case .letters(let text): Int(text.utf8.first ?? 0) - Int(UInt8(ascii: "a")) + 1
    case .number(let value): value
    }
  }
}

extension Int {
  /// Never overflows, unlike `abs(self - other)`.
  fileprivate func distance(from other: Int) -> UInt {
    self > other ? UInt(bitPattern: self &- other) : UInt(bitPattern: other &- self)
  }
}
