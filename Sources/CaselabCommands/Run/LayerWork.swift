import CaseModel
import Foundation
import Lab

/// Sees to it that the layers of all nodes are there, as many nodes' at once as there are processors.
struct LayerWork: Sendable {
  /// The layers of a node, lowest first; nodes of one kind on one image have the same.
  struct Chain: Sendable {
    var plan: NodePlan
    /// The image to begin with.
    var source: BootSource
    var recipes: [LayerRecipe]

    /// Layers are told apart by it on the screen, and the machines that build them by libvirt.
    fileprivate var names: Set<String> { Set(recipes.map(\.name)) }
  }

  typealias Made = (layer: LayerManifest, cached: Bool)

  let home: Home
  /// The layer of a recipe on a source, found or built.
  let ensure: @Sendable (LayerRecipe, BootSource, NodePlan) async throws -> Made
  var together = max(1, ProcessInfo.processInfo.activeProcessorCount)

  /// What each layer came to, by its digest. The first failure ends the others.
  func perform(_ chains: [Chain]) async throws -> [String: Made] {
    try await withThrowingTaskGroup(of: (Int, [Made]).self) { group in
      var waiting = Array(chains.enumerated())
      var running: [Int: Set<String>] = [:]
      var all: [String: Made] = [:]
      func begin() {
        // What two nodes share is built for the first one, and found by the second.
        while running.count < together,
          let next = waiting.firstIndex(where: { _, chain in
            running.values.allSatisfy { $0.isDisjoint(with: chain.names) }
          })
        {
          let (index, chain) = waiting.remove(at: next)
          running[index] = chain.names
          let known = all
          group.addTask { (index, try await perform(chain, known)) }
        }
      }
      begin()
      for try await (index, made) in group {
        running[index] = nil
        for each in made where all[each.layer.digest]?.cached != false {
          all[each.layer.digest] = each
        }
        begin()
      }
      return all
    }
  }

  private func perform(_ chain: Chain, _ known: [String: Made]) async throws -> [Made] {
    let store = LayerStore(home: home)
    var (top, made) = (chain.source, [Made]())
    for recipe in chain.recipes {
      let each: Made
      if let shared = known[recipe.digest] {
        each = shared
      } else {
        each = try await ensure(recipe, top, chain.plan)
        store.markUsed(each.layer.digest)
      }
      top = top.on(store.disk(each.layer.digest))
      made.append(each)
    }
    return made
  }
}
