/// One command of QEMU's guest agent: https://www.qemu.org/docs/master/interop/qemu-ga-ref.html.
protocol AgentCommand: Encodable, Sendable {
  associatedtype Answer: Decodable & Sendable
  static var name: String { get }
  /// Whether sending it twice does no harm.
  static var isRepeatable: Bool { get }
}

/// The answer to a command that answers `{}`.
struct Nothing: Decodable, Sendable {}

struct GuestPing: AgentCommand {
  typealias Answer = Nothing
  static let name = "guest-ping"
  static let isRepeatable = true
}

struct GuestInfo: AgentCommand {
  struct Answer: Decodable, Sendable {
    struct Command: Decodable, Sendable {
      var name: String
      var enabled: Bool
    }
    var commands: [Command]

    enum CodingKeys: String, CodingKey { case commands = "supported_commands" }

    func offers(_ name: String) -> Bool {
      commands.contains { $0.name == name && $0.enabled }
    }
  }
  static let name = "guest-info"
  static let isRepeatable = true
}

struct GuestExec: AgentCommand {
  struct Answer: Decodable, Sendable { var pid: Int }
  static let name = "guest-exec"
  static let isRepeatable = false

  var path: String
  var arg: [String]
  /// Nil: the agent's own.
  var env: [String]?
  var inputData: String?
  var captureOutput: Bool

  enum CodingKeys: String, CodingKey {
    case path, arg, env
    case inputData = "input-data"
    case captureOutput = "capture-output"
  }
}

struct GuestExecStatus: AgentCommand {
  struct Answer: Decodable, Sendable {
    var exited: Bool
    var exitcode: Int?
    var signal: Int?
    var outData: String?
    var errData: String?

    enum CodingKeys: String, CodingKey {
      case exited, exitcode, signal
      case outData = "out-data"
      case errData = "err-data"
    }
  }
  static let name = "guest-exec-status"
  static let isRepeatable = true
  var pid: Int
}

struct GuestFileOpen: AgentCommand {
  typealias Answer = Int
  static let name = "guest-file-open"
  static let isRepeatable = false
  var path: String
  var mode: String
}

struct GuestFileSeek: AgentCommand {
  struct Answer: Decodable, Sendable { var position: Int64 }
  static let name = "guest-file-seek"
  static let isRepeatable = true
  var handle: Int
  var offset: Int64
  var whence = "set"
}

struct GuestFileRead: AgentCommand {
  struct Answer: Decodable, Sendable {
    var count: Int
    var bytes: String
    var eof: Bool

    enum CodingKeys: String, CodingKey {
      case count, eof
      case bytes = "buf-b64"
    }
  }
  static let name = "guest-file-read"
  static let isRepeatable = false
  var handle: Int
  var count: Int
}

struct GuestFileWrite: AgentCommand {
  struct Answer: Decodable, Sendable { var count: Int }
  static let name = "guest-file-write"
  static let isRepeatable = false
  var handle: Int
  var bytes: String

  enum CodingKeys: String, CodingKey {
    case handle
    case bytes = "buf-b64"
  }
}

struct GuestFileClose: AgentCommand {
  typealias Answer = Nothing
  static let name = "guest-file-close"
  static let isRepeatable = false
  var handle: Int
}
