import CaseModel
import Foundation

/// The private key that an image is entered with.
enum SSHKey {
  /// More is no key.
  private static let limit = 64 << 10

  static func read(_ path: String) throws -> Data {
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: limit + 1), data.count <= limit
    else {
      throw CaselabError(.badInput, "SSH key \"\(path.printable())\" cannot be read")
    }
    return data
  }

  /// Writes it for this user alone, which OpenSSH insists on.
  ///
  /// - Throws: `badInput` for what is no private key, or one with a passphrase.
  static func keep(_ key: Data, at path: String) async throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: key, attributes: [.posixPermissions: 0o600])
    else { throw CaselabError(.labFailed, "SSH key \"\(path.printable())\" cannot be written") }
    let probe = ToolCommand(["ssh-keygen", "-y", "-P", "", "-f", path], deadline: .seconds(30))
    guard try await probe.ending().status.isSuccess else {
      throw CaselabError(
        .badInput, "the SSH key is no private key, or has a passphrase",
        hint: "make one for the image: ssh-keygen -t ed25519 -N '' -f FILE")
    }
  }
}
