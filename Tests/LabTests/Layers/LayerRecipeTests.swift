import CaseModel
import Testing

@testable import Lab

@Suite struct LayerRecipeTests {
  private func chain(
    _ change: (inout EnvironmentProfile, inout Product) -> Void = { _, _ in },
    suites: [Suite] = [Sample.suite(install: [.init(name: "tools", run: "apt-get install curl")])],
    image: String = "sha256:aa"
  ) -> [LayerRecipe] {
    var profile = Sample.profile
    var product = Sample.product
    change(&profile, &product)
    return LayerRecipe.chain(
      on: image, product, isProduct: true, wanted: profile.product.version, suites: suites)
  }

  @Test func toolsStandOnTheImageAndTheProductOnTheTools() {
    let layers = chain()
    #expect(layers.map(\.name) == ["tools-smoke", "product-exampled"])
    #expect(layers[0].parent == "sha256:aa")
    #expect(layers[1].parent == layers[0].digest)
  }

  @Test func nodesWithOtherSuitesShareTheToolsOfThoseThatBothHave() {
    var more = Sample.suite(install: [.init(name: "more", run: "apt-get install lftp")])
    more.name = "surroundings"
    let one = Sample.suite(install: [.init(name: "tools", run: "apt-get install curl")])
    let layers = chain(suites: [more, one])
    #expect(layers.map(\.name) == ["tools-smoke", "tools-surroundings", "product-exampled"])
    #expect(layers[0].digest == chain(suites: [one])[0].digest)
  }

  @Test func sameInputsAreTheSameLayerForEveryCase() {
    let other = chain { profile, _ in profile.case = "SUP-2" }
    #expect(other.map(\.digest) == chain().map(\.digest))
  }

  @Test func everyInputOfTheProductChangesItsDigest() {
    let plain = chain()[1].digest
    let changed = [
      chain { profile, _ in profile.product.version = "1.3" },
      chain { _, product in product.install[0].run += " --now" },
      chain { _, product in product.version?.available = "another list" },
      chain(image: "sha256:bb"),
    ].map { $0[1].digest }
    #expect(Set(changed + [plain]).count == 5)
  }

  @Test func aLayerMayBeBuiltOnTheHostWhenAllItsStepsMayAndIsTheSame() {
    let inChroot = chain { _, product in product.install[0].chroot = true }
    let mixed = chain { _, product in
      product.install[0].chroot = true
      product.install.append(.init(name: "service", run: "systemctl is-system-running"))
    }
    #expect(chain()[1].mayChroot == false)
    #expect(inChroot[1].mayChroot == true)
    #expect(mixed[1].mayChroot == false)
    #expect(inChroot[1].digest == chain()[1].digest)
  }

  @Test func textCannotMoveFromOneFieldIntoTheNext() {
    let one = chain { _, product in product.install = [.init(name: "ab", run: "c")] }
    let two = chain { _, product in product.install = [.init(name: "a", run: "bc")] }
    #expect(one[1].digest != two[1].digest)
  }

  @Test func ofAnAbsentProductNothingIsInstalled() {
    #expect(chain({ $1 = .absent("nginx") }).map(\.name) == ["tools-smoke"])
  }

  @Test func aProductWithoutInstallStepsHasNoLayer() {
    #expect(chain({ $1.install = [] }, suites: []).isEmpty)
  }
}
