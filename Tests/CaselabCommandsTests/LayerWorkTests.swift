import CaseModel
import Foundation
import Synchronization
import Testing

@testable import CaselabCommands
@testable import Lab

@Suite struct LayerWorkTests {
  /// Who builds what, and how many do at once.
  private final class Builders: Sendable {
    struct State {
      var now: [String] = []
      var most = 0
      var built: [String] = []
      /// Layers of one name that were built at the same time.
      var clashes = 0
    }
    let state = Mutex(State())

    func build(_ recipe: LayerRecipe, failing: String? = nil) async throws -> LayerWork.Made {
      state.withLock { state in
        if state.now.contains(recipe.name) { state.clashes += 1 }
        state.now.append(recipe.name)
        state.most = max(state.most, state.now.count)
      }
      defer { state.withLock { state in state.now.removeAll { $0 == recipe.name } } }
      if recipe.name == failing { throw CaselabError(.labFailed, "no \(recipe.name)") }
      try await Task.sleep(for: .milliseconds(50))
      state.withLock { $0.built.append(recipe.digest) }
      let layer = LayerManifest(
        name: recipe.name, digest: recipe.digest, parent: recipe.parent, buildTime: 1,
        madeAt: "2030-01-02T03:04:05Z")
      return (layer, false)
    }
  }

  private func recipe(_ name: String, on parent: String = "sha256:image") -> LayerRecipe {
    LayerRecipe(name: name, parent: parent, steps: [], environment: [:])
  }

  private func perform(
    _ recipes: [[LayerRecipe]], _ builders: Builders, failing: String? = nil
  ) async throws -> [String: LayerWork.Made] {
    let lab = try await SyntheticLab()
    try await lab.makeImage()
    let plan = try #require(
      RunInputs.resolve(lab.id, suites: [], in: lab.context).nodes.first)
    var work = LayerWork(home: lab.context.home) { recipe, _, _ in
      try await builders.build(recipe, failing: failing)
    }
    work.together = 2
    let source = BootSource(disk: "/base.qcow2", boot: .disk, cloudInit: false)
    return try await work.perform(
      recipes.map { LayerWork.Chain(plan: plan, source: source, recipes: $0) })
  }

  @Test func twoNodesAreBuiltAtOnceAndNoMore() async throws {
    let builders = Builders()
    let chains = ["a", "b", "c", "d"].map { [recipe($0)] }
    let made = try await perform(chains, builders)
    #expect(made.count == 4)
    #expect(builders.state.withLock { $0.most } == 2)
  }

  @Test func whatNodesShareIsBuiltOnce() async throws {
    let builders = Builders()
    let tools = recipe("tools")
    let chains = [
      [tools, recipe("product", on: tools.digest)], [tools, recipe("client", on: tools.digest)],
      [tools, recipe("product", on: tools.digest)],
    ]
    let made = try await perform(chains, builders)
    #expect(made.count == 3)
    let built = builders.state.withLock { $0.built }
    #expect(built.count == 3 && Set(built) == Set(made.keys))
  }

  @Test func layersOfOneNameAreBuiltOneAfterTheOther() async throws {
    let builders = Builders()
    let made = try await perform(
      [[recipe("tools", on: "sha256:a")], [recipe("tools", on: "sha256:b")]], builders)
    #expect(made.count == 2 && builders.state.withLock { $0.clashes } == 0)
  }

  @Test func theFirstFailureEndsTheOthers() async throws {
    let builders = Builders()
    await #expect(throws: CaselabError.self) {
      _ = try await perform(
        [[recipe("a"), recipe("b"), recipe("c")], [recipe("bad")]], builders, failing: "bad")
    }
    #expect(builders.state.withLock { $0.now.isEmpty && $0.built.count < 3 })
  }
}
