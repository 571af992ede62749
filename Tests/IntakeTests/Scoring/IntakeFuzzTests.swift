import CaseModel
import Foundation
import Intake
import Testing

/// Reads damaged tickets of the corpus; CASELAB_FUZZ_SECONDS does so that long, with another seed
/// each time.
@Suite struct IntakeFuzzTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["CASELAB_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  @Test func aDamagedTicketIsReadOrRefused() throws {
    let seed = Self.seconds > 0 ? UInt64.random(in: 0 ... .max) : 17
    var generator = SeededGenerator(seed: seed)
    let tickets = try CorpusTicket.Set.allCases.flatMap { try CorpusTicket.all($0) }
    let end = Date.now.addingTimeInterval(Self.seconds)
    var count = 0
    repeat {
      var files = try #require(tickets.randomElement(using: &generator)).files
      let index = Int.random(in: files.indices, using: &generator)
      guard case .bytes(var bytes) = files[index].content else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let mutation = try #require(Mutation.allCases.randomElement(using: &generator))
        bytes = mutation.apply(bytes, &generator)
      }
      files[index].content = .bytes(bytes)
      // Where a crash would leave nothing else behind.
      if Self.seconds > 0 { try Data(bytes).write(to: Self.last) }
      let fault = Self.fault(of: files)
      #expect(fault == nil, "seed \(seed): \(Data(bytes).base64EncodedString())")
      count += 1
    } while count < 150 || Date.now < end
    if Self.seconds > 0 { print("fuzzed the intake: \(count) tickets, seed \(seed)") }
  }

  /// What is wrong with the reading of the files.
  private static func fault(of files: [TicketFile]) -> String? {
    let detail: InstallationDetail
    do {
      detail = try Intake.read(files, products: [ProductName(name: "proftpd")])
    } catch {
      return error.code == .badInput && error.hint != nil ? nil : "\(error)"
    }
    let texts =
      detail.evidence.values.map(\.text) + detail.other.map(\.text) + detail.protocols
      + detail.integrations.flatMap { [$0.kind, $0.name ?? "", $0.detail ?? ""] }
      + [detail.product.name, detail.product.version, detail.os.version].compactMap { $0 }
    let isPlain = texts.allSatisfy { text in
      !text.unicodeScalars.contains {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
          || $0 == "\u{202e}"
      }
    }
    if !isPlain { return "a control character came through" }
    if detail.evidence.values.contains(where: { $0.line < 1 || $0.text.utf8.count > 2000 }) {
      return "evidence without a line, or without bounds"
    }
    return nil
  }

  private static let last = FileManager.default.temporaryDirectory.appending(
    path: "caselab-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
}
