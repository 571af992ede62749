import CaseModel
import Testing

@testable import Lab

@Suite struct VersionChooserTests {
  private let pattern = #"^(?:\d+:)?([0-9]+(?:\.[0-9]+)*[a-z]?)"#

  @Test func takesTheWantedVersionWhenItIsThere() throws {
    let choice = try VersionChooser(pattern: pattern)
      .choose(wanted: "1.3.7a", from: "1.3.8+dfsg-4\n1.3.7a+dfsg-12\n")
    #expect(choice == .init(package: "1.3.7a+dfsg-12", product: "1.3.7a"))
  }

  @Test func takesTheNewestWhenNoneIsWanted() throws {
    let choice = try VersionChooser(pattern: pattern).choose(wanted: nil, from: "2.0-1\n1.0-1")
    #expect(choice.package == "2.0-1")
  }

  @Test func takesTheNearestWhenTheWantedOneIsMissing() throws {
    let choice = try VersionChooser(pattern: pattern)
      .choose(wanted: "1.3.8b", from: "2.0-1\n1.3.8+dfsg-4\n")
    #expect(choice.product == "1.3.8")
  }

  @Test func anEmptyListIsAFailureOfTheLab() throws {
    let chooser = try VersionChooser(pattern: pattern)
    #expect { _ = try chooser.choose(wanted: "1", from: "\n \n") } throws: {
      ($0 as? CaselabError)?.code == .labFailed
    }
  }

  @Test func aBrokenPatternIsBadInput() {
    #expect { _ = try VersionChooser(pattern: "(") } throws: {
      ($0 as? CaselabError)?.code == .badInput
    }
  }
}
