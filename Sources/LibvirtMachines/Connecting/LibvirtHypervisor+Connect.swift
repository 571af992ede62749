import CaseModel
import Libvirt
import Machines

extension LibvirtHypervisor {
  /// A connection that can run machines; starts libvirt's daemons where root has nobody to do so.
  public static func connect(uri: String) async throws -> LibvirtHypervisor {
    let place = ConnectionURI(uri)
    let connection = try await open(place, on: .current())
    do {
      return try await LibvirtHypervisor(checked: connection, place: place)
    } catch {
      await connection.close()
      throw error
    }
  }

  /// Tried for a while: a daemon that is just ending, idle or killed, accepts no connection and
  /// keeps the next one from starting.
  private static func open(
    _ place: ConnectionURI, on host: LocalHost
  ) async throws -> Connection {
    let isLocal = place.isQEMU && !place.isRemote
    if host.isRoot && !host.hasSystemd && isLocal { LocalDaemons.shareKVM() }
    let remedy = host.remedy(for: place)
    let patience: Duration = remedy == .startDaemons ? .seconds(20) : .seconds(1)
    let deadline = ContinuousClock.now + (isLocal ? patience : .zero)
    while true {
      do {
        return try await Connection.open(place.text)
      } catch let error as LibvirtError {
        guard ContinuousClock.now < deadline else {
          throw unreachable(place, error, hint: remedy.hint)
        }
      }
      if remedy == .startDaemons, await LocalDaemons.start() { continue }
      try await Task.sleep(for: .milliseconds(250))
    }
  }

  private static func unreachable(
    _ place: ConnectionURI, _ cause: LibvirtError, hint: String
  ) -> CaselabError {
    CaselabError(
      .unreachable, "libvirt at \"\(place.text.printable())\" cannot be reached", hint: hint,
      cause: cause)
  }

  private init(checked connection: Connection, place: ConnectionURI) async throws {
    do {
      self.init(
        connection: connection, place: place,
        libvirt: try await connection.libvirtVersion(),
        qemu: try await Self.qemuVersion(connection))
      if !place.isRemote {
        traits = HostTraits(capabilities: try await connection.capabilities())
      }
    } catch let error as LibvirtError {
      throw Self.unreachable(place, error, hint: "run: caselab doctor")
    }
    try Requirements.check(libvirt: libvirt, qemu: qemu, at: place.text)
  }

  /// Nil where libvirt finds no QEMU: it then knows no version, and says so with an error.
  private static func qemuVersion(_ connection: Connection) async throws -> Version? {
    do {
      return try await connection.hypervisorVersion()
    } catch let error as LibvirtError {
      guard await connection.isAlive() else { throw error }
      return nil
    }
  }
}

/// The versions that work.
enum Requirements {
  static let libvirt = Version(9, 0)
  /// Under emulation QEMU 7.2 crashes guests with 6.x kernels (in their slab allocator).
  static let emulatingQEMU = Version(8, 0)

  private static var hint: String {
    "Debian 12: install QEMU and libvirt from bookworm-backports (Scripts/quickstart does); "
      + "then run: caselab doctor"
  }

  static func check(libvirt: Version, qemu: Version?, at uri: String) throws(CaselabError) {
    guard libvirt >= Self.libvirt else {
      throw CaselabError(
        .unreachable,
        "libvirt at \"\(uri.printable())\" is too old: \(libvirt), needed: \(Self.libvirt)",
        hint: hint)
    }
    guard qemu != nil else {
      throw CaselabError(
        .unreachable, "QEMU is not installed at \"\(uri.printable())\"",
        hint: "install it (on Debian: apt install qemu-system-x86); then run: caselab doctor")
    }
  }

  static func check(
    qemu: Version?, for acceleration: Acceleration
  ) throws(CaselabError) {
    guard acceleration == .emulation, let qemu, qemu < emulatingQEMU else { return }
    throw CaselabError(
      .labFailed,
      "QEMU \(qemu) cannot emulate machines reliably: needed: \(emulatingQEMU)", hint: hint)
  }
}
