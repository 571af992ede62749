import CaseModel
import Intake

let catalogueProducts = [
  ProductName(name: "proftpd", aliases: ["pro-ftpd", "ProFTPd Server"]),
  ProductName(name: "webserver"),
]

func read(_ text: String, file: String = "mail.txt") throws -> InstallationDetail {
  try Intake.read([TicketFile(name: file, bytes: Array(text.utf8))], products: catalogueProducts)
}

extension InstallationDetail {
  var kinds: [String] { integrations.map(\.kind) }
  var deniedKinds: [String] { denied.map(\.kind) }
  var otherTexts: [String] { other.map(\.text) }
  /// `server-log 3 a.log`
  var shownLogs: [String] {
    logs.map { "\($0.kind) \($0.lines)" + ($0.name.map { " " + $0 } ?? "") }
  }
  /// `field: a | b`
  var unclearFields: [String] {
    unclear.map { "\($0.field): \($0.candidates.joined(separator: " | "))" }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
