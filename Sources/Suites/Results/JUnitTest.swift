import CaseModel

/// One `<testcase>` as it is being read.
struct JUnitTest {
  enum Part: String {
    case failure, error, skipped
    case output = "system-out"
    case errors = "system-err"
  }

  let line: Int
  let group: String
  let name: String
  let duration: Double
  private var status = TestResult.Status.passed
  private var message: String?
  /// What the failure, error or reason said, then what was printed.
  private var detail: Excerpt
  private var printed: Excerpt

  init(line: Int, group: String, name: String, duration: Double, excerptBytes: Int) {
    self.line = line
    self.group = group
    self.name = name
    self.duration = duration
    detail = Excerpt(limit: excerptBytes)
    printed = Excerpt(limit: excerptBytes)
  }

  mutating func began(_ part: Part, message given: String?) {
    let found: (status: TestResult.Status, message: String?)
    switch part {
    case .failure: found = (.failed, given)
    case .error: found = (.error, given)
    case .skipped: found = TestResult.Status.skipped(because: given)
    case .output, .errors: return
    }
    // The worst that was said of a test counts.
    guard found.status.severity > status.severity else { return }
    status = found.status
    message = found.message
  }

  mutating func add(_ text: String, to part: Part) {
    switch part {
    case .failure, .error, .skipped: detail.append(text)
    case .output, .errors: printed.append(text)
    }
  }

  func result(suite: String) -> TestResult {
    let said = detail.text.trimmedLines
    let all = [said, printed.text.trimmedLines].filter { !$0.isEmpty }.joined(separator: "\n")
    // What a writer puts into a skipped test is where it was skipped: the reason says more.
    let output = all.isEmpty || status == .skipped || status == .notApplicable ? nil : all
    let why = status == .passed ? nil : message?.firstLine ?? said.firstLine
    return TestResult(
      suite: suite, group: group.printable(limit: 200), name: name.printable(limit: 300),
      status: status, duration: duration, message: why?.printable(limit: 1000), output: output)
  }
}

extension TestResult.Status {
  var severity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension String {
  /// The first line with anything in it.
  fileprivate var firstLine: String? {
    split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }

  /// Without empty lines at either end.
  fileprivate var trimmedLines: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
