import CaseModel
import Testing

@testable import Profiling

@Suite struct RederivationTests {
  private var detail: InstallationDetail {
    var detail = InstallationDetail()
    detail.product = .init(name: "ftpserver", version: "1.3.7")
    detail.os = .init(id: "debian", version: "11")
    detail.protocols = ["ftp", "ftps"]
    detail.timezone = "Europe/Berlin"
    detail.evidence = [
      "product.version": .init(file: "mail.txt", line: 3, text: "it is *a 1.3.7 &a\u{1b}[2J\nx: y")
    ]
    return detail
  }

  private func yaml(of detail: InstallationDetail) throws -> String {
    let folder = try FixtureFolder()
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    return try ProfileDocument.write(profile, detail: detail)
  }

  private func rederive(
    _ edit: (String) -> String, then change: (inout InstallationDetail) -> Void
  ) throws -> Rederivation {
    let old = try yaml(of: detail)
    var later = detail
    change(&later)
    let folder = try FixtureFolder()
    return try Profiler.rederive(
      later, case: CaseID("SUP-1"), old: old, edited: edit(old), file: "profile.yaml",
      catalogue: folder.loaded(), osinfo: nil)
  }

  @Test func aProfileThatNobodyEditedIsAsNewlyDerived() throws {
    let new = try rederive({ $0 }, then: { $0.product.version = "1.3.8" })
    #expect(new.yaml == new.derived && new.edits.isEmpty && new.conflicts.isEmpty)
    #expect(
      new.changes == [.init(field: "product.version", before: "1.3.7", after: "1.3.8")])
  }

  @Test func editsSurviveANewDerivation() throws {
    let new = try rederive(
      {
        $0.replacing("cpus: 2", with: "cpus: 4")
          .replacing(
            "  version: 1.3.7\n", with: "  version: 1.3.7\n  settings: {require_tls: true}\n"
          )
          .replacing("timezone: Europe/Berlin\n", with: "")
      }, then: { $0.product.version = "1.3.8" })
    #expect(new.profile.product.version == "1.3.8" && new.profile.node.cpus == 4)
    #expect(new.profile.product.settings == ["require_tls": .bool(true)])
    #expect(new.profile.timezone == nil && new.conflicts.isEmpty)
    #expect(new.edits.map(\.field) == ["node.cpus", "product.settings.require_tls", "timezone"])
    #expect(new.profile.fidelity.contains { $0.fact == "timezone" && $0.fidelity == .omitted })
    #expect(try ProfileDocument.parse(new.yaml, file: "p").node.cpus == 4)
  }

  @Test func anEditWinsOverWhatIsDerivedAndIsTold() throws {
    let new = try rederive(
      { $0.replacing("version: 1.3.7", with: "version: 1.3.6") },
      then: {
        $0.product.version = "1.3.8"
      })
    #expect(new.profile.product.version == "1.3.6")
    #expect(
      new.conflicts == [.init(field: "product.version", before: "1.3.8", after: "1.3.6")])
  }

  @Test func bothMayComeToTheSame() throws {
    let new = try rederive(
      { $0.replacing("version: 1.3.7", with: "version: 1.3.8") },
      then: {
        $0.product.version = "1.3.8"
      })
    #expect(new.conflicts.isEmpty && new.edits.isEmpty)
  }

  @Test func aListKeepsWhatWasAddedAndTakenOut() throws {
    let new = try rederive(
      { $0.replacing("[ftp, ftps]", with: "[ftps]") },
      then: {
        $0.protocols = ["ftp", "ftps", "sftp"]
      })
    #expect(new.profile.protocols == ["ftps", "sftp"] && new.conflicts.isEmpty)
  }

  @Test func anOSIsNotPutTogetherFromTwo() throws {
    let new = try rederive(
      { $0.replacing("version: '11'", with: "version: '12'") },
      then: {
        $0.os = .init(id: "debian", version: "13")
      })
    #expect(new.profile.os == .init(id: "debian", version: "12"))
    #expect(new.conflicts.map(\.field) == ["os"])
  }

  @Test func aProfileWithoutALastDerivationKeepsEverythingThatDiffers() throws {
    let edited = try yaml(of: detail).replacing("cpus: 2", with: "cpus: 8")
    var later = detail
    later.product.version = "1.3.8"
    let folder = try FixtureFolder()
    let new = try Profiler.rederive(
      later, case: CaseID("SUP-1"), old: nil, edited: edited, file: "profile.yaml",
      catalogue: folder.loaded(), osinfo: nil)
    #expect(new.profile.node.cpus == 8 && new.profile.product.version == "1.3.7")
  }

  @Test func somebodysCommentsStayWhereTheyWere() throws {
    let new = try rederive(
      {
        $0.replacing("  cpus: 2", with: "  # told by phone\n  cpus: 2")
          .replacing("suites: [transfer]", with: "suites: [transfer] # the short one")
          .replacing("os:\n", with: "  configuration: |\n    # not a comment\n    Max 5\nos:\n")
          + "# at the end\n"
      }, then: { $0.product.version = "1.3.8" })
    #expect(new.yaml.contains("\n  # told by phone\n  cpus: 2\n"))
    #expect(new.yaml.contains("\n# the short one\nsuites: [transfer]\n"))
    #expect(new.yaml.contains("# at the end\n"))
    #expect(new.yaml.components(separatedBy: "# not a comment").count == 2)
    #expect(new.profile.product.configuration == "# not a comment\nMax 5\n")
    let again = try rederive({ _ in new.yaml }, then: { $0.product.version = "1.3.8" })
    #expect(again.yaml == new.yaml)
  }

  @Test func theWordsBehindAFactStandAboveItWhateverTheyAre() throws {
    let yaml = try yaml(of: detail)
    #expect(
      yaml.contains(
        #"  #: mail.txt:3: it is \u{2a}a 1.3.7 &a\u{1b}[2J x: y"#
          + "\n  #: 1.3.7: approximate:"))
    #expect(try ProfileDocument.parse(yaml, file: "p").product.version == "1.3.7")
  }

  @Test func commentsOfAnyWordsNeverChangeTheProfile() throws {
    var generator = SeededGenerator(seed: 3)
    let alphabet: [Character] =
      Array("ab :#-*&'\"\\|>{}[]%@`\n\r\t\u{85}\u{2028}\u{1b}\u{202e}\u{feff}é👩")
    let folder = try FixtureFolder()
    let catalogue = try folder.loaded()
    for _ in 0..<200 {
      func words() -> String {
        String((0..<30).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      }
      var detail = detail
      for field in ["product.version", "os", "protocols[0]", "timezone", "other[0]"] {
        detail.evidence[field] = .init(file: words(), line: 1, text: words())
      }
      detail.other = [.init(question: words(), text: words())]
      let profile = try Profiler.derive(
        detail, case: CaseID("SUP-1"), catalogue: catalogue, osinfo: nil)
      let yaml = try ProfileDocument.write(profile, detail: detail)
      var back = try ProfileDocument.parse(yaml, file: "p")
      back.fidelity = profile.fidelity
      #expect(back == profile, "\(yaml.debugDescription)")
      #expect(yaml.contains("#: ") && !yaml.unicodeScalars.contains("\u{202e}"))
    }
  }

  @Test func aDamagedProfileIsRefusedOrComesOutAsItReads() throws {
    var generator = SeededGenerator(seed: 9)
    let folder = try FixtureFolder()
    let catalogue = try folder.loaded()
    let old = try yaml(of: detail)
    let pieces = [
      "# own\n", "  # own: *a\n", " #", "\n", "'", "\"", "|\n", ": ", "- ", "\t", "\u{85}",
      "\u{2028}#",
      "configuration: |\n  # x\n", "&a ", "*a", "{", "]", "~", "1",
    ]
    for _ in 0..<300 {
      var bytes = Array(old.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        bytes.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: at)
      }
      let edited = String(decoding: bytes, as: UTF8.self)
      do {
        let new = try Profiler.rederive(
          detail, case: CaseID("SUP-1"), old: old, edited: edited, file: "p.yaml",
          catalogue: catalogue, osinfo: nil)
        var (asEdited, asKept) = (
          try ProfileDocument.parse(edited, file: "p"),
          try ProfileDocument.parse(new.yaml, file: "p")
        )
        asEdited.fidelity = []
        asKept.fidelity = []
        #expect(asEdited == asKept, "\(edited.debugDescription)")
      } catch {
        #expect(error.code == .badInput)
      }
    }
  }
}
