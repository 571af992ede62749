import CaseModel
import Testing

@testable import Lab

@Suite struct TopologyTests {
  /// client ── firewall ── product ── directory.
  private func topology(
    nat: Bool = true, _ change: (inout EnvironmentProfile) -> Void = { _ in }
  ) throws -> Topology {
    var profile = Sample.profile
    profile.product.host = "files.acme.example"
    profile.nodes = [
      "client": .init(companion: "client"), "firewall": .init(companion: "nftables"),
      "directory": .init(companion: "openldap"),
    ]
    profile.nodes["firewall"]?.settings = ["nat": .bool(nat)]
    profile.links = [
      "outside": .init(subnet: "198.51.100.0/24", nodes: ["client": "auto", "firewall": "auto"]),
      "inside": .init(
        subnet: "10.0.0.0/24",
        nodes: ["firewall": "auto", "product": "auto", "directory": "10.0.0.53"]),
    ]
    change(&profile)
    return try Topology(profile, companions: Sample.companions)
  }

  private func address(of name: String, from other: String, in topology: Topology) -> String? {
    guard let node = topology.node(name), let from = topology.node(other) else { return nil }
    return topology.address(of: node, from: from)?.description
  }

  @Test func nodesAreConfiguredAfterWhatTheyRelyOn() throws {
    #expect(try topology().nodes.map(\.name) == ["firewall", "directory", "product", "client"])
  }

  @Test func addressesAreTheProfilesOrFollowTheRole() throws {
    let topology = try topology()
    #expect(address(of: "firewall", from: "client", in: topology) == "198.51.100.1")
    #expect(address(of: "directory", from: "product", in: topology) == "10.0.0.53")
    #expect(topology.node("product")?.interfaces.first?.address.description == "10.0.0.10")
  }

  @Test func aMachineThatAsksIsGivenWhatTheLabWouldSet() throws {
    let topology = try topology(nat: false)
    let product = try #require(topology.node("product"))
    let (inside, outside) = (
      try #require(topology.link("inside")), try #require(topology.link("outside"))
    )
    let lease = try #require(topology.lease(for: product, on: inside))
    #expect(lease.address == "10.0.0.10" && lease.prefix == 24)
    #expect(lease.nameServer == "10.0.0.254")
    #expect(lease.routes == [.init(network: "198.51.100.0", prefix: 24, via: "10.0.0.1")])
    #expect(topology.lease(for: product, on: outside) == nil)
  }

  @Test func hostNamesAreInTheProductsDomain() throws {
    let topology = try topology()
    #expect(
      topology.nodes.map(\.host) == [
        "gateway.acme.example", "ldap.acme.example", "files.acme.example", "client.acme.example",
      ])
  }

  @Test func behindNatTheProductsNameIsTheFirewallsAddress() throws {
    let topology = try topology()
    let client = try #require(topology.node("client"))
    #expect(topology.productAddress(from: client)?.description == "198.51.100.1")
    #expect(topology.routes(of: client).isEmpty)
    #expect(address(of: "directory", from: "client", in: topology) == nil)
  }

  @Test func fromInsideTheNetworkTheClientIsReachedThroughNat() throws {
    let topology = try topology()
    let product = try #require(topology.node("product"))
    #expect(address(of: "client", from: "product", in: topology) == "198.51.100.20")
    #expect(topology.routes(of: product).map(\.via.description) == ["10.0.0.1"])
  }

  @Test func withoutNatTheClientHasARouteToTheProduct() throws {
    let topology = try topology(nat: false)
    let client = try #require(topology.node("client"))
    #expect(topology.productAddress(from: client)?.description == "10.0.0.10")
    #expect(topology.routes(of: client).map(\.via.description) == ["198.51.100.1"])
    #expect(
      topology.hosts(for: client).contains { $0.names == ["ldap.acme.example", "directory"] })
  }

  @Test func aFirewallBeforeABalancerSendsToTheBalancer() throws {
    let topology = try topology {
      $0.nodes["balancer"] = .init(companion: "haproxy")
      $0.nodes["product-2"] = .init(companion: "product")
      $0.links["inside"]?.nodes = ["balancer": "auto", "product": "auto", "product-2": "auto"]
      $0.links["dmz"] = .init(
        subnet: "172.16.0.0/24",
        nodes: ["firewall": "auto", "balancer": "auto", "directory": "auto"])
    }
    let firewall = try #require(topology.node("firewall"))
    let balancer = try #require(topology.node("balancer"))
    #expect(topology.productAddress(from: firewall)?.description == "172.16.0.21")
    #expect(topology.productAddress(from: balancer)?.description == "10.0.0.10")
    #expect(topology.nodes(of: .product).map(\.name) == ["product", "product-2"])
  }

  @Test func aMachineAloneHasNoLinks() throws {
    let topology = try Topology(Sample.profile, companions: [:])
    #expect(topology.isAlone && topology.nodes.map(\.name) == ["product"])
    #expect(topology.nodes[0].host == "server.customer.example")
  }

  @Test func noTwoDevicesHaveOneAddress() throws {
    let all = try topology().nodes.flatMap(\.interfaces)
    #expect(Set(all.map(\.mac)).count == all.count && Set(all.map(\.address)).count == all.count)
  }

  @Test func onALinkWithIPv6NobodyHasIPv4() throws {
    let topology = try topology(nat: false) { profile in
      profile.nodes["directory"] = nil
      profile.links["outside"]?.subnet = "2001:db8:51::/64"
      profile.links["inside"] = .init(
        subnet: "2001:db8:77::/64", nodes: ["firewall": "auto", "product": "2001:db8:77::feed"])
    }
    let client = try #require(topology.node("client"))
    #expect(client.interfaces.map(\.address.description) == ["2001:db8:51::20"])
    #expect(topology.productAddress(from: client)?.description == "2001:db8:77::feed")
    let (_, values) = GuestNetwork.step(topology, client)
    #expect(values["CASELAB_ROUTES"] == "2001:db8:77::/64 2001:db8:51::1")
    #expect(values["CASELAB_GATEWAY"] == "" && values["CASELAB_IPV6"] == "1")
  }
}
