import CaseModel
import Machines

/// A file of one node that others get at the same path: a certificate, host keys, a client's key.
public struct SharedFile: Equatable, Sendable {
  public var path: String
  /// Octal, as chmod(1) takes it.
  public var mode: String
  public var bytes: [UInt8]

  /// Files and bytes that one node may share.
  private static let limits = (files: 100, bytes: 1 << 20)

  /// The regular files that the globs match; a glob that matches nothing is no error.
  static func fetch(_ globs: [String], from guest: any Guest) async throws -> [SharedFile] {
    guard !globs.isEmpty else { return [] }
    let listing = try await guest.run(GuestCommand(["sh", "-c", list, "sh"] + globs))
    var files: [SharedFile] = []
    var size = 0
    for line in listing.outputText.split(whereSeparator: \.isNewline).prefix(limits.files) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, isMode(parts[0]), isBelow(globs, parts[1]) else { continue }
      let bytes = try await guest.read(parts[1], offset: 0, limit: limits.bytes)
      size += bytes.count
      guard size <= limits.bytes else {
        throw CaselabError(
          .labFailed, "the files that a node shares are larger than \(limits.bytes >> 10) KiB")
      }
      files.append(SharedFile(path: parts[1], mode: parts[0], bytes: bytes))
    }
    return files
  }

  private static let list =
    "for p do for f in $p; do [ ! -f \"$f\" ] || stat -c '%a %n' -- \"$f\"; done; done"

  private static func isMode(_ text: String) -> Bool {
    (3...4).contains(text.utf8.count) && text.allSatisfy { ("0"..."7").contains($0) }
  }

  /// The guest's answer is hostile: a path is written elsewhere only where a glob leads.
  private static func isBelow(_ globs: [String], _ path: String) -> Bool {
    !path.contains("/../")
      && globs.contains { glob in
        path.hasPrefix(glob.prefix { !"*?[".contains($0) })
      }
  }
}
