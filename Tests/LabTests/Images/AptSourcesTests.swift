import Testing

@testable import Lab

@Suite struct AptSourcesTests {
  private func row(
    _ uri: String, label: String = "Debian", kind: String = "Packages", component: String = "main"
  ) -> String {
    "deb\t\(kind)\t\(uri)\t\(component)\t\(label)\n"
  }

  @Test func `the mirror is the one that apt has Debian from, not a third party's`() {
    let sources = AptSources(
      indexTargets: row("http://vendor.example.com/apt/", label: "Vendor")
        + row("http://old.example.com/debian/", kind: "Sources")
        + row("http://other.example.com/debian/", component: "contrib")
        + row("http://mirror.example.com/backports/", label: "Debian Backports")
        + row("http://mirror.example.com/debian/")
        + row("http://mirror.example.com/security/", label: "Debian-Security"))
    #expect(sources?.archive == "http://mirror.example.com/debian")
    #expect(sources?.security == "http://mirror.example.com/security")
  }

  @Test func `only the suite's name differs for another release`() {
    let sources = AptSources(
      indexTargets: row("http://m.example.com/debian/")
        + row("http://m.example.com/security/", label: "Debian-Security"))
    #expect(
      sources?.suites(of: "bullseye").map { $0.uri + " " + $0.suite } == [
        "http://m.example.com/debian bullseye", "http://m.example.com/debian bullseye-updates",
        "http://m.example.com/security bullseye-security",
      ])
    #expect(sources?.suites(of: "sid").map(\.suite) == ["sid"])
  }

  @Test(arguments: ["cdrom://[Debian]/", "file:/srv/debian/", "http://a b/", "http://[x]/debian"])
  func `a mirror that no guest could use is none`(uri: String) {
    #expect(AptSources(indexTargets: row(uri)) == nil)
  }

  @Test func `a proxy on loopback serves the build but stays out of the image`() throws {
    let near = try apt("Acquire::http::Proxy \"http://127.0.0.1:3142\";\n")
    #expect(near.buildOptions.contains("Acquire::http::Proxy \"http://127.0.0.1:3142\";"))
    #expect(near.guestOptions == ["Acquire::Languages \"none\";"])
    #expect(near.leftOut == ["http://127.0.0.1:3142"])
    let far = try apt("Acquire::http::Proxy \"http://proxy.example.com:3142\";\n")
    #expect(far.guestOptions.first == "Acquire::http::Proxy \"http://proxy.example.com:3142\";")
    #expect(far.leftOut.isEmpty)
  }

  @Test func `a frozen mirror's age is not held against it inside the image either`() throws {
    let apt = try apt("Acquire::Check-Valid-Until \"false\";\n")
    #expect(apt.guestOptions.contains("Acquire::Check-Valid-Until \"false\";"))
    #expect(apt.buildOptions.contains("Acquire::Check-Valid-Until \"false\";"))
  }

  private func apt(_ configuration: String) throws -> HostApt {
    let sources = try #require(AptSources(indexTargets: row("http://m.example.com/debian/")))
    return HostApt(sources: sources, configuration: configuration)
  }
}
