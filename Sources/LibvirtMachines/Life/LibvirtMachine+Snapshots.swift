import CaseModel
import FoundationXML
import Libvirt
import Machines

extension LibvirtMachine {
  func suspend() async throws { try await asked("suspended") { try await domain.suspend() } }
  func resume() async throws { try await asked("resumed") { try await domain.resume() } }
  func snapshots() async throws -> [String] {
    try await asked("asked for snapshots") { try await domain.snapshots() }
  }

  func snapshot(_ name: String) async throws {
    // libvirt does not know this device: it could not make the same machine again.
    guard try await !isGateThere() else {
      throw CaselabError(
        .labFailed, "machine \"\(self.name)\" has open ports", hint: "caselab expose CASE --stop")
    }
    let description = Self.snapshotXML(name)
    try await asked("kept as a snapshot") { try await domain.snapshot(description) }
  }

  func restore(_ name: String) async throws {
    try await asked("restored") { try await domain.revert(to: name) }
  }

  func deleteSnapshot(_ name: String) async throws {
    try await asked("rid of a snapshot") { try await domain.deleteSnapshot(name) }
  }

  /// The seed is read-only and raw: it can keep none and needs none.
  static func snapshotXML(_ name: String) -> String {
    XMLDocument(
      rootElement: element(
        "domainsnapshot",
        [
          element("name", text: name),
          element("memory", ["snapshot": "internal"]),
          element("disks", [element("disk", ["name": "vda", "snapshot": "internal"])]),
        ])
    ).xmlString(options: [.nodeCompactEmptyElement])
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
