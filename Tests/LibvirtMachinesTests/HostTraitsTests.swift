import Testing

@testable import LibvirtMachines

@Suite struct HostTraitsTests {
  private func capabilities(_ label: String) -> String {
    """
    <capabilities><host>
      <secmodel><model>apparmor</model><doi>0</doi></secmodel>
      <secmodel><model>dac</model><doi>0</doi>
        <baselabel type='kvm'>+1:+2</baselabel><baselabel type='qemu'>\(label)</baselabel>
      </secmodel>
    </host></capabilities>
    """
  }

  @Test func `on a system connection QEMU runs as us in libvirt's group`() {
    let traits = HostTraits(capabilities: capabilities("+64055:+64055"), user: 1000)
    #expect(traits.runAs == "+1000:+64055" && traits.confinement == "apparmor")
  }

  @Test(arguments: ["", "64055", "+1:", "+1:root", "+1:+-5", "+1:+99999999999"])
  func `a label that is not understood is not used`(_ label: String) {
    #expect(HostTraits(capabilities: capabilities(label), user: 1000).runAs == nil)
  }

  @Test(arguments: ["", "<capabilities/>", "not xml", "<capabilities><host><secmodel>"])
  func `a session leaves no choice`(_ capabilities: String) {
    #expect(HostTraits(capabilities: capabilities) == HostTraits())
  }
}
