import Foundation
import Testing

@testable import Libvirt

/// A domain of its own for each test: the test driver has one world per process.
struct Sample {
  let uuid = UUID().uuidString.lowercased()
  var name: String { "sample-" + uuid }

  var definition: String {
    """
    <domain type="test">
      <name>\(name)</name><uuid>\(uuid)</uuid><memory unit="MiB">8</memory>
      <metadata><m:mark xmlns:m="urn:example:mark" by="me"/></metadata>
      <os><type arch="x86_64">hvm</type></os>
    </domain>
    """
  }
}

@Suite struct DomainTests {
  @Test func `what a domain takes is told until it is gone`() async throws {
    let connection = try await Connection.open("test:///default")
    let made = try await connection.create(Sample().definition)
    let info = try await made.info()
    #expect(info.state == .running)
    #expect(info.memory == 8 << 20)
    #expect(try await made.residentMemory() ?? 1 > 0)
    try await made.destroy()
    await #expect(throws: LibvirtError.self) { try await made.info() }
  }

  @Test func `a transient domain is found by name and UUID and is gone when destroyed`()
    async throws
  {
    let connection = try await Connection.open("test:///default")
    let sample = Sample()
    let made = try await connection.create(sample.definition)
    #expect(made.name == sample.name)
    #expect(made.uuid == sample.uuid)
    #expect(try await connection.domain(named: sample.name)?.uuid == sample.uuid)
    #expect(try await connection.domain(uuid: sample.uuid)?.name == sample.name)
    #expect(try await connection.activeDomains().map(\.uuid).contains(sample.uuid))
    #expect(try await made.isActive())
    #expect(try await made.definition().contains(sample.name))

    try await made.destroy()
    #expect(try await connection.domain(named: sample.name) == nil)
    #expect(try await connection.domain(uuid: sample.uuid) == nil)
    #expect(try await !made.isActive())
    await #expect {
      try await made.destroy()
    } throws: {
      [.noDomain, .operationInvalid].contains(($0 as? LibvirtError)?.code)
    }
    await connection.close()
  }

  @Test func `metadata is read by its namespace and by no other`() async throws {
    let connection = try await Connection.open("test:///default")
    let domain = try await connection.create(Sample().definition)
    let mark = try #require(try await domain.metadata(namespace: "urn:example:mark"))
    #expect(mark.contains("by=\"me\""))
    #expect(try await domain.metadata(namespace: "urn:example:other") == nil)
    await connection.close()
  }

  @Test func `a broken definition is refused`() async throws {
    let connection = try await Connection.open("test:///default")
    await #expect(throws: LibvirtError.self) { _ = try await connection.create("<domain") }
    await connection.close()
  }

  @Test func `agent commands and consoles fail where the driver has none`() async throws {
    let connection = try await Connection.open("test:///default")
    let domain = try #require(try await connection.domain(named: "test"))
    await #expect(throws: LibvirtError.self) {
      _ = try await domain.agentCommand("{}", timeout: 1)
    }
    await #expect(throws: LibvirtError.self) { _ = try await domain.console("serial0") }
    await connection.close()
  }
}
