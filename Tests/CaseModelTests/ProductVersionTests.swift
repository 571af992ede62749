import CaseModel
import Testing

@Suite struct ProductVersionTests {
  @Test func areOrderedAsTheirMakersMeanIt() {
    let inOrder = [
      "1", "1.3", "1.3.7", "1.3.7a", "1.3.8alpha", "1.3.8rc1", "1.3.8rc2", "1.3.8rc10", "1.3.8",
      "1.3.8a", "1.3.8b", "1.3.8.1", "1.3.9", "1.3.10", "1.4.0", "2", "10.0", "2023.1",
    ]
    for (i, a) in inOrder.enumerated() {
      for (j, b) in inOrder.enumerated() {
        #expect((ProductVersion(a) < ProductVersion(b)) == (i < j), "\(a) and \(b)")
      }
    }
  }

  @Test(arguments: [
    ("1.3.8.c", "1.3.8c"), ("v1.3.8", "1.3.8"), ("1.3.8+dfsg-4", "1.3.8"), ("9", "9.0"),
    ("1.3.8RC1", "1.3.8-rc1"), ("2_4", "2.4"),
  ])
  func spellingsOfOneVersionAreEqual(_ a: String, _ b: String) {
    #expect(ProductVersion(a) == ProductVersion(b))
    #expect(ProductVersion(a).hashValue == ProductVersion(b).hashValue)
  }

  @Test(arguments: [
    ("1.3.8b", ["1.3.8"], "1.3.8"),
    ("1.3.8", ["1.3.7a", "1.3.8", "1.3.8.c"], "1.3.8"),
    ("1.3.8c", ["1.3.8", "1.3.8.c"], "1.3.8.c"),
    // The same patch level wins over a direct neighbour of another.
    ("1.3.8b", ["1.3.7a", "1.3.8", "1.3.9"], "1.3.8"),
    // The nearer letter, then the newer one.
    ("1.3.8c", ["1.3.8", "1.3.8d"], "1.3.8d"),
    ("1.3.8b", ["1.3.8a", "1.3.8c"], "1.3.8c"),
    ("1.3.8", ["1.3.7", "1.3.9"], "1.3.9"),
    ("1.3.8", ["1.3.1", "1.3.5", "1.4.0"], "1.3.5"),
    ("1.3.8", ["1.4.0", "1.4.5"], "1.4.0"),
    ("5", ["1", "2"], "2"),
    ("0.1", ["1", "2"], "1"),
  ])
  func theNearestAvailableIsTaken(_ wanted: String, _ available: [String], _ expected: String) {
    let found = ProductVersion.nearest(
      to: ProductVersion(wanted), in: available.map { ProductVersion($0) })
    #expect(found?.text == expected)
  }

  @Test func nothingIsNearestToNothingAvailable() {
    #expect(ProductVersion.nearest(to: ProductVersion("1"), in: []) == nil)
  }

  @Test func closenessNamesTheFirstPartThatDiffers() {
    let wanted = ProductVersion("1.3.8b")
    #expect(ProductVersion("1.3.8.b").closeness(to: wanted) == .exact)
    #expect(ProductVersion("1.3.8").closeness(to: wanted) == .samePatch)
    #expect(ProductVersion("1.3.7a").closeness(to: wanted) == .sameMinor)
    #expect(ProductVersion("1.4").closeness(to: wanted) == .sameMajor)
    #expect(ProductVersion("2").closeness(to: wanted) == .other)
  }

  @Test func hostileTextIsAVersionLikeAnyOther() {
    let texts = [
      "", "+", "....", "\u{0}\u{202e}", String(repeating: "9", count: 10_000), "-1", "v",
      String(repeating: "1.", count: 10_000), "٣.٤", "9223372036854775807", "rc-1",
    ]
    for a in texts {
      for b in texts {
        let (x, y) = (ProductVersion(a), ProductVersion(b))
        #expect([x < y, y < x, x == y].filter { $0 }.count == 1)
        #expect(ProductVersion.nearest(to: x, in: [y, ProductVersion("1.0")]) != nil)
      }
    }
  }
}
