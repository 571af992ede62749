import CaseModel
import Foundation
import FoundationXML
import Testing

@testable import Reports

struct HTMLTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CASELAB_REPORT_SAMPLES"] != nil))
  func `the samples can be looked at in a browser`() throws {
    let folder = ProcessInfo.processInfo.environment["CASELAB_REPORT_SAMPLES"] ?? ""
    for (name, run) in [
      ("failed", Sample.failed), ("passed", Sample.passed), ("lab", Sample.labFailed),
      ("killed", Sample.killed),
    ] {
      try HTMLReport.render(Sample.input { $0 = run })
        .write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
    print(TextReport.render(Sample.failed, color: true, width: 100))
    print(TextReport.render(Sample.labFailed, color: false, width: 80))
    print(JUnitReport.render(Sample.labFailed))
  }
}
