import CaseModel
import Machines
import Testing

@testable import LibvirtMachines

@Suite struct GateTests {
  private func definition(_ devices: String) -> String {
    """
    <domain><devices>
      <controller type='pci' index='0' model='pcie-root'/>
      <controller type='pci' index='1' model='pcie-root-port'>
        <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/></controller>
      <controller type='pci' index='2' model='pcie-root-port'/>
      <controller type='pci' index='10' model='pcie-root-port'/>
      <interface type='udp'><address type='pci' bus='0x01' slot='0x00' function='0x0'/></interface>
      <disk><address type='pci' bus='0x02' slot='0x00'/></disk>
      <serial><address type='isa' iobase='0x3f8'/></serial>
      \(devices)
    </devices></domain>
    """
  }

  @Test func `a device goes into the root port that has none`() {
    #expect(RootPorts.free(in: definition("")) == "pci.10")
    let full = "<rng><address type='pci' bus='0x0a' slot='0x00'/></rng>"
    #expect(RootPorts.free(in: definition(full)) == nil)
    #expect(RootPorts.free(in: "not XML") == nil)
  }

  @Test func `QEMU's list of forwards is read`() {
    let listing = """
      Hub -1 (caselab-gate-net):\r
        Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ\r
        TCP[HOST_FORWARD]  94       127.0.0.1 17007  198.18.254.15  7007     0     0\r
        TCP[HOST_FORWARD]  95       127.0.0.2  2121  198.18.254.15    21     0     0\r
        TCP[ESTABLISHED]   96       127.0.0.1 17007  198.18.254.15  7007     0     0\r
        TCP[HOST_FORWARD]  97         0.0.0.0    80  198.18.254.15    80     0     0\r
        TCP[HOST_FORWARD]  98       127.0.0.1    81      10.0.2.15    80     0     0\r
        UDP[HOST_FORWARD]  99       127.0.0.1    53  198.18.254.15    53     0     0\r
      """
    #expect(
      LibvirtMachine.forwards(in: listing).map { "\($0.source) \($0.guestPort)" } == [
        "127.0.0.2:2121 21", "127.0.0.1:17007 7007",
      ])
    #expect(LibvirtMachine.forwards(in: "").isEmpty)
  }

  @Test func `an error of QEMU's is an error`() throws {
    let refused =
      #"{"id":"libvirt-7","error":{"class":"GenericError","desc":"Duplicate\u001b ID"}}"#
    let error = #expect(throws: CaselabError.self) {
      let _: QEMUMonitor.Nothing = try QEMUMonitor.value(of: refused, command: "netdev_add")
    }
    #expect(error?.message == "QEMU refused netdev_add: Duplicate\\u{1b} ID")
    let _: QEMUMonitor.Nothing = try QEMUMonitor.value(of: #"{"return":{}}"#, command: "x")
    let text: String = try QEMUMonitor.value(of: #"{"return":"","id":"1"}"#, command: "x")
    #expect(text.isEmpty)
    #expect(throws: CaselabError.self) {
      let _: String = try QEMUMonitor.value(of: "nothing", command: "x")
    }
  }
}
