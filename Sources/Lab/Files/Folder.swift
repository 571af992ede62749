import CaseModel
import Foundation

/// Folders of ours: readable by nobody else.
public enum Folder {
  /// Makes it and its parents, mode 0700. Not an error when it is there.
  public static func create(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw CaselabError(.labFailed, "folder \"\(path)\" cannot be made", cause: error)
    }
  }

  /// Removes it with all that is in it; symbolic links are removed, not followed. Not an error when
  /// it is gone.
  public static func remove(_ path: String) throws {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      guard FileManager.default.fileExists(atPath: path) else { return }
      throw CaselabError(.labFailed, "folder \"\(path)\" cannot be removed", cause: error)
    }
  }

  /// Moves a finished folder into its place in one step (rename(2)), its contents on disk first.
  ///
  /// - Throws: `labFailed`, also when `place` is there already: a finished folder never changes.
  public static func publish(_ folder: String, as place: String) throws {
    try create((place as NSString).deletingLastPathComponent)
    for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      try sync(folder + "/" + file)
    }
    try sync(folder)
    guard rename(folder, place) == 0 else {
      throw CaselabError(
        .labFailed, "\"\(place)\" cannot be put in place: \(String(cString: strerror(errno)))")
    }
    try sync((place as NSString).deletingLastPathComponent)
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CaselabError(
        .labFailed, "\"\(path)\" cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw CaselabError(
        .labFailed, "\"\(path)\" cannot be written to disk: \(String(cString: strerror(errno)))")
    }
  }
}
