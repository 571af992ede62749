import CaseModel
import Machines

extension AgentGuest {
  /// Bytes of one message; see `AgentCodec.commandLimit`.
  private static var writeChunk: Int { 64 << 10 }
  private static var readChunk: Int { 256 << 10 }
  /// For a whole file, however slowly the guest is emulated.
  private static var deadline: Duration { .seconds(600) }

  func read(_ path: String, offset: Int64, limit: Int) async throws -> [UInt8] {
    try await withFile(path, "r", "read") { handle in
      if offset > 0 { _ = try await link.call(GuestFileSeek(handle: handle, offset: offset)) }
      var content: [UInt8] = []
      while content.count < limit {
        let wanted = min(limit - content.count, Self.readChunk)
        let part = try await link.call(GuestFileRead(handle: handle, count: wanted))
        let bytes = try AgentCodec.bytes(part.bytes, limit: wanted, of: GuestFileRead.name)
        content += bytes
        if part.eof || bytes.isEmpty { break }
      }
      return content
    }
  }

  /// Under another name first, so that nobody in the guest sees half a file.
  func write(_ bytes: [UInt8], to path: String, mode: String) async throws {
    let temporary = GuestFile.temporary(path)
    do {
      try await send(bytes, to: temporary)
      let result = try await run(
        system == .windows
          ? .script(
            WindowsCommand.putInPlace, for: .windows,
            environment: ["CASELAB_FROM": temporary, "CASELAB_TO": path])
          : GuestCommand(
            ["sh", "-c", Self.putInPlace, "sh", temporary, path, mode], deadline: .seconds(60),
            outputLimit: 2000))
      guard result.status == 0 else {
        throw CaselabError(
          .labFailed,
          "file \"\(path.printable())\" of machine \"\(machine)\" cannot be written: "
            + result.errorText.printable())
      }
    } catch {
      _ = try? await run(
        system == .windows
          ? .script(
            WindowsCommand.remove, for: .windows, environment: ["CASELAB_FROM": temporary])
          : GuestCommand(["rm", "-f", "--", temporary], deadline: .seconds(10)))
      throw error
    }
  }

  private static let putInPlace = "chmod -- \"$3\" \"$1\" && mv -fT -- \"$1\" \"$2\""

  /// Makes a file of these bytes.
  func send(_ bytes: [UInt8], to path: String) async throws {
    try await withFile(path, "w", "written") { handle in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = Array(rest.prefix(Self.writeChunk))
        let write = GuestFileWrite(handle: handle, bytes: base64(part))
        let count = try await link.call(write).count
        guard count == part.count else {
          throw AgentCodec.malformed(GuestFileWrite.name, "\(count) of \(part.count) bytes")
        }
        rest = rest.dropFirst(part.count)
      }
    }
  }

  /// Opens the file for `body`, and closes it whatever happens.
  private func withFile<Value: Sendable>(
    _ path: String, _ mode: String, _ done: String,
    _ body: @escaping @Sendable (Int) async throws -> Value
  ) async throws -> Value {
    try GuestFile.check(path)
    do {
      return try await watch.withDeadline(
        Self.deadline, machine: machine, waitingFor: "file \"\(path.printable())\" \(done)"
      ) {
        let handle = try await link.call(GuestFileOpen(path: path, mode: mode))
        do {
          let value = try await body(handle)
          _ = try await link.call(GuestFileClose(handle: handle))
          return value
        } catch {
          _ = try? await link.call(GuestFileClose(handle: handle))
          throw error
        }
      }
    } catch let error as CaselabError where error.code == .labFailed && watch.life.end == nil {
      throw CaselabError(
        .labFailed,
        "file \"\(path.printable())\" of machine \"\(machine)\" cannot be \(done)", cause: error)
    }
  }
}
