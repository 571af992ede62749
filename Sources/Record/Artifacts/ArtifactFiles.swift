import CaseModel
import Crypto
import Foundation

/// Files named by the SHA-256 of their bytes: written whole or not at all.
struct ArtifactFiles: Sendable {
  var folder: String
  /// Where files are until they are whole. The name of each begins with its process's mark.
  var incoming: String { folder + "/incoming" }

  /// A file that is whole and on disk but does not have its name yet.
  struct Incoming {
    var path: String
    var digest: String
    var size: Int64
  }

  func path(_ digest: String) -> String { "\(folder)/\(digest.prefix(2))/\(digest)" }

  /// Takes in what `next` returns until it returns nothing.
  func takeIn(_ next: () async throws -> [UInt8]) async throws -> Incoming {
    try makeFolder(incoming)
    let mark = ProcessMark.current
    let path = "\(incoming)/\(mark.pid).\(mark.startedTicks).\(UInt64.random(in: 0 ... .max))"
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(path, "made") }
    defer { close(file) }
    do {
      var hash = SHA256()
      var size: Int64 = 0
      while case let bytes = try await next(), !bytes.isEmpty {
        hash.update(data: bytes)
        size += Int64(bytes.count)
        try write(bytes, to: file, path)
      }
      guard fsync(file) == 0 else { throw failure(path, "written") }
      let digest = hash.finalize().map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
      return Incoming(path: path, digest: digest, size: size)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Gives the file its name, unless there is one of that name and size already.
  func keep(_ file: Incoming) throws {
    let path = path(file.digest)
    var info = stat()
    if stat(path, &info) == 0, Int64(info.st_size) == file.size {
      unlink(file.path)
      return
    }
    let parent = "\(folder)/\(file.digest.prefix(2))"
    try makeFolder(parent)
    guard rename(file.path, path) == 0 else { throw failure(path, "made") }
    try sync(folder: parent)
  }

  func discard(_ file: Incoming) { unlink(file.path) }

  private func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw failure(path, "written") }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, path != folder else { throw failure(path, "made") }
    try makeFolder(folder)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path, "made") }
  }

  private func sync(folder path: String) throws {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, "opened") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path, "written") }
  }

  private func failure(_ path: String, _ verb: String) -> CaselabError {
    let code = errno
    return CaselabError(
      .labFailed,
      "artifact \"\(path.printable())\" cannot be \(verb): \(String(cString: strerror(code)))",
      hint: code == ENOSPC
        ? "free some space (`caselab gc` removes what no run needs), then try again" : nil)
  }
}
