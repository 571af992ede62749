import ArgumentParser
import CaseModel
import Foundation
import Lab
import Record

/// A change of the links of an environment that is up: journalled, then done.
struct LinkWork {
  let id: CaseID
  let context: Context

  func perform(_ change: LinkChange, at place: LinkPlace, as words: String) async throws {
    let environment = try await LiveEnvironment.find(id, in: context)
    _ = try environment.links()
    let store = try context.store()
    let plan = try await EnvironmentLinks.change(
      inRun: environment.folder, change, at: place
    ) { _ in
      try store.append(
        JournalEntry(
          at: Timestamp.now(), by: context.user, run: environment.run,
          what: "\(words): \(place)"), to: id)
    }
    Terminal.print(
      plan.links.map { EnvironmentStatus.Link($0).text }.joined(separator: "\n"))
  }
}

extension LiveEnvironment {
  /// - Throws: `nothingRan` when its product stands alone.
  func links() throws -> LinkPlan {
    let folder = EnvironmentLinks.folder(inRun: folder)
    guard FileManager.default.fileExists(atPath: folder + "/" + LinkFiles.plan) else {
      throw CaselabError(
        .nothingRan, "the environment of case \"\(id)\" has no links that can be changed",
        hint: "on another host (qemu+ssh://) none can; "
          + "else add links and nodes: caselab profile edit \(id)")
    }
    return try LinkPlan.read(folder: folder)
  }
}

/// A link, or two nodes.
struct LinkPlaceArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A link, or two nodes.", valueName: "link|node node"),
    completion: .custom(LinkCompletion.complete))
  var names: [String] = []

  func validate() throws {
    guard names.count < 3 else {
      throw ValidationError("give one link or two nodes, not \(names.count) names")
    }
  }

  func parsed() throws -> LinkPlace {
    switch names.count {
    case 1: .link(names[0])
    case 2: .between(names[0], names[1])
    default: throw ValidationError("give one link or two nodes")
    }
  }
}

enum LinkCompletion {
  /// The links and the nodes of the case whose ID is on the line already.
  static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let context = try? Context.make(), let store = try? context.store(),
      let environments = try? RecordedEnvironment.all(in: store, home: context.home)
    else { return [] }
    let links = environments.filter { words.contains($0.run.caseID.text) }.flatMap { environment in
      (try? LinkPlan.read(folder: EnvironmentLinks.folder(inRun: environment.folder)))?.links ?? []
    }
    let names = links.map(\.name) + links.flatMap(\.ports).map(\.node)
    return Set(names).filter { $0.hasPrefix(prefix) }.sorted()
  }
}

/// `200ms`, `1.5s`: at most a minute.
struct LineDelay: ExpressibleByArgument, Equatable {
  var milliseconds: Int

  init?(argument: String) {
    guard let (value, unit) = Quantity.split(argument), let factor = ["ms": 1.0, "s": 1000][unit],
      (0...60_000).contains(value * factor)
    else { return nil }
    milliseconds = Int((value * factor).rounded())
  }
}

/// `5`, `0.5%`.
struct LineLoss: ExpressibleByArgument, Equatable {
  var percent: Double

  init?(argument: String) {
    guard let (value, unit) = Quantity.split(argument), ["", "%"].contains(unit),
      (0...100).contains(value)
    else { return nil }
    percent = value
  }
}

/// `512kbit`, `1mbit`, `1gbit`.
struct LineRate: ExpressibleByArgument, Equatable {
  var kbit: Int

  init?(argument: String) {
    guard let (value, unit) = Quantity.split(argument),
      let factor = ["kbit": 1.0, "mbit": 1000, "gbit": 1_000_000][unit],
      (1...100_000_000).contains(value * factor)
    else { return nil }
    kbit = Int((value * factor).rounded())
  }
}

private enum Quantity {
  /// A number and the letters after it.
  static func split(_ text: String) -> (Double, unit: String)? {
    guard let match = text.lowercased().wholeMatch(of: /([0-9]{1,9}(?:\.[0-9]{1,6})?)([a-z%]*)/),
      let value = Double(match.1)
    else { return nil }
    return (value, String(match.2))
  }
}
