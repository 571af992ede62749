import CaseModel
import Machines

extension AgentGuest {
  /// Bytes that one message carries each way.
  static var chunk: Int { 1 << 20 }
  private static var deadline: Duration { .seconds(120) }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    let shown = path.printable(limit: 120)
    do {
      return try await watch.withDeadline(
        Self.deadline, machine: machine, waitingFor: "content of \"\(shown)\""
      ) {
        let handle = try await link.call(GuestFileOpen(path: path, mode: "r"))
        let result: Result<[UInt8], any Error>
        do {
          result = .success(try await content(of: handle, offset: offset, limit: limit))
        } catch {
          result = .failure(error)
        }
        _ = try? await link.call(GuestFileClose(handle: handle))
        return try result.get()
      }
    } catch let error as CaselabError where error.code == .labFailed && watch.life.end == nil {
      throw CaselabError(
        .labFailed, "file \"\(shown)\" of machine \"\(machine)\" cannot be read", cause: error)
    }
  }

  private func content(of handle: Int, offset: Int64, limit: Int) async throws -> [UInt8] {
    if offset > 0 { _ = try await link.call(GuestFileSeek(handle: handle, offset: offset)) }
    var content: [UInt8] = []
    while content.count < limit {
      let wanted = min(limit - content.count, Self.chunk)
      let part = try await link.call(GuestFileRead(handle: handle, count: wanted))
      let bytes = try AgentCodec.bytes(part.bytes, limit: wanted, of: GuestFileRead.name)
      content += bytes
      if part.eof || bytes.isEmpty { break }
    }
    return content
  }

  /// Under another name first, so that nobody in the guest sees half a file.
  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    let temporary = "\(path).caselab-\(String(UInt32.random(in: 0 ... .max), radix: 16))"
    do {
      var rest = bytes[...]
      repeat {
        let part = rest.prefix(Self.chunk)
        rest = rest.dropFirst(Self.chunk)
        try await step(
          "umask 077 && cat >>\"$1\"", [temporary], input: Array(part), path: path)
      } while !rest.isEmpty
      try await step(
        "chmod -- \"$3\" \"$1\" && mv -fT -- \"$1\" \"$2\"", [temporary, path, mode], path: path)
    } catch {
      _ = try? await run(GuestCommand(["rm", "-f", "--", temporary], deadline: .seconds(10)))
      throw error
    }
  }

  private func step(
    _ script: String, _ arguments: [String], input: [UInt8] = [], path: String
  ) async throws {
    let result = try await run(
      GuestCommand(
        ["sh", "-c", script, "sh"] + arguments, input: input, deadline: Self.deadline,
        outputLimit: 2000))
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed,
        "file \"\(path.printable(limit: 120))\" of machine \"\(machine)\" cannot be written: "
          + result.errorText.printable())
    }
  }
}
