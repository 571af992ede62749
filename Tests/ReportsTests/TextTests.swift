import CaseModel
import Testing

@testable import Reports

struct TextTests {
  @Test func `a failed run is told in exactly these lines`() {
    #expect(
      TextReport.render(Sample.failed, color: false, width: 80) == """
        FAILED  SUP-1042/3
        3 of 34 tests of file-transfer failed with proftpd 1.3.8 (asked: 1.3.8b) on
        Debian 12 (emulated). 16 tests do not apply to this installation.

          failed  file-transfer ftps › resume an upload: expected 226 after REST 104857…
          failed  file-transfer ftps › idle timeout: the control connection was closed …
          error   file-transfer sftp › MLSD lists facts: paramiko.ssh_exception.SSHExce…

        tests     31 passed, 2 failed, 1 in error, 16 not applicable
        fidelity  72 %: 3 exact, 1 equivalent, 1 approximate, 1 omitted
        verified  product.version: expected 1.3.8b, found 1.3.8
        verified  timezone: expected Europe/Vienna, not confirmed
        when      2030-01-02 04:00 UTC by sam@desk.example, took 3 min 12 s
        kept      4 artifacts, 7.1 MiB
        repeat    caselab run SUP-1042 --again 3

        """)
  }

  @Test func `the machines and what tried to leave are told in a line each`() {
    let lines = TextReport.render(Sample.surrounded, color: false, width: 80).split(separator: "\n")
    #expect(lines.contains("machines  client, firewall, product, directory"))
    #expect(lines.contains("sealed    product tried to reach tcp 203.0.113.7:443, and 1 more"))
  }

  @Test func `a lab failure shows the end of what went wrong`() {
    let lines = TextReport.render(Sample.labFailed, color: false, width: 80).split(separator: "\n")
    #expect(lines[0] == "LAB FAILED  SUP-1042/3")
    #expect(lines.contains("  E: Unable to locate package proftpd-mod-crypto"))
  }

  @Test(arguments: [40, 80, 200]) func `a run of a thousand failures fits a screen`(_ width: Int) {
    var run = Sample.failed
    run.tests = (0..<1000).map {
      TestResult(
        suite: "s", group: "", name: "test \($0)", status: .failed, duration: 1,
        message: String(repeating: "m", count: 5000))
    }
    run.facts = (0..<100).map {
      VerifiedFact(fact: "fact \($0)", expected: "a", found: "b", status: .different)
    }
    let lines = TextReport.render(run, color: false, width: width)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 30)
    #expect(lines.allSatisfy { $0.count <= width })
  }

  @Test func `colour is only there when asked for, and hostile text brings none`() {
    #expect(TextReport.render(Sample.failed, color: true, width: 80).contains("\u{1b}[1;31mFAILED"))
    for run in [Sample.failed, Sample.hostile, Sample.killed, Sample.bare] {
      let text = TextReport.render(run, color: false, width: 80)
      #expect(!text.contains("\u{1b}") && !text.contains("\u{202e}") && !text.contains("\u{0}"))
    }
  }
}
