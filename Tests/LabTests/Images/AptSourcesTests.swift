import Testing

@testable import Lab

@Suite struct AptSourcesTests {
  private func row(
    _ uri: String, _ release: String, label: String = "", kind: String = "Packages",
    component: String = "main"
  ) -> String {
    "deb\t\(kind)\t\(uri)\t\(release)\t\(component)\t\(label)\t\(label)\n"
  }

  @Test func `the mirror is the one apt uses for Debian, not a third party's of the same release`()
  {
    let sources = AptSources(
      indexTargets: row("http://vendor.example.com/apt/", "bookworm", label: "Vendor")
        + row("http://mirror.example.com/debian/", "bookworm-backports", label: "Debian Backports")
        + row("http://mirror.example.com/debian/", "bookworm", label: "Debian")
        + row("http://mirror.example.com/security/", "bookworm-security", label: "Debian-Security"),
      codename: "bookworm")
    #expect(sources?.archive == "http://mirror.example.com/debian")
    #expect(sources?.security == "http://mirror.example.com/security")
  }

  @Test func `before the first update, the release tells the mirror`() {
    let sources = AptSources(
      indexTargets: row("http://mirror.example.com/debian/", "trixie", kind: "Sources")
        + row("http://mirror.example.com/debian/", "trixie")
        + row("http://mirror.example.com/security/", "trixie-security"), codename: "trixie")
    #expect(sources?.archive == "http://mirror.example.com/debian")
    #expect(sources?.security == "http://mirror.example.com/security")
  }

  @Test func `only the suite's name differs for another release`() {
    let sources = AptSources(
      indexTargets: row("http://m.example.com/debian/", "stable", label: "Debian"),
      codename: "bookworm")
    #expect(
      sources?.suites(of: "bullseye").map { $0.uri + " " + $0.suite } == [
        "http://m.example.com/debian bullseye", "http://m.example.com/debian bullseye-updates",
      ])
    #expect(sources?.suites(of: "sid").map(\.suite) == ["sid"])
  }

  @Test(arguments: ["cdrom://[Debian]/", "file:/srv/debian/", "http://a b/", "http://[x]/debian"])
  func `a mirror that no guest could use is none`(uri: String) {
    #expect(
      AptSources(indexTargets: row(uri, "bookworm", label: "Debian"), codename: "bookworm") == nil)
  }

  @Test func `a proxy on loopback serves the build but stays out of the image`() throws {
    let sources = try #require(
      AptSources(indexTargets: row("http://m.example.com/debian/", "sid"), codename: "sid"))
    let near = HostApt(
      sources: sources, configuration: "Acquire::http::Proxy \"http://127.0.0.1:3142\";\n")
    #expect(near.buildOptions.contains("Acquire::http::Proxy \"http://127.0.0.1:3142\";"))
    #expect(near.guestOptions == ["Acquire::Languages \"none\";"])
    #expect(near.leftOut == ["http://127.0.0.1:3142"])
    let far = HostApt(
      sources: sources, configuration: "Acquire::http::Proxy \"http://proxy.example.com:3142\";\n")
    #expect(far.guestOptions.first == "Acquire::http::Proxy \"http://proxy.example.com:3142\";")
    #expect(far.leftOut.isEmpty)
  }

  @Test func `a frozen mirror's age is not held against it inside the image either`() throws {
    let sources = try #require(
      AptSources(indexTargets: row("http://m.example.com/debian/", "sid"), codename: "sid"))
    let apt = HostApt(sources: sources, configuration: "Acquire::Check-Valid-Until \"false\";\n")
    #expect(apt.guestOptions.contains("Acquire::Check-Valid-Until \"false\";"))
    #expect(apt.buildOptions.contains("Acquire::Check-Valid-Until \"false\";"))
  }
}
