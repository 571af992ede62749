import CaseModel
import Foundation

/// osinfo-db on disk: what is known of operating systems and how they descend from each other.
///
/// Only the files that are asked for are read; an OS's identifier tells its file (osinfo-db-tools,
/// "The Libosinfo Database Layout"). The first folder that has the file wins.
public struct OSInfo: Sendable {
  /// Each has an `os` folder.
  public let folders: [String]

  public init(folders: [String]) { self.folders = folders }

  /// The user's, the host's and the system's database, as far as they are there; nil without any.
  public static func standard(_ environment: [String: String]) -> OSInfo? {
    let home = environment["HOME"].map { $0 + "/.config" }
    let user =
      environment["OSINFO_USER_DIR"]
      ?? (environment["XDG_CONFIG_HOME"] ?? home).map { $0 + "/osinfo" }
    let folders = [
      user, environment["OSINFO_LOCAL_DIR"] ?? "/etc/osinfo",
      environment["OSINFO_SYSTEM_DIR"] ?? "/usr/share/osinfo",
    ].compactMap { $0 }.filter { Folder.exists($0 + "/os") }
    return folders.isEmpty ? nil : OSInfo(folders: folders)
  }

  /// The entry of an identifier like `http://debian.org/debian/12`; nil when it is not known.
  public func entry(_ identifier: String) -> OSInfoEntry? {
    guard let url = URLComponents(string: identifier), let host = url.host else { return nil }
    let name = url.path.split(separator: "/").joined(separator: "-")
    return read(host: host, name: name)
  }

  /// The entry of an OS as os-release names it.
  ///
  /// A point release that has no entry of its own is looked for under its release.
  public func entry(for os: EnvironmentProfile.OSWanted) -> OSInfoEntry? {
    for version in OSNaming.versions(of: os) {
      for prefix in OSNaming.prefixes(of: os.id) {
        for host in hosts() {
          if let entry = read(host: host, name: prefix + "-" + version) { return entry }
        }
      }
    }
    return nil
  }

  /// The entry of an OS, or of the nearest version of it that the database knows.
  ///
  /// A database is older than the systems that people run: its relations of `rhel 9.1` hold for 9.4.
  func nearestEntry(for os: EnvironmentProfile.OSWanted) -> OSInfoEntry? {
    if let entry = entry(for: os) { return entry }
    guard let version = OSNaming.versions(of: os).first else { return nil }
    let known = knownVersions(of: os.id)
    let nearest = ProductVersion.nearest(
      to: ProductVersion(version), in: known.map { ProductVersion($0.version) })
    guard let found = known.first(where: { ProductVersion($0.version) == nearest }) else {
      return nil
    }
    return read(host: found.host, name: found.name)
  }

  private func knownVersions(of id: String) -> [(host: String, name: String, version: String)] {
    OSNaming.prefixes(of: id).flatMap { prefix in
      folders.flatMap { folder in
        hosts().sorted().flatMap { host in
          Folder.names(in: "\(folder)/os/\(host)").compactMap { file in
            guard file.hasPrefix(prefix + "-"), file.hasSuffix(".xml") else { return nil }
            let version = file.dropFirst(prefix.count + 1).dropLast(4)
            guard version.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
            return (host, String(file.dropLast(4)), String(version))
          }
        }
      }
    }
  }

  private func hosts() -> Set<String> {
    Set(folders.flatMap { Folder.names(in: $0 + "/os") })
  }

  private func read(host: String, name: String) -> OSInfoEntry? {
    guard Rule.token.holds(host), Rule.token.holds(name) else { return nil }
    for folder in folders {
      let path = "\(folder)/os/\(host)/\(name).xml"
      guard Folder.exists(path), let text = try? Folder.text(path) else { continue }
      if let entry = OSInfoReader.entry(in: text) { return entry }
    }
    return nil
  }
}

/// What osinfo-db says of one OS.
public struct OSInfoEntry: Sendable, Equatable {
  /// `http://debian.org/debian/12`
  public var id = ""
  /// `debian12`
  public var shortID = ""
  public var name = ""
  /// `linux`, `winnt`, …
  public var family = ""
  public var releaseDate: String?
  public var endOfLife: String?
  public var clones: [String] = []
  public var derivesFrom: [String] = []
  public var upgrades: [String] = []
  /// MiB; the least that it needs.
  public var minimumMemoryMiB: Int?

  public init() {}

  /// The entries it descends from, and by which relation.
  var parents: [(relation: String, id: String)] {
    clones.map { ("is a clone of", $0) } + derivesFrom.map { ("derives from", $0) }
      + upgrades.map { ("upgrades", $0) }
  }
}
