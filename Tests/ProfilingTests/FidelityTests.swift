import CaseModel
import Testing

@testable import Profiling

@Suite struct FidelityTests {
  /// A detail of anything, with doubts about anything.
  private func anyDetail(_ generator: inout SeededGenerator) -> InstallationDetail {
    func maybe(_ values: String...) -> String? {
      Bool.random(using: &generator) ? values.randomElement(using: &generator) : nil
    }
    func some<Value>(_ make: (Int) -> Value) -> [Value] {
      (0..<Int.random(in: 0...3, using: &generator)).map(make)
    }
    var detail = InstallationDetail()
    detail.product = .init(
      name: maybe("ftpserver", "FTPserver", "nginx", "\u{1b}"), version: maybe("1.3", "\u{1b}[2J"))
    detail.os = .init(
      id: maybe("debian", "rhel", "windows-server", ""), version: maybe("12", "8.6", "x y"))
    detail.arch = maybe("x86_64", "s390x")
    detail.protocols = some { ["ftp", "as2", "sftp"][$0] }
    detail.integrations = some { .init(kind: ["ldap", "firewall", "ldap"][$0], name: "n\($0)") }
    detail.denied = some { .init(kind: ["proxy", "ftp", "integration"][$0]) }
    detail.timezone = maybe("Europe/Berlin", "../x")
    detail.locale = maybe("de_DE.UTF-8", "; rm")
    if Bool.random(using: &generator) {
      detail.client = .init(
        os: .init(id: maybe("windows"), version: maybe("11")),
        software: .init(name: maybe("FileZilla"), version: maybe("3.66")))
    }
    detail.logs = some { .init(kind: "server-log", lines: $0) }
    detail.configuration = some { .init(kind: "sshd_config", lines: $0) }
    detail.troubles = some { .init(file: "a\($0).png", what: "is an image") }
    detail.other = some { .init(question: maybe("Other", "protocols[0]"), text: "words \($0)") }
    let fields = [
      "product.name", "product.version", "os", "os.id", "os.version", "arch", "timezone", "locale",
      "client.os", "client.software.version", "protocols", "integrations", "log.server", "x.y",
    ]
    detail.unclear = some { _ in
      .init(
        field: fields.randomElement(using: &generator) ?? "os", candidates: ["a", "b"], why: "said")
    }
    return detail
  }

  /// The detail's facts by their field paths.
  private func facts(of detail: InstallationDetail) -> [String] {
    var facts: [String] = []
    func add(_ field: String, _ value: String?) { if value != nil { facts.append(field) } }
    add("product.name", detail.product.name)
    add("product.version", detail.product.version)
    add("os.id", detail.os.id)
    add("os.version", detail.os.version)
    add("arch", detail.arch)
    add("timezone", detail.timezone)
    add("locale", detail.locale)
    add("client.os.id", detail.client?.os?.id)
    add("client.os.version", detail.client?.os?.version)
    add("client.software.name", detail.client?.software?.name)
    add("client.software.version", detail.client?.software?.version)
    for (field, count) in [
      ("protocols", detail.protocols.count), ("integrations", detail.integrations.count),
      ("denied", detail.denied.count), ("logs", detail.logs.count),
      ("configuration", detail.configuration.count), ("other", detail.other.count),
      ("troubles", detail.troubles.count),
    ] {
      facts += (0..<count).map { "\(field)[\($0)]" }
    }
    return facts
  }

