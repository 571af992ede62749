import CaseModel
import Testing

@testable import Intake

/// A document of these lines; `>` stands for quoted text as readers leave it.
func document(
  _ text: String, name: String = "mail.txt", kind: Document.Kind = .letter
) -> Document {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
    Line(file: name, number: $0 + 1, text: String($1))
  }
  return Document(name: name, kind: kind, lines: lines)
}

/// What a machine's output says, each as one short line.
struct Facts: CustomTestStringConvertible {
  var claims: [Claim]
  var used: Set<Int>
  private let count: Int

  init(_ text: String, name: String = "mail.txt", kind: Document.Kind = .letter) {
    let document = document(text, name: name, kind: kind)
    (claims, used) = MachineOutput.read(document)
    count = document.lines.count
  }

  /// Without hints and without what only counts where it is named elsewhere as well.
  var firm: [String] {
    claims.filter { $0.source == .machine && $0.place != .list }.map(Self.name)
  }
  var listed: [String] { claims.filter { $0.place == .list }.map(Self.name) }
  var hints: [String] { claims.filter { $0.source == .aside }.map(Self.name) }
  var isAllUsed: Bool { used.count == count }
  var testDescription: String { claims.map { "\($0)" }.joined(separator: "\n") }

  static func name(_ claim: Claim) -> String {
    let side = [.unknown: "", .server: " on server", .client: " on client"][claim.side] ?? ""
    return name(claim.subject) + side
  }

  private static func name(_ subject: Claim.Subject) -> String {
    switch subject {
    case .product(let name, let version): "product \(name ?? "?") \(version ?? "?")"
    case .os(let id, let versions): (["os", id] + versions).joined(separator: " ")
    case .arch(let name): "arch \(name)"
    case .protocol(let name): "protocol \(name)"
    case .integration(let kind, let name, let detail):
      ([kind] + [name, detail].compactMap { $0 }).joined(separator: " ")
    case .timezone(let name): "zone \(name)"
    case .locale(let name): "locale \(name)"
    case .software(let name, let version): "software \(name) \(version ?? "?")"
    }
  }
}
