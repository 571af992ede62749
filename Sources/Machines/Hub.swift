/// What joins machines by links on a host where no switch of ours can run: a machine without a guest,
/// which sends each frame to all other ends of its link.
public struct Hub: Equatable, Sendable {
  public var owner: Owner
  public var uuid: String
  public var title: String
  public var acceleration: Acceleration
  /// Of each link all ends.
  public var links: [[MachineSpec.LinkPort]]

  /// As its owner's node; no node of a profile is called so.
  public static let node = "_links"

  public init(
    owner: Owner, uuid: String, title: String, acceleration: Acceleration,
    links: [[MachineSpec.LinkPort]]
  ) {
    self.owner = owner
    self.uuid = uuid
    self.title = title
    self.acceleration = acceleration
    self.links = links
  }
}