  @Test func everyFactOfAnyDetailEndsInExactlyOneRow() throws {
    let folder = try FixtureFolder()
    let catalogue = try folder.loaded()
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let detail = anyDetail(&generator)
      let profile = try Profiler.derive(
        detail, case: CaseID("SUP-1"), catalogue: catalogue, osinfo: nil)
      for fact in facts(of: detail) {
        #expect(profile.fidelity.count { $0.covers(fact) } == 1, "\(fact) of \(detail)")
      }
      for (index, doubt) in detail.unclear.enumerated() {
        let telling = profile.fidelity.filter {
          $0.field == "unclear[\(index)]"
            || ($0.covers(doubt.field) && $0.asked.contains(doubt.told))
        }
        #expect(telling.count == 1, "\(doubt) of \(detail)")
        #expect(telling.allSatisfy { $0.fidelity >= .approximate })
      }
      #expect(Set(profile.fidelity.map { $0.field ?? "" }).count == profile.fidelity.count)
      #expect(profile.fidelity.allSatisfy { !$0.asked.isEmpty && !$0.how.isEmpty })
      #expect((0...100).contains(FidelityScore(profile.fidelity).percent))
    }
  }

  private func rows(
    _ edit: (inout EnvironmentProfile) -> Void
  ) throws -> [String: FidelityRow] {
    let folder = try FixtureFolder()
    var detail = InstallationDetail()
    detail.product = .init(name: "ftpserver", version: "1.3.8")
    detail.os = .init(id: "debian", version: "12")
    detail.arch = "x86_64"
    detail.protocols = ["ftp", "sftp"]
    detail.denied = [.init(kind: "ftps")]
    detail.timezone = "Europe/Berlin"
    var profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    edit(&profile)
    let rows = try Fidelity.rows(
      of: detail, built: profile, catalogue: folder.loaded(), osinfo: nil)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.fact, $0) })
  }

  @Test func anEditedProfileIsHeldAgainstWhatTheCustomerSaid() throws {
    let rows = try rows {
      $0.os.version = "11"
      $0.protocols = ["sftp", "ftps"]
      $0.timezone = nil
      $0.product.version = "1.4"
    }
    #expect(rows["os"]?.fidelity == .approximate && rows["os"]?.built == "debian 11")
    #expect(rows["os"]?.why == "debian 11 is set in the profile")
    #expect(rows["protocol ftp"]?.how == "the profile leaves it out")
    #expect(rows["protocol sftp"]?.fidelity == .exact)
    #expect(rows["no ftps"]?.fidelity == .omitted)
    #expect(rows["timezone"]?.fidelity == .omitted)
    #expect(rows["product.version"]?.why == "the profile asks for another version")
  }

  @Test func whatARunReadsFromInsideDecidesTheRow() throws {
    let planned = try rows { _ in }.values.map { $0 }
    func row(_ fact: String, _ version: VersionFound, _ facts: [VerifiedFact] = []) -> FidelityRow?
    {
      Fidelity.observed(planned, product: version, facts: facts).first { $0.fact == fact }
    }
    func version(_ running: String?) -> VersionFound {
      VersionFound(name: "ftpserver", wanted: "1.3.8", running: running)
    }
    #expect(row("product.version", version("1.3.8"))?.fidelity == .exact)
    #expect(row("product.version", version("1.3.9"))?.fidelity == .approximate)
    #expect(
      row("product.version", version("1.3.9"))?.how
        == "the nearest that could be had: the same minor version")
    #expect(
      row("product.version", version("2.0"))?.how
        == "the nearest that could be had: another major version")
    #expect(row("product.version", version(nil))?.how == "every run shows the version that ran")
    let different = VerifiedFact(
      fact: "timezone", expected: "Europe/Berlin", found: "Etc/UTC", status: .different)
    let seen = row("timezone", version("1.3.8"), [different])
    #expect(seen?.fidelity == .approximate && seen?.built == "Etc/UTC")
  }

  @Test func theFigureIsTheWeightedShare() {
    func row(_ field: String, _ grade: FidelityRow.Grade) -> FidelityRow {
      FidelityRow(fact: field, field: field, asked: "x", built: nil, fidelity: grade, how: "x")
    }
    #expect(FidelityScore([]).percent == 0)
    #expect(FidelityScore([row("os", .exact), row("other[0]", .omitted)]).percent == 100)
    // 3 x 10 + 2 x 5 of 3 x 10 + 2 x 10 + 1 x 10.
    let score = FidelityScore([
      row("os", .exact), row("protocols[0]", .approximate), row("locale", .omitted),
    ])
    #expect(score.percent == 66)
    #expect(
      score.text
        == "66 % close to the customer's installation: 1 exact, 1 approximate, 1 omitted")
    #expect(FidelityScore([row("os", .exact), row("locale", .equivalent)]).percent == 97)
  }
}
