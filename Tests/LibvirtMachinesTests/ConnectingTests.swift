import CaseModel
import Libvirt
import Testing

@testable import LibvirtMachines

@Suite struct ConnectingTests {
  private func host(root: Bool, systemd: Bool, daemon: Bool = true) -> LocalHost {
    LocalHost(isRoot: root, hasSystemd: systemd, hasDaemon: daemon)
  }
  private let system = ConnectionURI("qemu:///system")
  private let session = ConnectionURI("qemu:///session")
  private let remote = ConnectionURI("qemu+ssh://root@lab.example/system")

  @Test func `URIs tell what is local and what is the system's`() {
    #expect(!system.isRemote && system.isSystem)
    #expect(!session.isRemote && !session.isSystem)
    #expect(remote.isRemote && remote.isSystem)
    #expect(ConnectionURI("qemu+ssh://lab.example/session").isRemote)
    #expect(remote.isQEMU && session.isQEMU)
    #expect(!ConnectionURI("test:///default").isRemote)
    #expect(!ConnectionURI("test:///default").isQEMU)
    #expect(!ConnectionURI("not a uri \u{1b}").isSystem)
  }

  @Test func `only root without a service manager starts the daemons itself`() {
    #expect(host(root: true, systemd: false).remedy(for: system) == .startDaemons)
    for other in [host(root: true, systemd: true), host(root: false, systemd: false)] {
      #expect(other.remedy(for: system) != .startDaemons)
      #expect(other.remedy(for: session) != .startDaemons)
    }
    #expect(host(root: true, systemd: false).remedy(for: remote) != .startDaemons)
    let other = ConnectionURI("xen:///system")
    #expect(host(root: true, systemd: false).remedy(for: other) != .startDaemons)
  }

  @Test func `every other failure has a next thing to do`() {
    func hint(_ host: LocalHost, _ uri: ConnectionURI) -> String {
      host.remedy(for: uri).hint
    }
    #expect(hint(host(root: true, systemd: true), system).contains("systemctl enable --now"))
    #expect(hint(host(root: false, systemd: true), system).contains("qemu:///session"))
    #expect(hint(host(root: false, systemd: false, daemon: false), session).contains("apt install"))
    #expect(hint(host(root: true, systemd: false, daemon: false), system).contains("apt install"))
    #expect(hint(host(root: true, systemd: false), remote).contains("ssh"))
    #expect(hint(host(root: false, systemd: true), session).contains("caselab doctor"))
    #expect(hint(host(root: true, systemd: false), system).contains("caselab doctor"))
  }

  @Test func `the facts of a host are read anew and say nothing of acceleration`() async throws {
    let hypervisor = try await LibvirtHypervisor.connect(uri: "test:///default")
    let facts = try await hypervisor.facts()
    #expect(facts.uri == "test:///default")
    #expect(!facts.hostname.isEmpty && !facts.kernel.isEmpty && !facts.libvirt.isEmpty)
    #expect(facts.freeMemoryMiB > 0)
    #expect(facts.acceleration.isEmpty)
    await hypervisor.close()
    await #expect(throws: CaselabError.self) { _ = try await hypervisor.offersKVM() }
  }

  @Test func `an unreachable libvirt is an error with its cause and a hint`() async {
    await #expect {
      _ = try await LibvirtHypervisor.connect(uri: "test:///no/such/file.xml")
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .unreachable && error?.hint != nil && error?.cause is LibvirtError
    }
  }

  @Test func `versions that do not work are refused with what is needed`() {
    #expect(throws: Never.self) {
      try Requirements.check(libvirt: Version(9, 0), qemu: Version(7, 2), at: "u")
      try Requirements.check(qemu: Version(7, 2), for: .kvm)
      try Requirements.check(qemu: Version(10, 0, 2), for: .emulation)
    }
    #expect {
      try Requirements.check(libvirt: Version(8, 10), qemu: Version(10, 0), at: "u")
    } throws: {
      "\($0)".contains("too old: 8.10.0, needed: 9.0.0")
    }
    #expect {
      try Requirements.check(libvirt: Version(11, 3), qemu: nil, at: "u")
    } throws: {
      "\($0)".contains("QEMU is not installed")
    }
    #expect {
      try Requirements.check(qemu: Version(7, 2, 19), for: .emulation)
    } throws: {
      "\($0)".contains("QEMU 7.2.19") && ($0 as? CaselabError)?.hint?.contains("backports") == true
    }
  }
}
