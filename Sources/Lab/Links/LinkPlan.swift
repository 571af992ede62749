import CaseModel
import Foundation

/// The links of an environment: what the switch of a case reads.
public struct LinkPlan: Codable, Equatable, Sendable {
  public var schema = "caselab.links/1"
  public var links: [Link]

  public init(links: [Link]) { self.links = links }

  /// A network segment between nodes.
  public struct Link: Codable, Equatable, Sendable {
    public var name: String
    public var ports: [Port]
    /// The IPv4 address that the sink answers for; nil for a link without one.
    public var gateway: String?
    public var state: State
    public var impairments: [Impairment]

    public enum State: String, Codable, Sendable { case up, down }

    public init(
      name: String, ports: [Port], gateway: String? = nil, state: State = .up,
      impairments: [Impairment] = []
    ) {
      self.name = name
      self.ports = ports
      self.gateway = gateway
      self.state = state
      self.impairments = impairments
    }
  }

  /// Where a node is plugged in.
  public struct Port: Codable, Equatable, Sendable {
    public var node: String
    public var mac: String
    /// The UDP port on 127.0.0.1 that the switch binds and QEMU sends to.
    public var switchPort: Int
    /// The UDP port on 127.0.0.1 that QEMU binds.
    public var machinePort: Int
    /// True: frames of other machines may come from here as well (the node bridges).
    public var allowsOthers: Bool
    /// What its machine is given when it asks for an address; nil: nobody answers.
    public var lease: Lease?

    public init(
      node: String, mac: String, switchPort: Int, machinePort: Int, allowsOthers: Bool = false,
      lease: Lease? = nil
    ) {
      self.lease = lease
      self.node = node
      self.mac = mac
      self.switchPort = switchPort
      self.machinePort = machinePort
      self.allowsOthers = allowsOthers
    }
  }

  /// The address that the profile has for a machine that the lab cannot configure, and its ways.
  public struct Lease: Codable, Equatable, Sendable {
    public var address: String
    /// Of the link's subnet.
    public var prefix: Int
    /// To the links that it is not on; to everywhere else it is the link's gateway.
    public var routes: [Route]
    public var nameServer: String

    public struct Route: Codable, Equatable, Sendable {
      public var network: String
      public var prefix: Int
      public var via: String
    }
  }

  /// What happens to frames on their way from one node to another; the way back has its own.
  public struct Impairment: Codable, Equatable, Sendable {
    public var from: String
    public var to: String
    public var isDown: Bool
    public var delayMs: Int
    public var jitterMs: Int
    public var lossPercent: Double
    public var rateKbit: Int?

    public init(
      from: String, to: String, isDown: Bool = false, delayMs: Int = 0, jitterMs: Int = 0,
      lossPercent: Double = 0, rateKbit: Int? = nil
    ) {
      self.from = from
      self.to = to
      self.isDown = isDown
      self.delayMs = delayMs
      self.jitterMs = jitterMs
      self.lossPercent = lossPercent
      self.rateKbit = rateKbit
    }
  }
}
