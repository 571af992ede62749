import CaseModel
import Foundation
import FoundationXML

/// A run as JUnit XML, in the form that Jenkins and GitLab read.
public enum JUnitReport {
  public static func render(_ run: RunRecord) -> String {
    let root = element(
      "testsuites", ["name": run.name, "timestamp": run.startedAt] + totals(run.tests, lab(run)))
    for (name, tests) in suites(run.tests) {
      root.addChild(suite(name, tests, run))
    }
    if let failure = lab(run) { root.addChild(labSuite(failure, run)) }
    let document = XMLDocument(rootElement: root)
    document.version = "1.0"
    document.characterEncoding = "UTF-8"
    return document.xmlString(options: .nodePrettyPrint)
  }

  /// The suites in the order of their first tests.
  private static func suites(_ tests: [TestResult]) -> [(String, [TestResult])] {
    var places: [String: Int] = [:]
    var suites: [(String, [TestResult])] = []
    for test in tests {
      if let place = places[test.suite] {
        suites[place].1.append(test)
      } else {
        places[test.suite] = suites.count
        suites.append((test.suite, [test]))
      }
    }
    return suites
  }

  private static func suite(
    _ name: String, _ tests: [TestResult], _ run: RunRecord
  ) -> XMLElement {
    let suite = element(
      "testsuite",
      ["name": name, "timestamp": run.startedAt, "hostname": run.host.hostname]
        + totals(tests, nil))
    suite.addChild(properties(run))
    for test in tests { suite.addChild(testcase(test)) }
    return suite
  }

  private static func properties(_ run: RunRecord) -> XMLElement {
    let values: [(String, String?)] = [
      ("case", run.caseID.text), ("run", String(run.number)), ("outcome", run.outcome.rawValue),
      ("product", run.product?.text), ("image", run.imageName), ("image.digest", run.image),
      ("acceleration", run.host.acceleration), ("caselab", run.toolVersion),
    ]
    let properties = XMLElement(name: "properties")
    for case (let name, let value?) in values where !value.isEmpty {
      properties.addChild(element("property", ["name": name, "value": value]))
    }
    for layer in run.layers {
      properties.addChild(
        element("property", ["name": "layer.\(layer.name)", "value": layer.digest]))
    }
    return properties
  }

  private static func testcase(_ test: TestResult) -> XMLElement {
    let group = test.group.isEmpty ? test.suite : "\(test.suite).\(test.group)"
    let testcase = element(
      "testcase", ["classname": group, "name": test.name, "time": time(test.duration)])
    switch test.status {
    case .passed: break
    case .failed, .error:
      let bad = element(
        test.status == .failed ? "failure" : "error", ["message": test.message ?? "no message"])
      bad.stringValue = (test.output ?? "").xmlText
      testcase.addChild(bad)
      return testcase
    case .skipped: testcase.addChild(element("skipped", ["message": test.message ?? "skipped"]))
    case .notApplicable:
      let why = test.message.map { ": \($0)" } ?? ""
      testcase.addChild(element("skipped", ["message": "not applicable\(why)"]))
    }
    if let output = test.output, !output.isEmpty {
      let element = XMLElement(name: "system-out")
      element.stringValue = output.xmlText
      testcase.addChild(element)
    }
    return testcase
  }

  /// What the lab got wrong, when the run did not come to a result of its own.
  private static func lab(_ run: RunRecord) -> String? {
    switch run.outcome {
    case .running, .passed, .failed: nil
    case .nothingRan: run.message ?? "no test ran"
    case .labFailed, .deadline, .interrupted, .killed: run.message ?? Headline(run).sentence
    }
  }

  /// The lab's own suite: its failures are errors, so that they are never counted as the product's.
  private static func labSuite(_ failure: String, _ run: RunRecord) -> XMLElement {
    let suite = element(
      "testsuite",
      ["name": "lab", "timestamp": run.startedAt, "hostname": run.host.hostname]
        + totals([], failure))
    suite.addChild(properties(run))
    let name = run.lastStage?.name ?? run.outcome.rawValue
    let testcase = element(
      "testcase",
      ["classname": "lab", "name": name, "time": time(run.lastStage?.duration ?? 0)])
    testcase.addChild(
      element("error", ["type": run.outcome.rawValue, "message": failure]))
    suite.addChild(testcase)
    return suite
  }

  private static func totals(_ tests: [TestResult], _ lab: String?) -> [(String, String)] {
    let counts = TestCounts(tests)
    let more = lab == nil ? 0 : 1
    return [
      ("tests", String(counts.total + more)), ("failures", String(counts.failed)),
      ("errors", String(counts.errors + more)),
      ("skipped", String(counts.skipped + counts.notApplicable)),
      ("time", time(tests.map(\.duration).filter(\.isFinite).reduce(0, +))),
    ]
  }

  private static func time(_ seconds: Double) -> String {
    Quantity.fixed(seconds.isFinite ? max(0, seconds) : 0, 3)
  }

  private static func element(_ name: String, _ attributes: [(String, String)]) -> XMLElement {
    let element = XMLElement(name: name)
    for (name, value) in attributes {
      let attribute = XMLNode(kind: .attribute)
      attribute.name = name
      attribute.stringValue = value.xmlText
      element.addAttribute(attribute)
    }
    return element
  }

  private static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>
  ) -> XMLElement {
    element(name, attributes.map { ($0.key, $0.value) })
  }
}

private func + (
  left: KeyValuePairs<String, String>, right: [(String, String)]
) -> [(String, String)] {
  left.map { ($0.key, $0.value) } + right
}
