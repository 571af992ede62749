import CaseModel
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("2001:db8:77::10", "2001:db8:77::10"), ("2001:0DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"), ("fe80::1:0:0", "fe80::1:0:0"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("10.77.0.1", "10.77.0.1"),
  ]) func anAddressIsReadAndWrittenInItsShortForm(_ text: String, _ short: String) {
    #expect(IPAddress(text)?.description == short)
  }

  @Test(arguments: [
    "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::",
    "g::", "fe80::1%eth0", "::ffff:10.0.0.1", " ::1", "2001:db8::/64", "+1::", "1.2.3", "1.2.3.256",
    "1:2:3:4:5:6:7:8:",
  ]) func anythingElseIsNone(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test func aLinksNetworkIsOneOrTheOther() throws {
    let new = try #require(IPSubnet("2001:db8:77::/64"))
    let old = try #require(IPSubnet("10.77.0.0/24"))
    #expect(new.isIPv6 && new.gateway == nil && new.address(20)?.description == "2001:db8:77::20")
    #expect(
      old.gateway?.description == "10.77.0.254" && old.address(20)?.description == "10.77.0.20")
    #expect(old.address(255) == nil && old.address(0) == nil && new.address(0) == nil)
    #expect(try new.holds(#require(IPAddress("2001:db8:77::abcd"))))
    #expect(try !new.holds(#require(IPAddress("2001:db8:77::"))))
    #expect(try !new.holds(#require(IPAddress("10.77.0.1"))))
    #expect(!new.overlaps(old) && new.overlaps(new))
    for text in [
      "2001:db8::1/64", "2001:db8::/48", "fe80::/64", "ff02::/64", "::/64", "10.0.0.0/7",
    ] {
      #expect(IPSubnet(text) == nil, "\(text)")
    }
  }
}
