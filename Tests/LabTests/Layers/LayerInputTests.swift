import CaseModel
import Testing

@testable import Lab

@Suite struct LayerInputTests {
  private func recipe(_ change: (inout Product) -> Void = { _ in }) -> LayerRecipe {
    var product = Sample.product
    change(&product)
    return LayerRecipe.chain(
      on: "sha256:aa", product, isProduct: true, wanted: "1.2", suites: [])[0]
  }

  @Test func whatChangesTheDigestIsToldByName() {
    let changes: [(String, (inout Product) -> Void)] = [
      ("step \"install it\"", { $0.install[0].run += " --now" }),
      ("list of versions", { $0.version?.available = "another list" }),
      ("pattern of versions", { $0.version?.pattern = "(.*)" }),
      ("step \"more\"", { $0.install.append(.init(name: "more", run: "true")) }),
    ]
    for (name, change) in changes {
      let other = recipe(change)
      #expect(other.digest != recipe().digest)
      #expect(LayerDifference.between(recipe().inputs, other.inputs).map(\.input) == [name])
    }
  }

  @Test func theSameRecipeHasNoDifference() {
    #expect(LayerDifference.between(recipe().inputs, recipe().inputs).isEmpty)
  }

  @Test func anInputThatOnlyOneHasIsShownOnItsSide() {
    let difference = LayerDifference.between([.init("a", "1")], [.init("b", "2")])
    #expect(
      difference == [
        .init(input: "a", here: "1", there: nil), .init(input: "b", here: nil, there: "2"),
      ])
  }
}
