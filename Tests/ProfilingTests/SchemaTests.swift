import CaseModel
import Foundation
import Testing

@testable import Profiling

@Suite struct SchemaTests {
  /// After a change that is meant: `CASELAB_WRITE_EXAMPLES=1 swift test --filter SchemaTests`.
  @Test func thePublishedSchemaIsTheOneThatProfilesAreCheckedBy() throws {
    let path = URL(fileURLWithPath: repositoryProfiles + "/profile.schema.json")
    let json = ProfileSchema.json()
    if ProcessInfo.processInfo.environment["CASELAB_WRITE_EXAMPLES"] != nil {
      try Data(json.utf8).write(to: path)
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == json)
  }

  @Test func everyFieldIsThereWithWhatItIsFor() throws {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(ProfileSchema.json().utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(
      Set(properties.keys) == [
        "schema", "case", "product", "os", "arch", "protocols", "timezone", "locale", "node",
        "system", "links", "nodes", "suites",
      ])
    #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(schema["required"] as? [String] == ["schema", "case", "product", "os"])
  }

  @Test(arguments: [
    (Rule.name, ["debian", "rocky-9", "0x"], ["-a", "A", "a b", "", "a\nb"]),
    (.token, ["12", "22.04", "1.3~rc+1"], ["", "a b", "ä"]),
    (.timezone, ["UTC", "Etc/GMT+5", "America/Argentina/Salta"], ["../x", "a//b", ""]),
    (.locale, ["de_DE.UTF-8", "C", "sr_RS@latin"], ["", ";", "de DE"]),
    (.settingName, ["a", "require_tls"], ["A", "_a", ""]),
    (.caseID, ["SUP-1042", "#311", "ACME/77"], ["", "a b", ".x"]),
    (.line, ["a b", "ü"], ["a\nb"]),
  ])
  func anEditorAgreesWithTheCheck(_ rule: Rule, _ good: [String], _ bad: [String]) throws {
    let pattern = try Regex(try #require(rule.pattern))
    for text in good { #expect(rule.holds(text) && text.contains(pattern), "\(text)") }
    for text in bad { #expect(!rule.holds(text) && !text.contains(pattern), "\(text)") }
  }
}
