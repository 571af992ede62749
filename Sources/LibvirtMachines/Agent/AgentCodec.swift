import CaseModel
import Foundation

/// The agent's JSON, both ways. What comes back was written by a guest: believe nothing.
enum AgentCodec {
  /// Longer commands never arrive: with 175 kB an agent answers in 0.1 s, with 256 kB never
  /// (libvirt 11.3, QEMU 10.0).
  static let commandLimit = 180_000
  /// libvirt passes no longer string than this.
  static let answerLimit = 4 << 20

  private struct Request<Command: AgentCommand>: Encodable {
    var execute: String
    var arguments: Command
  }

  private struct Reply<Answer: Decodable>: Decodable {
    var `return`: Answer
  }

  static func encode<Command: AgentCommand>(_ command: Command) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = try encoder.encode(Request(execute: Command.name, arguments: command))
    guard text.count <= commandLimit else {
      throw CaselabError(
        .labFailed, "\(Command.name) of \(text.count) bytes is too long for the guest agent")
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func decode<Command: AgentCommand>(
    _ text: String, answering _: Command.Type
  ) throws -> Command.Answer {
    guard text.utf8.count <= answerLimit else { throw malformed(Command.name, "it is too long") }
    do {
      return try JSONDecoder().decode(Reply<Command.Answer>.self, from: Data(text.utf8)).return
    } catch {
      throw malformed(Command.name, text.printable(limit: 120))
    }
  }

  /// At most `limit` bytes.
  static func bytes(_ base64: String?, limit: Int, of command: String) throws -> [UInt8] {
    guard let base64 else { return [] }
    guard let data = Data(base64Encoded: base64) else { throw malformed(command, "bad base64") }
    return Array(data.prefix(limit))
  }

  static func malformed(_ command: String, _ what: String) -> CaselabError {
    CaselabError(
      .labFailed, "guest agent's answer to \"\(command)\" is not what it should be: \(what)")
  }
}
