import CaseModel
import Foundation
import Libvirt

/// Commands to a machine's QEMU that libvirt has no call for (QMP, qemu-qmp-ref(7)).
struct QEMUMonitor {
  let domain: Domain

  struct Answer<Value: Decodable>: Decodable {
    struct Problem: Decodable { var desc: String }
    var `return`: Value?
    var error: Problem?
  }
  struct Nothing: Codable {}
  private struct Command<Arguments: Encodable>: Encodable {
    var execute: String
    var arguments: Arguments
  }

  func perform<Value: Decodable>(
    _ command: String, _ arguments: some Encodable, returning: Value.Type = Nothing.self
  ) async throws -> Value {
    let text = String(
      decoding: try JSONEncoder().encode(Command(execute: command, arguments: arguments)),
      as: UTF8.self)
    let reply: String
    do {
      reply = try await domain.monitorCommand(text)
    } catch let error as LibvirtError {
      throw CaselabError(
        .labFailed, "machine \"\(domain.name)\" does not take \(command)", cause: error)
    }
    return try Self.value(of: reply, command: command)
  }

  static func value<Value: Decodable>(of reply: String, command: String) throws -> Value {
    let answer = try? JSONDecoder().decode(Answer<Value>.self, from: Data(reply.utf8))
    if let value = answer?.return { return value }
    throw CaselabError(
      .labFailed,
      "QEMU refused \(command): \((answer?.error?.desc ?? reply).printable(limit: 400))")
  }

  /// A command of the monitor for people, for what QMP lacks; it answers in words.
  func human(_ line: String) async throws -> String {
    try await perform(
      "human-monitor-command", ["command-line": line], returning: String.self)
  }
}
