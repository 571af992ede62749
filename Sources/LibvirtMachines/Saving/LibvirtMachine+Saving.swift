import CaseModel
import Libvirt
import Machines

/// Saving a machine and going on from it by QEMU's own migration to a file, which leaves memory out
/// that is in a file already (`x-ignore-shared`, qemu-qmp-ref(7)).
///
/// libvirt's save images hold a copy of all memory, and belong to one machine of one name.
extension LibvirtMachine {
  private var monitor: QEMUMonitor { QEMUMonitor(domain: domain) }

  func save(state: String) async throws {
    try await leaveMemoryOut(true)
    do {
      let _: QEMUMonitor.Nothing = try await monitor.perform("migrate", Migration(file: state))
      try await waitForMigration("saved", within: .seconds(120))
    } catch {
      try? await leaveMemoryOut(false)
      throw error
    }
  }

  /// Loads the state into a machine that was started for it; it then stands still.
  func goOn(from saved: SavedMachine) async throws {
    try await leaveMemoryOut(true)
    let _: QEMUMonitor.Nothing = try await monitor.perform(
      "migrate-incoming", Migration(file: saved.state))
    try await waitForMigration("restored", within: .seconds(60))
    try await leaveMemoryOut(false)
  }

  /// Back off again afterwards: a snapshot must have all of the memory.
  private func leaveMemoryOut(_ isOn: Bool) async throws {
    struct Capability: Encodable {
      var capability = "x-ignore-shared"
      var state: Bool
    }
    let _: QEMUMonitor.Nothing = try await monitor.perform(
      "migrate-set-capabilities", ["capabilities": [Capability(state: isOn)]])
  }

  private struct Migration: Encodable {
    struct Channel: Encodable {
      enum CodingKeys: String, CodingKey {
        case type = "channel-type"
        case address = "addr"
      }
      struct Address: Encodable {
        var transport = "file"
        var filename: String
        var offset = 0
      }
      var type = "main"
      var address: Address
    }
    var channels: [Channel]

    init(file: String) { channels = [Channel(address: .init(filename: file))] }
  }

  private struct Progress: Decodable {
    enum CodingKeys: String, CodingKey {
      case status
      case problem = "error-desc"
    }
    var status: String?
    var problem: String?
  }

  /// Asked again and again: libvirt passes no event of a migration on that is not its own.
  private func waitForMigration(_ done: String, within deadline: Duration) async throws {
    try await watch.withDeadline(deadline, machine: name, waitingFor: "end of being \(done)") {
      while true {
        let progress = try await monitor.perform(
          "query-migrate", [String: String](), returning: Progress.self)
        switch progress.status {
        case "completed": return
        case "failed", "cancelled":
          throw CaselabError(
            .labFailed,
            "machine \"\(name)\" cannot be \(done)"
              + (progress.problem.map { ": " + $0.printable(limit: 300) } ?? ""))
        default: try await Task.sleep(for: .milliseconds(4))
        }
      }
    }
  }
}

extension LibvirtHypervisor {
  /// Files as channels, and memory that is private and writable from a file that is neither written
  /// nor locked, are there from QEMU 8.2 on.
  private static let savingQEMU = Version(8, 2)

  public var cannotSave: String? {
    guard !place.isRemote else { return "the machines are on another host" }
    guard place.isQEMU, let qemu else { return "only QEMU's machines can be saved" }
    guard qemu >= Self.savingQEMU else {
      return "QEMU \(qemu) cannot share memory between machines (\(Self.savingQEMU) can)"
    }
    if let confinement = traits.confinement {
      return "libvirt confines its machines by \(confinement), which knows nothing of saved memory"
    }
    return nil
  }
}
