import CaseModel

/// Reads a TAP stream: never fails, says what is wrong and where, and keeps what could be read.
enum TAPParser {
  static func parse(
    _ bytes: [UInt8], suite: String, file: String, limits: SuiteLimits = .init()
  ) -> ParsedResults {
    var reader = TAPReader(
      collector: ResultCollector(suite: suite, file: file, limits: limits))
    var line = 0
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      reader.read(String(decoding: text, as: UTF8.self), line: line)
    }
    return reader.finish(lastLine: line)
  }
}

private struct TAPReader {
  var collector: ResultCollector
  private var planned: Int?
  private var skippedWhole: String?
  private var seen: Set<Int> = []
  private var next = 1
  private var bailedOut = false
  private var output: Excerpt

  init(collector: ResultCollector) {
    self.collector = collector
    output = Excerpt(limit: collector.limits.excerptBytes)
  }

  mutating func read(_ text: String, line: Int) {
    guard !bailedOut else { return }
    switch TAPLine(text) {
    case .version, .detailBegins, .detailEnds:
      break
    case .plan(let last, let skip):
      if planned != nil { collector.problem("a second plan", line: line) }
      planned = last
      skippedWhole = skip
    case .test(let ok, let number, let name, let directive):
      keepOutput()
      add(ok: ok, number: number ?? next, name: name, directive: directive, line: line)
    case .bailOut(let reason):
      bailedOut = true
      collector.problem(
        reason.isEmpty ? "the suite bailed out" : "the suite bailed out: \(reason)", line: line)
    case .other(let said):
      if !said.isEmpty { output.append(said + "\n") }
    }
  }

  private mutating func add(
    ok: Bool, number: Int, name: String, directive: TAPLine.Directive?, line: Int
  ) {
    if !seen.insert(number).inserted {
      collector.problem("test \(number) a second time", line: line)
    }
    next = number == .max ? number : number + 1
    var status = ok ? TestResult.Status.passed : .failed
    var message: String?
    switch directive {
    case .skip(let why): (status, message) = TestResult.Status.skipped(because: why)
    case .todo(let why):
      if !ok { (status, message) = (.skipped, why.isEmpty ? "to do" : "to do: \(why)") }
    case nil: break
    }
    collector.add(
      TestResult(
        suite: collector.suite, group: "",
        name: (name.isEmpty ? "test \(number)" : name).printable(limit: 300), status: status,
        duration: 0, message: message.flatMap { $0.isEmpty ? nil : $0.printable(limit: 1000) }),
      line: line)
  }

  /// What was printed after a test line belongs to that test; it is kept when the test is not fine.
  private mutating func keepOutput() {
    let text = output.text
    output = Excerpt(limit: collector.limits.excerptBytes)
    guard !text.isEmpty, collector.tests.last?.status.isBad == true, !collector.isFull else {
      return
    }
    let message = text.split(separator: "\n").lazy
      .map { $0.drop { $0 == "#" || $0 == " " } }.first { !$0.isEmpty }
    collector.amendLast { test in
      test.output = text
      test.message = test.message ?? message.map { String($0).printable(limit: 1000) }
    }
  }

  mutating func finish(lastLine: Int) -> ParsedResults {
    keepOutput()
    if bailedOut { return collector.results }
    guard let planned else {
      collector.problem("no plan, so that missing tests cannot be told", line: nil)
      return collector.results
    }
    if let skippedWhole, seen.isEmpty {
      let (status, reason) = TestResult.Status.skipped(because: skippedWhole)
      collector.add(
        TestResult(
          suite: collector.suite, group: "", name: collector.suite, status: status, duration: 0,
          message: reason.flatMap { $0.isEmpty ? nil : $0.printable(limit: 1000) }),
        line: lastLine)
      return collector.results
    }
    let beyond = seen.filter { $0 > planned || $0 < 1 }
    if !beyond.isEmpty {
      collector.problem("\(beyond.count) tests beyond the plan of \(planned)", line: nil)
    }
    let missing = planned - (seen.count - beyond.count)
    if missing > 0 {
      collector.problem(
        "\(missing) of \(planned) planned tests are missing\(firstMissing(of: planned))", line: nil)
    }
    return collector.results
  }

  /// Looks no further than the tests that were seen: a plan may be of any size.
  private func firstMissing(of planned: Int) -> String {
    let first = (1...(seen.count + 1)).first { !seen.contains($0) } ?? 1
    return ", the first is \(first)"
  }
}
