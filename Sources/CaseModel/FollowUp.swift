/// What the customer is asked next.
public struct FollowUp: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.follow-up/1"
  /// After so many rounds a call gets further than another mail.
  public static let roundLimit = 3

  public var schema = currentSchema
  public var `case`: String
  /// 1 for the first mail; it counts up whenever something was learnt in between.
  public var round: Int
  public var questions: [OpenQuestion]
  public var recommendsCall: Bool { round > Self.roundLimit }

  public init(case: String, round: Int, questions: [OpenQuestion]) {
    self.case = `case`
    self.round = round
    self.questions = questions
  }
}

/// One thing that is not known of the installation, as the customer is asked for it.
public struct OpenQuestion: Codable, Equatable, Sendable {
  /// The installation detail's field path.
  public var field: String
  public var text: String
  /// What the answer would add to the fidelity's figure at most, in tenths of a weight.
  public var value: Int
  /// What prints the answer on their machine.
  public var commands: [Command]

  public struct Command: Codable, Equatable, Sendable {
    /// Where it is to be typed, where that is not clear: `Windows (PowerShell)`.
    public var on: String?
    public var line: String
    public init(on: String? = nil, line: String) {
      self.on = on
      self.line = line
    }
  }

  public init(field: String, text: String, value: Int, commands: [Command] = []) {
    self.field = field
    self.text = text
    self.value = value
    self.commands = commands
  }
}
