import Foundation
import Testing

/// Each example from its ticket to a plan, as a support engineer would take it; boots nothing.
@Suite struct ExampleCaseTests {
  static let names: [String] = {
    let folder = Tool.repository + "/Profiles/examples"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  @Test func thereAreThirteenExamples() { #expect(Self.names.count >= 13) }

  @Test(arguments: names)
  func anExampleGoesFromItsTicketToAPlanAndItsFactsToTheirWords(_ name: String) async throws {
    let home = FileManager.default.temporaryDirectory.path + "/caselab-example-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let tool = Tool(home: home)
    let ticket = try ExampleTicket(name)

    let opened = try await tool.run(
      ["case", "open", "SUP-1"] + ticket.files.flatMap { ["--ticket", $0] })
    try #require(opened.status == 0, "\(opened.all)")
    #expect(opened.output.hasPrefix("case SUP-1 opened: proftpd"))
    let planned = try await tool("plan", "SUP-1")
    #expect(planned.status == 0, "\(planned.all)")
    #expect(planned.output.contains("run suite file-transfer"))

    let explained = try await tool("profile", "explain", "SUP-1", "--json")
    let facts = try explained.json(Explanations.self).items.filter { $0.origin == "stated" }
    #expect(
      Set(facts.map(\.field)).isSuperset(of: ["product.name", "product.version", "os"])
        && facts.contains { $0.field.hasPrefix("protocols[") }, "\(explained.all)")
    for fact in facts {
      #expect(!fact.evidence.isEmpty, "\(fact.field) has no words")
      for words in fact.evidence {
        let isThere = ticket.says(words.text, in: words.file)
        #expect(isThere, "\(fact.field): \(words)")
        let isLine = ticket.has(words.line, in: words.file, reading: words.text)
        #expect(isLine, "\(fact.field): \(words)")
      }
    }
  }
}

private struct Explanations: Decodable {
  struct Item: Decodable {
    var field: String
    var origin: String
    var evidence: [Words]
  }
  struct Words: Decodable {
    var file: String
    var line: Int
    var text: String
  }
  var items: [Item]
}
