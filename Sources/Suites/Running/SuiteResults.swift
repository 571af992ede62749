import CaseModel
import Foundation
import Machines

extension SuiteRunner {
  /// Nil when the suite wrote nothing that could be read.
  func results(in guest: any Guest, workFolder: String, output: OutputFile) async throws
    -> (parsed: ParsedResults, file: String?)?
  {
    switch suite.format {
    case .exit:
      return nil
    case .junit:
      guard let found = try await fetch(guest, to: workFolder + "/results.xml") else { return nil }
      return (
        JUnitParser.parse(found.bytes, suite: suite.name, file: "results.xml", limits: limits)
          .adding(found.problem, limits), found.file
      )
    case .tap:
      if let found = try await fetch(guest, to: workFolder + "/results.tap") {
        return (
          TAPParser.parse(found.bytes, suite: suite.name, file: "results.tap", limits: limits)
            .adding(found.problem, limits), found.file
        )
      }
      let printed = try Data(contentsOf: URL(fileURLWithPath: output.path))
      return (
        TAPParser.parse([UInt8](printed), suite: suite.name, file: "output.log", limits: limits),
        nil
      )
    }
  }

  /// The results file, cut at its limit; nil when the suite wrote none.
  private func fetch(_ guest: any Guest, to file: String) async throws
    -> (bytes: [UInt8], file: String, problem: String?)?
  {
    let question = try await guest.run(GuestCommand(["stat", "-L", "-c", "%F:%s", paths.results]))
    guard question.status == 0, question.outputText.hasPrefix("regular") else { return nil }
    let size = question.outputText.split(separator: ":").last
      .flatMap { Int64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    var bytes: [UInt8] = []
    while bytes.count < limits.resultsBytes {
      let room = min(1 << 20, Int(limits.resultsBytes) - bytes.count)
      let piece = try await guest.read(paths.results, offset: Int64(bytes.count), limit: room)
      if piece.isEmpty { break }
      bytes += piece
    }
    try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
    let tooLarge = (size ?? 0) > limits.resultsBytes
    return (
      bytes, file,
      tooLarge ? "the results are of \(size ?? 0) bytes; \(limits.resultsBytes) were read" : nil
    )
  }
}

extension ParsedResults {
  fileprivate func adding(_ problem: String?, _ limits: SuiteLimits) -> ParsedResults {
    guard let problem else { return self }
    var all = self
    all.problems = Array(([problem] + problems).prefix(limits.problems))
    return all
  }
}
