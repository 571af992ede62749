import CaseModel
import Foundation

/// What a person does to the links of an environment that is up.
public enum LinkChange: Equatable, Sendable {
  case down, up
  case impair(LinkQuality)
}

/// How bad a line is to be; what is nil stays as it is.
public struct LinkQuality: Equatable, Sendable {
  public var delayMs: Int?
  public var jitterMs: Int?
  public var lossPercent: Double?
  public var rateKbit: Int?

  public init(
    delayMs: Int? = nil, jitterMs: Int? = nil, lossPercent: Double? = nil, rateKbit: Int? = nil
  ) {
    self.delayMs = delayMs
    self.jitterMs = jitterMs
    self.lossPercent = lossPercent
    self.rateKbit = rateKbit
  }
}

/// Where it is done: everywhere, on one link, or between two nodes wherever they meet.
public enum LinkPlace: Equatable, Sendable, CustomStringConvertible {
  case everywhere
  case link(String)
  case between(String, String)

  public var description: String {
    switch self {
    case .everywhere: "all links"
    case .link(let name): "link \(name)"
    case .between(let one, let other): "\(one) and \(other)"
    }
  }
}

extension LinkPlan {
  /// - Throws: `usage` for a link or a node that is not there, or two nodes that share no link.
  public func changed(_ change: LinkChange, at place: LinkPlace) throws -> LinkPlan {
    var plan = self
    switch place {
    case .everywhere:
      for index in links.indices { plan.links[index].apply(change) }
    case .link(let name):
      guard let index = links.firstIndex(where: { $0.name == name }) else {
        throw CaselabError(
          .usage, "there is no link \"\(name.printable(limit: 40))\"",
          hint: links.isEmpty
            ? "the environment has no links" : "links are: \(names(links.map(\.name)))")
      }
      plan.links[index].apply(change)
    case .between(let one, let other):
      let nodes = Set(links.flatMap(\.ports).map(\.node))
      for name in [one, other] where !nodes.contains(name) {
        throw CaselabError(
          .usage, "no node \"\(name.printable(limit: 40))\" is on a link",
          hint: "nodes are: \(names(nodes.sorted()))")
      }
      let shared = links.indices.filter { index in
        let members = links[index].ports.map(\.node)
        return one != other && members.contains(one) && members.contains(other)
      }
      guard !shared.isEmpty else {
        throw CaselabError(
          .usage, "nodes \"\(one)\" and \"\(other)\" share no link",
          hint: "caselab link show says who is on which")
      }
      for index in shared { plan.links[index].apply(change, from: one, to: other) }
    }
    return plan
  }

  private func names(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension LinkPlan.Link {
  fileprivate mutating func apply(_ change: LinkChange) {
    switch change {
    case .down: state = .down
    case .up:
      state = .up
      impairments = []
    case .impair:
      for (index, one) in ports.enumerated() {
        for other in ports[(index + 1)...] { apply(change, from: one.node, to: other.node) }
      }
    }
  }

  /// Both ways.
  fileprivate mutating func apply(_ change: LinkChange, from one: String, to other: String) {
    for (from, to) in [(one, other), (other, one)] {
      let index = impairments.firstIndex { $0.from == from && $0.to == to }
      var item = index.map { impairments[$0] } ?? LinkPlan.Impairment(from: from, to: to)
      switch change {
      case .up:
        impairments.removeAll { $0.from == from && $0.to == to }
        continue
      case .down: item.isDown = true
      case .impair(let quality): item.take(quality)
      }
      if let index { impairments[index] = item } else { impairments.append(item) }
    }
  }
}

extension LinkPlan.Impairment {
  fileprivate mutating func take(_ quality: LinkQuality) {
    delayMs = quality.delayMs ?? delayMs
    jitterMs = quality.jitterMs ?? jitterMs
    lossPercent = quality.lossPercent ?? lossPercent
    rateKbit = quality.rateKbit ?? rateKbit
  }
}
