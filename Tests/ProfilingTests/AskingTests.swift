import CaseModel
import Testing

@testable import Profiling

@Suite struct AskingTests {
  private func questions(
    all: Bool = false, _ change: (inout InstallationDetail) -> Void
  ) throws -> [OpenQuestion] {
    let folder = try FixtureFolder()
    var detail = InstallationDetail()
    detail.product.name = "ftpserver"
    change(&detail)
    let profile = try Profiler.derive(
      detail, case: CaseID("SUP-1"), catalogue: folder.loaded(), osinfo: nil)
    return try Asking(
      detail: detail, rows: profile.fidelity, profile: profile, catalogue: folder.loaded()
    ).questions(all: all)
  }

  private func complete(_ detail: inout InstallationDetail) {
    detail.product.version = "1.3.8"
    detail.os = .init(id: "debian", version: "12")
    detail.arch = "x86_64"
    detail.protocols = ["ftp"]
    detail.denied = [.init(kind: "integration")]
    detail.timezone = "UTC"
    detail.locale = "C.UTF-8"
    detail.client = .init(os: .init(id: "windows"), software: .init(name: "winscp"))
    detail.logs = [.init(kind: "server-log", lines: 3), .init(kind: "client-log", lines: 3)]
  }

  @Test func whatIsKnownIsNeverAsked() throws {
    #expect(try questions(all: true, complete).isEmpty)
  }

  @Test func theMostValuableComesFirstAndWhatChangesNothingNotAtAll() throws {
    #expect(
      try questions { _ in }.map(\.field) == [
        "product.version", "os", "log.server", "protocols", "integrations", "timezone", "locale",
      ])
    #expect(
      try questions(all: true) { _ in }.map(\.field).suffix(4)
        == ["arch", "client.software", "client.os", "log.client"])
  }

  @Test func anUnclearFactIsAskedWithItsCandidates() throws {
    let asked = try questions {
      complete(&$0)
      $0.product.version = nil
      $0.unclear = [
        .init(field: "product.version", candidates: ["4.11", "4.12"], why: "both are named"),
        .init(field: "integrations", candidates: ["ldap", "no ldap"], why: "doubt"),
      ]
    }
    #expect(
      asked.map(\.text) == [
        "Which version of FTPserver do you use? Is it 4.11 or 4.12?", "Do you use LDAP?",
      ])
  }

  @Test func theCommandIsTheOneOfTheirSystem() throws {
    func command(_ id: String?, _ field: String) throws -> [String] {
      let asked = try questions(all: true) {
        complete(&$0)
        $0.os = .init(id: id, version: nil)
        $0.timezone = nil
        $0.product.version = nil
      }
      return asked.first { $0.field == field }?.commands.map { "\($0.on ?? "-"): \($0.line)" } ?? []
    }
    #expect(try command("ubuntu", "os") == ["-: cat /etc/os-release"])
    #expect(try command("ubuntu", "product.version") == ["-: dpkg -l | grep -i ftpserver"])
    #expect(try command("rocky", "product.version") == ["-: rpm -qa | grep -i ftpserver"])
    #expect(try command("windows-server", "timezone") == ["PowerShell: tzutil /g"])
    #expect(try command("macos", "os") == ["-: sw_vers"])
    #expect(
      try command(nil, "os") == [
        "Linux: cat /etc/os-release", "Windows (PowerShell): systeminfo | findstr /B /C:OS",
        "macOS: sw_vers",
      ])
  }

  @Test func aSystemThatCannotBeBuiltIsNotAskedForItsVersion() throws {
    let asked = try questions {
      complete(&$0)
      $0.os = .init(id: "windows-server", version: nil)
    }
    #expect(asked.isEmpty)
  }

  @Test func noOtherArchitectureMeansNoQuestionAboutIt() throws {
    #expect(try !questions { $0.arch = nil }.contains { $0.field == "arch" })
  }

  @Test func aProtocolThatIsNotUsedSaysNothingOfIntegrations() throws {
    let asked = try questions {
      complete(&$0)
      $0.denied = [.init(kind: "ftps")]
    }
    #expect(asked.map(\.field) == ["integrations"])
  }

  @Test func hostileCandidatesAreShownHarmless() throws {
    let asked = try questions {
      complete(&$0)
      $0.unclear = [
        .init(
          field: "os.version",
          candidates: ["\u{1b}[2J\n" + String(repeating: "x", count: 900), "b"],
          why: "w")
      ]
    }
    let text = try #require(asked.first?.text)
    #expect(text.count < 300 && !text.contains("\u{1b}") && !text.contains("\n"))
  }
}
