import ArgumentParser
import CaseModel
import Foundation
import Lab

struct LayerWhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell why a case's layers and ready state are here or not, or differ from another's.",
    discussion: """
      Examples:
        caselab layer why SUP-1042              which are here; what made the others other layers
        caselab layer why SUP-1042 SUP-1061     which input makes two environments differ
      """)
  @OptionGroup var target: CaseArgument
  @Argument(
    help: ArgumentHelp("Another case, to compare with.", valueName: "other-case-id"),
    completion: .custom(CaseCompletion.complete))
  var other: String?
  @OptionGroup var output: OutputOptions

  func run() throws { try run(in: Context.make()) }

  func run(in context: Context) throws {
    let reasons =
      if let other {
        try LayerReason.between(
          LayerChains.of(target.parsed(), in: context), LayerChains.of(CaseID(other), in: context))
          + LayerReason.readyStates(target.parsed(), CaseID(other), in: context)
      } else {
        try LayerReason.all(LayerChains.of(target.parsed(), in: context), in: context)
          + [LayerReason.readyState(target.parsed(), in: context)]
      }
    try Render.output(Listing(schema: "caselab.layer-reasons/1", items: reasons), output) {
      guard !reasons.isEmpty else {
        return "the same image, layers and ready state for every node"
      }
      return Table(
        header: ["NODE", "LAYER", "STATE", "WHY"],
        rows: reasons.map { [$0.node, $0.layer, $0.state, $0.why] }
      ).text()
    }
  }
}

/// The image and the layers of each node of a case, lowest first.
struct LayerChains {
  struct Chain {
    var node: String
    var image: String
    /// Nil while the image is not built: no layer has a digest before.
    var layers: [LayerRecipe]?
  }
  var chains: [Chain]

  static func of(_ id: CaseID, in context: Context) throws -> LayerChains {
    let inputs = try RunInputs.resolve(id, suites: [], in: context)
    return LayerChains(
      chains: inputs.nodes.map { plan in
        Chain(
          node: plan.node.name, image: plan.recipe.name,
          layers: plan.image.map { plan.layers(on: $0.digest) })
      })
  }
}
