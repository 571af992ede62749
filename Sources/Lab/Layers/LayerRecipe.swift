import CaseModel
import Crypto
import Foundation

/// What a layer is made of; the same recipe on the same parent is the same layer for every case.
public struct LayerRecipe: Equatable, Sendable {
  /// Raised when the way a layer is made changes, so that older ones are not taken for new.
  public static let formatVersion = 1

  /// `tools-SUITE`, `product-NAME` or `companion-NAME`.
  public var name: String
  /// Digest of the image or layer below.
  public var parent: String
  public var steps: [Product.Step]
  /// Environment of the steps, without the version that is chosen while building.
  public var environment: [String: String]
  /// How to choose the version to install; nil for a layer without one.
  public var version: VersionChoice?

  public struct VersionChoice: Equatable, Sendable {
    public var wanted: String?
    public var probe: Product.VersionProbe
  }

  /// Whether all of its steps may be run on the host. No part of its digest: it is the same layer.
  var mayChroot: Bool { steps.allSatisfy { $0.chroot == true } }

  /// `sha256:` over everything that goes into the layer, and so over what `why` compares.
  public var digest: String {
    Self.digest(of: ["caselab.layer", name] + inputs.flatMap { [$0.name, $0.value] })
  }

  /// Each text with its length, so that none can pass for the end of the one before it.
  static func digest(of texts: [String]) -> String {
    var hash = SHA256()
    for text in texts { hash.update(data: Data("\(text.utf8.count):\(text)".utf8)) }
    return "sha256:" + hash.finalize().map { String(format: "%02x", $0) }.joined()
  }
}

extension LayerRecipe {
  /// The layers of a node, lowest first: what the suites that run in it need, then what it is for.
  public static func chain(
    on image: String, _ deployable: any Deployable, isProduct: Bool, wanted: String?,
    suites: [Suite]
  ) -> [LayerRecipe] {
    var chain: [LayerRecipe] = []
    var parent = image
    // One for each suite, so that nodes with other suites share what they have in common.
    for suite in suites.sorted(by: { $0.name < $1.name }) where !suite.needs.install.isEmpty {
      let layer = LayerRecipe(
        name: "tools-" + suite.name, parent: parent, steps: suite.needs.install,
        environment: StepEnvironment.building)
      parent = layer.digest
      chain.append(layer)
    }
    if !deployable.install.isEmpty {
      chain.append(
        LayerRecipe(
          name: (isProduct ? "product-" : "companion-") + deployable.name, parent: parent,
          steps: deployable.install, environment: StepEnvironment.building,
          version: isProduct
            ? deployable.version.map { VersionChoice(wanted: wanted, probe: $0) } : nil))
    }
    return chain
  }
}
