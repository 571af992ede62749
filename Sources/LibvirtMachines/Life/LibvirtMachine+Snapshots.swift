import CaseModel
import Libvirt
import Machines

/// Snapshots by QEMU itself, in the machine's own disk: libvirt would start another QEMU to go back to
/// one, and a machine that went on from a ready state has memory that libvirt knows nothing of.
extension LibvirtMachine {
  private var monitor: QEMUMonitor { QEMUMonitor(domain: domain) }

  func suspend() async throws { try await asked("suspended") { try await domain.suspend() } }
  func resume() async throws { try await asked("resumed") { try await domain.resume() } }

  func snapshots() async throws -> [String] {
    Self.snapshots(in: try await monitor.human("info snapshots"))
  }

  func snapshot(_ name: String) async throws {
    try await checkGate()
    try await tell("savevm \(name)", "kept as a snapshot")
  }

  /// A device that came later than the snapshot would not be there in it.
  func restore(_ name: String) async throws {
    try await checkGate()
    try await tell("loadvm \(name)", "restored")
  }

  func deleteSnapshot(_ name: String) async throws {
    try await tell("delvm \(name)", "rid of a snapshot")
  }

  /// A line is `--  before  120 MiB  2030-01-02 03:04:05  00:01:02.345  --`; names have no blanks.
  static func snapshots(in listing: String) -> [String] {
    let lines = listing.split(whereSeparator: \.isNewline)
    guard let header = lines.firstIndex(where: { $0.hasPrefix("ID") }) else { return [] }
    return lines[(header + 1)...].compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.count >= 5 ? String(words[1]) : nil
    }
  }

  private func checkGate() async throws {
    if case .ssh = access {
      throw CaselabError(
        .usage, "machine \"\(name)\" is reached by SSH, whose connections no snapshot can keep")
    }
    guard try await !isGateThere() else {
      throw CaselabError(
        .labFailed, "machine \"\(name)\" has open ports", hint: "caselab expose CASE --stop")
    }
  }

  /// The monitor for people says nothing when all is well.
  private func tell(_ line: String, _ what: String) async throws {
    let answer = try await monitor.human(line)
    guard answer.isEmpty else {
      throw CaselabError(
        .labFailed, "machine \"\(name)\" cannot be \(what): \(answer.printable(limit: 300))")
    }
  }

  private func asked<Value>(
    _ what: String, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let error as LibvirtError {
      throw CaselabError(.labFailed, "machine \"\(name)\" cannot be \(what)", cause: error)
    }
  }
}
