import CaseModel
import Testing

@testable import Profiling

/// The errors that people see, whole.
@Suite struct YAMLTests {
  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try ProfileDocument.parse(yaml, file: "p.yaml")
      return []
    } catch {
      #expect(error.code == .badInput)
      return error.message.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }
    }
  }

  @Test func everyProblemIsToldAtOnceWithItsPlace() {
    let yaml = """
      schema: caselab.profile/2
      case: ../x
      product: { name: Ftp, version: [1], colour: red }
      os: { id: debian }
      arch: sparc
      protocols: ftp
      node:
        memory_mib: 12
        cpus: "2"
        disk_gib: many
      suites: [ok, {}]
      timezone: ../../etc/passwd
      """
    #expect(
      problems(yaml) == [
        #"p.yaml:1:9: schema: expected caselab.profile/1, got "caselab.profile/2""#,
        #"p.yaml:2:7: case: expected a case ID like SUP-1042, got "../x""#,
        #"p.yaml:3:18: product.name: expected a name of small letters, digits and -, got "Ftp""#,
        #"p.yaml:3:32: product.version: expected one line of printable text, got a list of 1"#,
        #"p.yaml:3:37: product: unknown key "colour"; known are name, version, host, settings, configuration, certificate"#,
        #"p.yaml:4:5: os: the key "version" is missing; it is letters, digits and . _ + -"#,
        #"p.yaml:5:7: arch: expected x86_64, aarch64 (one of them), got "sparc""#,
        #"p.yaml:6:12: protocols: expected a list, got "ftp""#,
        #"p.yaml:8:15: node.memory_mib: expected a whole number from 256 to 1048576, got "12""#,
        #"p.yaml:9:9: node.cpus: expected a whole number from 1 to 64, got "2""#,
        #"p.yaml:10:13: node.disk_gib: expected a whole number from 2 to 4096, got "many""#,
        #"p.yaml:11:14: suites[1]: expected a name of small letters, digits and -, got a mapping"#,
        #"p.yaml:12:11: timezone: expected a time zone like Europe/Berlin or UTC, got "../../etc/passwd""#,
      ])
  }

  @Test(arguments: [
    ("", "p.yaml:1:1: is empty"),
    ("# nothing\n", "p.yaml:1:1: is empty"),
    ("- a\n- b", "p.yaml:1:1: expected a mapping, got a list of 2"),
    ("a: [1, 2", "p.yaml:2:1: while parsing a flow sequence did not find expected ',' or ']'"),
    ("a: 1\na: 2", #"p.yaml:1:1: the key "a" is there twice"#),
    (
      "a: 1\n---\nb: 2",
      "p.yaml:2:1: expected a single document in the stream but found another document"
    ),
    ("? [a]\n: 1", "p.yaml:1:3: a key must be a plain name"),
  ])
  func textThatIsNotAProfileIsRefusedWithItsPlace(_ yaml: String, _ expected: String) {
    #expect(problems(yaml) == [expected])
  }

  @Test func anAnchorBombIsRefusedBeforeItIsComposed() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let expected =
      #"p.yaml:2:1: an anchor "&a0" and an alias "*a0" are not allowed; write the value twice"#
    #expect(problems(bomb) == [expected])
    #expect(problems(bomb + "? *a40\n: 1\n? [*a40, 1]\n: 2\n") == [expected])
  }

  @Test func deepWideAndLargeDocumentsAreRefused() {
    let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(problems("a: \(deep)") == ["p.yaml:1:35: is nested deeper than 32 levels"])
    #expect(problems("a: " + String(repeating: "[", count: 100_000)).count == 1)
    let wide = "a: [" + String(repeating: "1,", count: 60_000) + "]"
    #expect(problems(wide).first?.contains("has more than 50000 values") == true)
    #expect(
      problems(String(repeating: "#", count: 1 << 20) + "\n").first?.contains("1 MiB") == true)
  }

  @Test func hostileValuesAreShownHarmlessAndShort() {
    let shown = problems(
      "schema: \"\\e[2J\\u202E\(String(repeating: "x", count: 5000))\"\n\"\\e\": 1\n")
    #expect(shown.allSatisfy { $0.utf8.count < 300 })
    #expect(!shown.joined().unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x202e })
  }

  @Test func versionsStayTextAndScriptsMayHaveAsterisksAndAmpersands() throws {
    let yaml = """
      schema: caselab.profile/1
      case: '#311'
      product:
        name: ftpserver
        version: 1.10
        settings: { a: true, b: 7, c: 007, d: "7", e: 'true', f: yes }
        configuration: |
          Cmd a & b * c *.d &e
      os: { id: debian, version: 12 }
      """
    let profile = try ProfileDocument.parse(yaml, file: "p.yaml")
    #expect(profile.product.version == "1.10")
    #expect(profile.os.version == "12")
    #expect(
      profile.product.settings == [
        "a": .bool(true), "b": .integer(7), "c": .string("007"), "d": .string("7"),
        "e": .string("true"), "f": .string("yes"),
      ])
    #expect(profile.node == EnvironmentProfile.NodeSize())
  }

  @Test func damagedProfilesAreReadOrRefused() throws {
    var generator = SeededGenerator(seed: 5)
    let folder = try FixtureFolder()
    var detail = InstallationDetail()
    detail.other = [.init(text: "a: b\n- c")]
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    let whole = Array(try ProfileDocument.write(profile).utf8)
    let pieces = [
      "&a ", "*a", "? ", ": ", "- ", "[", "}", "|\n", "'", "\"", "!!str ", "%YAML 1.1\n", "---\n",
      "\t",
      "<<: ", "\u{0}", "\u{feff}", "\"\\uD800\"", "\u{85}", "@",
    ]
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0:
          bytes.insert(
            contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        }
      }
      do {
        _ = try ProfileDocument.parse(String(decoding: bytes, as: UTF8.self), file: "p.yaml")
      } catch {
        #expect(error.code == .badInput && error.message.contains("p.yaml"))
      }
    }
  }
}
