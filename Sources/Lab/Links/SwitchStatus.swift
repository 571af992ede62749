/// What `switch.json` says: how much went over the links of a case.
public struct SwitchStatus: Codable, Equatable, Sendable {
  public var schema = "caselab.switch/1"
  public var links: [LinkStatus]

  /// As of the last second in which something happened, or of the last change of the plan.
  public static func read(folder: String) throws -> SwitchStatus {
    try LinkFiles.read(SwitchStatus.self, from: folder + "/" + LinkFiles.status)
  }

  /// Whether the switch has taken up the plan's states and impairments.
  func follows(_ plan: LinkPlan) -> Bool {
    links.allSatisfy { status in
      plan.links.contains {
        $0.name == status.name && $0.state == status.state
          && $0.impairments == status.impairments
      }
    }
  }
}

public struct LinkStatus: Codable, Equatable, Sendable {
  public enum Loss: String, Codable, Sendable, CaseIterable {
    /// Not a frame; under somebody else's address; between bridges only.
    case length, source, reserved
    /// The link is down; the line is down, slow or lossy.
    case down, impaired
    /// Too much on its way; no machine that took it.
    case overflow, unsent
  }

  public var name: String
  public var state: LinkPlan.Link.State
  public var impairments: [LinkPlan.Impairment]
  public var frames = 0
  public var bytes = 0
  /// By the name of a `Loss`.
  public var lost: [String: Int] = [:]
  public var capturedBytes = 0
  /// Later frames are not in the capture.
  public var captureIsFull = false

  init(_ link: LinkPlan.Link) {
    name = link.name
    state = link.state
    impairments = link.impairments
  }

  mutating func drop(_ loss: Loss) { lost[loss.rawValue, default: 0] += 1 }
}

extension LinkStatus.Loss {
  init(_ drop: SwitchBoard.Drop) {
    self =
      switch drop {
      case .length: .length
      case .source: .source
      case .reserved: .reserved
      }
  }
}
