import CaseModel
import Foundation

/// The base images of one home: a folder each, named by digest, never changed once there.
public struct ImageStore: Sendable {
  let home: Home

  public init(home: Home) { self.home = home }

  /// By name, the newest of a name first.
  public func list() throws -> [ImageManifest] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.images)) ?? []
    return try names.compactMap { try manifest(in: home.images + "/" + $0) }
      .sorted { ($0.name, $1.madeAt, $0.digest) < ($1.name, $0.madeAt, $1.digest) }
  }

  /// The newest image of that name.
  public func image(named name: String) throws -> ImageManifest? {
    try list().first { $0.name == name }
  }

  /// The newest image of exactly that OS version.
  public func image(os: EnvironmentProfile.OSWanted, arch: String) throws -> ImageManifest? {
    try list().filter { $0.os == os && $0.arch == arch }.max { $0.madeAt < $1.madeAt }
  }

  public func folder(of manifest: ImageManifest) -> String {
    home.images + "/" + String(manifest.digest.drop { $0 != ":" }.dropFirst())
  }

  /// Removes what killed makers of images left; gives back the paths it removed.
  public func sweep() async throws -> [String] { try await WorkFolder.sweep(workshop) }

  /// Where images are made.
  var workshop: String { home.work + "/images" }

  func lock(
    _ name: String, note: @Sendable (String) async -> Void
  ) async throws -> (lock: FileLock, waited: Bool) {
    var waited = false
    let lock = try await FileLock.acquire(path: home.locks + "/image-\(name)") { holder in
      waited = true
      await note("waiting for process \(holder), which makes the same image")
    }
    return (lock, waited)
  }

  private func manifest(in folder: String) throws -> ImageManifest? {
    guard let data = FileManager.default.contents(atPath: folder + "/manifest.json") else {
      return nil
    }
    do {
      return try JSONDecoder().decode(ImageManifest.self, from: data)
    } catch {
      throw CaselabError(
        .labFailed, "manifest of image \"\(folder)\" cannot be read", hint: "remove that folder",
        cause: error)
    }
  }
}
