/// What went wrong, to which thing, why, and what to do next.
///
/// `message` is lower case and names the thing in quotes, then its state: `image "debian-12" is
/// not built`. `hint` says what to do next and is printed once, by the command line.
public struct CaselabError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure; each has one documented exit status.
  public enum Code: String, Sendable, Codable, CaseIterable {
    case usage, badInput, labFailed, nothingRan, unreachable, deadline, interrupted
  }

  public var code: Code
  public var message: String
  public var hint: String?
  public var cause: (any Error)?

  public init(
    _ code: Code, _ message: String, hint: String? = nil, cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.cause = cause
  }

  /// The message followed by its causes, outermost first, without the hint.
  public var description: String {
    guard let cause else { return message }
    return "\(message): \(cause)"
  }

  /// The innermost hint that anybody along the chain of causes gave.
  public var firstHint: String? {
    hint ?? (cause as? CaselabError)?.firstHint
  }
}

extension CaselabError.Code {
  /// The exit status, as `caselab help exit-codes` lists it (64, 65, 69: sysexits.h; 124: timeout(1)).
  public var exitStatus: Int32 {
    switch self {
    case .labFailed: 3
    case .nothingRan: 4
    case .usage: 64
    case .badInput: 65
    case .unreachable: 69
    case .deadline: 124
    case .interrupted: 130
    }
  }
}
