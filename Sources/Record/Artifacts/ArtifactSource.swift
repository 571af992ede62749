import CaseModel
import Foundation

/// A regular file read piece by piece, to the size that it has when it is opened.
///
/// A console's log still grows while it is kept; reading to its end might have none.
final class ArtifactSource {
  private let file: Int32
  private let path: String
  private var left: Int64

  init(_ path: String) throws {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    var info = stat()
    guard file >= 0, fstat(file, &info) == 0 else {
      let why = String(cString: strerror(errno))
      if file >= 0 { close(file) }
      throw CaselabError(.labFailed, "file \"\(path.printable())\" cannot be read: \(why)")
    }
    left = Int64(info.st_size)
    guard info.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw CaselabError(.badInput, "\"\(path.printable())\" is not a regular file")
    }
  }

  deinit { close(file) }

  /// Nothing at the end.
  func next() throws -> [UInt8] {
    let size = Int(min(left, 1 << 20))
    guard size > 0 else { return [] }
    var count = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      repeat { count = read(file, buffer.baseAddress, size) } while count < 0 && errno == EINTR
      guard count >= 0 else {
        let why = String(cString: strerror(errno))
        throw CaselabError(.labFailed, "file \"\(path.printable())\" cannot be read: \(why)")
      }
      used = count
    }
    left -= Int64(count)
    return bytes
  }
}
