import CaseModel
import Testing

@testable import Lab

@Suite struct EnvironmentLayoutTests {
  /// client ── firewall with NAT ── product, directory.
  private func layout(
    _ change: (inout EnvironmentProfile) -> Void = { _ in }
  ) throws -> EnvironmentLayout {
    var profile = Sample.profile
    profile.nodes = [
      "client": .init(companion: "client"), "firewall": .init(companion: "nftables"),
      "directory": .init(companion: "openldap"),
    ]
    profile.links = [
      "outside": .init(subnet: "198.51.100.0/24", nodes: ["client": "auto", "firewall": "auto"]),
      "inside": .init(
        subnet: "10.0.0.0/24",
        nodes: ["firewall": "auto", "product": "auto", "directory": "auto"]),
    ]
    change(&profile)
    return try EnvironmentLayout(
      profile: profile, product: Sample.product, companions: Sample.companions, run: 1)
  }

  private func variables(_ node: String, of layout: EnvironmentLayout) throws -> [String: String] {
    StepEnvironment.running(layout, in: try #require(layout.topology.node(node)))
  }

  @Test func aNodeIsToldOfTheOthersAsItReachesThem() throws {
    let layout = try layout()
    let client = try variables("client", of: layout)
    #expect(client["CASELAB_PRODUCT_HOST"] == "server.customer.example")
    #expect(client["CASELAB_PRODUCT_ADDRESS"] == "198.51.100.1")
    #expect(client["CASELAB_DIRECTORY_ADDRESS"]?.isEmpty == true)
    let product = try variables("product", of: layout)
    #expect(product["CASELAB_DIRECTORY_ADDRESS"] == "10.0.0.20")
    #expect(product["CASELAB_FRONT_ADDRESS"] == "198.51.100.1")
    #expect(product["CASELAB_ROLES"] == "firewall directory product client")
    #expect(product["CASELAB_FIREWALL_SETTING_NAT"] == "true")
    #expect(product["CASELAB_PRODUCT_PORTS"] == "21")
  }

  @Test func aCheckIsToldOfTheNodeThatItIsAboutAndNotOfTheFirstOfItsRole() throws {
    let layout = try layout {
      $0.nodes["directory-2"] = .init(companion: "openldap")
      $0.links["inside"]?.nodes["directory-2"] = "10.0.0.99"
    }
    let product = try #require(layout.topology.node("product"))
    let second = try #require(layout.topology.node("directory-2"))
    let values = StepEnvironment.variables(of: second, layout, from: product)
    #expect(values["CASELAB_DIRECTORY_ADDRESS"] == "10.0.0.99")
    #expect(values["CASELAB_DIRECTORY_HOST"] == "directory-2.customer.example")
    #expect(
      try variables("product", of: layout)["CASELAB_DIRECTORY_ADDRESSES"] == "10.0.0.20 10.0.0.99")
  }

  @Test func aCustomersFileIsAPathInTheGuest() throws {
    let layout = try layout { $0.nodes["firewall"]?.files = ["ruleset": "table ip filter {}\n"] }
    #expect(
      try variables("firewall", of: layout)["CASELAB_SETTING_RULESET"]
        == "/etc/caselab/files/ruleset")
  }

  @Test func passwordsHaveLettersOfEachKindAndAreTheSameOnAllNodes() throws {
    let layout = try layout()
    let password = try #require(layout.accounts.first?.password)
    #expect(password.count == 24 && password.contains { $0.isUppercase })
    #expect(password.contains { $0.isLowercase } && password.contains { $0.isNumber })
    let nodes = layout.topology.nodes
    #expect(
      Set(nodes.map { EnvironmentDescription(layout, in: $0, version: nil).accounts[0].password })
        == [password])
  }

  @Test func aSuiteIsToldOfTheProductByItsName() throws {
    let layout = try layout()
    let client = try #require(layout.topology.node("client"))
    let told = EnvironmentDescription(layout, in: client, version: "1.2")
    #expect(told.host == "server.customer.example" && told.node.role == .client)
    #expect(told.nodes.first { $0.name == "directory" }?.address == nil)
    let product = try #require(layout.topology.node("product"))
    #expect(EnvironmentDescription(layout, in: product, version: "1.2").host == "127.0.0.1")
  }

  @Test func theGuestsNetworkIsSetFromValuesAndNotFromText() throws {
    let layout = try layout()
    let product = try #require(layout.topology.node("product"))
    let (step, values) = GuestNetwork.step(layout.topology, product)
    #expect(!step.run.contains("10.0.0."))
    #expect(values["CASELAB_NETWORK"]?.hasSuffix(" inside 10.0.0.10 24") == true)
    #expect(values["CASELAB_ROUTES"] == "198.51.100.0/24 10.0.0.1")
    #expect(values["CASELAB_GATEWAY"] == "10.0.0.254")
    let (_, alone) = GuestNetwork.step(layout.topology, product, hasSink: false)
    #expect(values["CASELAB_NAMESERVER"] == "10.0.0.254")
    #expect(alone["CASELAB_NAMESERVER"] == "127.0.0.1", "there is nobody to ask")
    #expect(GuestNetwork.sink == Sink.mac)
  }
}
