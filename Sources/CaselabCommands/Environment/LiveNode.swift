import ArgumentParser
import CaseModel
import Machines
import Record

/// A node of a case that is up now.
struct LiveNode {
  var environment: LiveEnvironment
  var machine: any Machine

  var run: Int { environment.run }
  var name: String { machine.owner.node }

  func guest() async throws -> any Guest { try await machine.guest(within: .seconds(20)) }

  /// - Throws: `nothingRan` when no environment of the case is up, `usage` for an unknown node.
  static func find(
    _ id: CaseID, node: String = EnvironmentProfile.productNode, in context: Context
  ) async throws -> LiveNode {
    try await LiveEnvironment.find(id, in: context).node(node)
  }
}

/// The node that a command is about: the product's, unless another is named.
struct NodeArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The node (default: product).", valueName: "node"),
    completion: .custom(NodeCompletion.complete))
  var node: String?

  var name: String { node ?? EnvironmentProfile.productNode }
}

enum NodeCompletion {
  /// The nodes of the case whose ID is on the line already.
  static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let context = try? Context.make() else { return [] }
    return names(words, prefix, in: context)
  }

  static func names(_ words: [String], _ prefix: String, in context: Context) -> [String] {
    guard let store = try? context.store(),
      let environments = try? RecordedEnvironment.all(in: store, home: context.home)
    else { return [] }
    let names = environments.filter { words.contains($0.run.caseID.text) }
      .flatMap(\.nodes).map(\.owner.node)
    return Set(names).filter { $0.hasPrefix(prefix) }.sorted()
  }
}
