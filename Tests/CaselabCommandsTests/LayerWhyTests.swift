import CaseModel
import Testing

@testable import CaselabCommands
@testable import Lab

@Suite struct LayerWhyTests {
  private func chain(
    _ node: String, image: String = "debian-12", on digest: String? = "sha256:aa",
    version: String = "1.3.8"
  ) throws -> LayerChains.Chain {
    let fixture = try LiveFixture()
    let product = try fixture.context.catalogue().product(named: "proftpd")
    return .init(
      node: node, image: image,
      layers: digest.map {
        LayerRecipe.chain(on: $0, product, isProduct: true, wanted: version, suites: [])
      })
  }

  @Test func theSameEnvironmentHasNoReason() throws {
    let one = LayerChains(chains: [try chain("product")])
    #expect(LayerReason.between(one, one).isEmpty)
  }

  @Test func theInputThatDiffersIsNamed() throws {
    let reasons = LayerReason.between(
      .init(chains: [try chain("product")]),
      .init(chains: [try chain("product", version: "1.3.7")]))
    #expect(
      reasons.map { "\($0.node) \($0.layer) \($0.state)" } == [
        "product product-proftpd differs"
      ])
    #expect(reasons.first?.why == "version wanted")
    #expect(reasons.first?.differences.first?.here == "1.3.8")
  }

  @Test func anotherImageAndNodesOfOneSideAreTold() throws {
    let reasons = LayerReason.between(
      .init(chains: [try chain("product"), try chain("proxy")]),
      .init(chains: [try chain("product", image: "debian-11"), try chain("directory")]))
    #expect(
      reasons.map { "\($0.node) \($0.state)" } == [
        "product differs", "proxy only here", "directory only there",
      ])
  }

  @Test func withoutItsImageALayerIsToBeBuilt() throws {
    let fixture = try LiveFixture()
    let reasons = try LayerReason.all(
      .init(chains: [try chain("product", on: nil), try chain("other")]), in: fixture.context)
    #expect(
      reasons.map { "\($0.node) \($0.state): \($0.why)" } == [
        "product to be built: image debian-12 is not here yet",
        "other to be built: there is none of this name",
      ])
  }
}
