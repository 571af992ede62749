import CaseModel

/// A thing outside the database that must not outlive its owner.
public struct LabResource: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable { case machine, folder, volume }
  public var kind: Kind
  /// Machine name, absolute path of the folder, or name of the volume that is being copied to the host.
  public var name: String
  /// Of a machine, whose own volumes go with it.
  public var uuid: String?
  /// libvirt URI; nil for folders, which are on this host.
  public var uri: String?
  public var owner: Owner
  public init(kind: Kind, name: String, uuid: String? = nil, uri: String? = nil, owner: Owner) {
    self.kind = kind
    self.name = name
    self.uuid = uuid
    self.uri = uri
    self.owner = owner
  }
}

/// Where the lab writes down what it is about to make, before it makes it.
public protocol ResourceLedger: Sendable {
  func willCreate(_ resource: LabResource) async throws
  func didRemove(_ resource: LabResource) async throws
}

/// Hears of every stage, as it begins and ends.
public protocol StageObserver: Sendable {
  func began(_ stage: StageRecord) async throws
  func ended(_ stage: StageRecord) async throws
  /// A word about what is being waited for; not recorded.
  func note(_ text: String) async
}
