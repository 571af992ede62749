import CaseModel
import Glibc
import Libvirt
import Machines

/// One libvirt connection as the lab's hypervisor.
public struct LibvirtHypervisor: Hypervisor {
  let connection: Connection
  let place: ConnectionURI
  let libvirt: Version
  /// Nil when libvirt found none.
  let qemu: Version?
  var traits = HostTraits()

  init(connection: Connection, place: ConnectionURI, libvirt: Version, qemu: Version?) {
    self.connection = connection
    self.place = place
    self.libvirt = libvirt
    self.qemu = qemu
  }

  /// `acceleration` is left empty: the lab finds it out.
  public func facts() async throws -> HostFacts {
    try await told {
      var facts = HostFacts()
      facts.uri = place.text
      facts.hostname = try await connection.hostname()
      facts.libvirt = libvirt.description
      facts.qemu = qemu?.description ?? ""
      facts.kernel = place.isRemote ? "" : Self.kernelRelease()
      let free = try await connection.availableMemory()
      let promised = try await connection.promisedMemory()
      facts.freeMemoryMiB = Int(clamping: max(1, (free > promised ? free - promised : 0) >> 20))
      return facts
    }
  }

  public func offersKVM() async throws -> Bool {
    do {
      _ = try await connection.domainCapabilities(
        architecture: "x86_64", machine: "q35", type: "kvm")
      return true
    } catch let error as LibvirtError {
      if await connection.isAlive() { return false }
      throw lost(error)
    }
  }

  public func close() async { await connection.close() }

  private static func kernelRelease() -> String {
    var names = utsname()
    guard uname(&names) == 0 else { return "" }
    return withUnsafeBytes(of: names.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// What libvirt says, as an error of the lab's.
  func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as LibvirtError {
      guard await connection.isAlive() else { throw lost(error) }
      throw CaselabError(
        .labFailed, "libvirt at \"\(place.text.printable())\" failed", cause: error)
    }
  }

  func lost(_ cause: LibvirtError) -> CaselabError {
    CaselabError(
      .unreachable, "connection to libvirt at \"\(place.text.printable())\" is lost",
      hint: "run: caselab doctor", cause: cause)
  }
}
