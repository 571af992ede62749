import Foundation
import Testing

@testable import Libvirt

/// On libvirt's test driver, whose pools and volumes exist only in memory; it moves no bytes.
@Suite struct StorageTests {
  private let name = "caselab-\(UUID().uuidString)"

  private var pool: String {
    """
    <pool type="dir"><name>\(name)</name><target><path>/var/tmp/\(name)</path></target></pool>
    """
  }

  private func volume(_ name: String) -> String {
    "<volume><name>\(name)</name><capacity unit=\"bytes\">1048576</capacity></volume>"
  }

  @Test func `volumes of a pool are made, found and removed`() async throws {
    let connection = try await Connection.open("test:///default")
    #expect(try await connection.storagePool(named: name) == nil)
    let pool = try await connection.createStoragePool(pool, build: false)
    #expect(try await connection.storagePool(named: name)?.name == name)
    let made = try await pool.createVolume(volume("a"))
    _ = try await pool.createVolume(volume("b"))
    #expect(try await Set(pool.volumes().map(\.name)) == ["a", "b"])
    #expect(try await made.path() == "/var/tmp/\(name)/a")
    #expect(try await pool.free() > 0)
    try await pool.volume(named: "a")?.delete()
    #expect(try await pool.volume(named: "a") == nil)
    try await made.delete()
    await connection.close()
  }

  @Test func `what the driver cannot do is an error, not a hang`() async throws {
    let connection = try await Connection.open("test:///default")
    let pool = try await connection.createStoragePool(pool, build: false)
    let volume = try await pool.createVolume(volume("a"))
    await #expect(throws: LibvirtError.self) { try await volume.upload("/nonexistent") }
    await #expect(throws: LibvirtError.self) { try await volume.upload("/etc/hostname") }
    await connection.close()
  }
}
