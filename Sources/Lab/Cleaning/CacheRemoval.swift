import CaseModel
import Foundation
import Machines

/// A layer or a ready state: what is made again by the next run that needs it.
public struct CacheItem: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case layer
    case readyState = "ready state"
  }
  public var kind: Kind
  /// Of a ready state: its nodes.
  public var name: String
  public var digest: String
  /// Digests of the images and layers that it cannot do without.
  public var standsOn: [String]
  /// Bytes.
  public var size: Int64
  public var lastUse: Date
}

/// Removes layers and ready states that nobody used for a while.
public struct CacheRemoval: Sendable {
  let layers: LayerStore
  let readyStates: ReadyStateStore

  public init(home: Home) {
    layers = LayerStore(home: home)
    readyStates = ReadyStateStore(home: home)
  }

  public func items() throws -> [CacheItem] {
    try layers.list().map {
      CacheItem(
        kind: .layer, name: $0.name, digest: $0.digest, standsOn: [$0.parent],
        size: layers.size($0.digest), lastUse: layers.lastUse($0.digest))
    }
      + readyStates.list().map {
        CacheItem(
          kind: .readyState, name: $0.nodes.map(\.name).joined(separator: ", "),
          digest: $0.digest, standsOn: $0.standsOn, size: readyStates.size($0.digest),
          lastUse: readyStates.lastUse($0.digest))
      }
  }

  /// Those last used before `date` that nothing else stands on, but for such as go with them; the
  /// topmost first, so that what is left at any moment still has what it stands on.
  public func unused(since date: Date) throws -> [CacheItem] {
    var left = try items()
    var doomed: [CacheItem] = []
    while let next = Self.tops(of: left).first(where: { left[$0].lastUse < date }) {
      doomed.append(left.remove(at: next))
    }
    return doomed
  }

  /// The least recently used whose removal brings all down to `limit` bytes; the topmost first.
  ///
  /// - Parameter gone: what is to go anyway.
  public func beyond(_ limit: Int64, without gone: [CacheItem] = []) throws -> [CacheItem] {
    var left = try items().filter { item in !gone.contains { $0.digest == item.digest } }
    var total = left.reduce(0) { $0 + $1.size }
    var doomed: [CacheItem] = []
    while total > limit {
      guard let next = Self.tops(of: left).min(by: { left[$0].lastUse < left[$1].lastUse }) else {
        break
      }
      total -= left[next].size
      doomed.append(left.remove(at: next))
    }
    return doomed
  }

  /// The ready states among those, which can go at any time.
  ///
  /// - Parameter digest: the one that is in use.
  public func readyStates(beyond limit: Int64, keeping digest: String) throws -> [CacheItem] {
    var items = try items()
    var total = items.reduce(0) { $0 + $1.size }
    items = items.filter { $0.kind == .readyState && $0.digest != digest }
      .sorted { $0.lastUse < $1.lastUse }
    var doomed: [CacheItem] = []
    for item in items where total > limit {
      total -= item.size
      doomed.append(item)
    }
    return doomed
  }

  private static func tops(of items: [CacheItem]) -> [Int] {
    let below = Set(items.flatMap(\.standsOn))
    return items.indices.filter { !below.contains(items[$0].digest) }
  }

  /// Ready states that are not gone on from any more: made by another program or emulator, or on
  /// another host.
  public func stale(_ place: HostIdentity = .current(HostFacts())) throws -> [CacheItem] {
    let gone = readyStates.list().filter { state in
      func value(_ name: String) -> String? { state.inputs.first { $0.name == name }?.value }
      return value("tool") != place.tool || value("QEMU")?.hasSuffix(place.emulator) != true
        || value("host")?.hasSuffix(place.host) != true
    }.map(\.digest)
    return try items().filter { gone.contains($0.digest) }
  }

  /// - Parameter resources: the ledger; any machine in it keeps every layer. Machines that went on from
  ///   a ready state have its files open: they do not miss it, but cannot be reset any more.
  public func remove(_ items: [CacheItem], resources: [LabResource]) throws {
    for item in items where item.kind == .readyState { try readyStates.remove(item.digest) }
    let doomed = items.filter { $0.kind == .layer }
    guard !doomed.isEmpty else { return }
    if let user = resources.first(where: { $0.kind == .machine }) {
      throw CaselabError(
        .labFailed, "a layer may be in use by machine \"\(user.name)\"",
        hint: "caselab down its case, or caselab gc, then try again")
    }
    for layer in doomed { try Folder.remove(layers.folder(layer.digest)) }
  }
}
