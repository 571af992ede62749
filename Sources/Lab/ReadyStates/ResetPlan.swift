import CaseModel
import Foundation
import Machines

/// How the nodes of a running environment were made from its ready state, kept in the run's folder so
/// that they can be made from it again.
public struct ResetPlan: Codable, Equatable, Sendable {
  public var schema = "caselab.reset-plan/1"
  public var acceleration: Acceleration
  /// Of the ready state.
  public var digest: String
  public var nodes: [Node]

  public struct Node: Codable, Equatable, Sendable {
    public var name: String
    public var title: String
    public var size: EnvironmentProfile.NodeSize
    public var source: BootSource
    public var ports: [MachineSpec.LinkPort]
    public init(
      name: String, title: String, size: EnvironmentProfile.NodeSize, source: BootSource,
      ports: [MachineSpec.LinkPort]
    ) {
      self.name = name
      self.title = title
      self.size = size
      self.source = source
      self.ports = ports
    }
  }

  public init(acceleration: Acceleration, digest: String, nodes: [Node]) {
    self.acceleration = acceleration
    self.digest = digest
    self.nodes = nodes
  }

  private static func path(_ run: String) -> String { run + "/reset.json" }

  public func write(inRun folder: String) throws {
    try JSONEncoder().encode(self).write(to: URL(filePath: Self.path(folder)), options: .atomic)
  }

  /// Nil for an environment that was booted.
  public static func read(inRun folder: String) -> ResetPlan? {
    FileManager.default.contents(atPath: path(folder)).flatMap {
      try? JSONDecoder().decode(ResetPlan.self, from: $0)
    }
  }
}
