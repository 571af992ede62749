import CaseModel
import Foundation

/// The folder that a home is: made private, and nobody else's.
enum HomeFolder {
  /// Makes the folder with mode 0700, or takes the group's and the others' rights away from it.
  static func prepare(_ root: String) throws {
    var info = stat()
    if stat(root, &info) != 0 {
      try make(root)
      guard stat(root, &info) == 0 else { throw failure(root, "cannot be read", errno) }
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw CaselabError(
        .badInput, "home \"\(root.printable())\" is not a folder",
        hint: "set CASELAB_HOME to a folder of your own")
    }
    guard info.st_uid == geteuid() else {
      throw CaselabError(
        .badInput, "home \"\(root.printable())\" belongs to user \(info.st_uid), not to you",
        hint: "set CASELAB_HOME to a folder of your own, or run as that user")
    }
    if info.st_mode & 0o077 != 0, chmod(root, info.st_mode & 0o7700) != 0 {
      throw failure(root, "is open to other users and cannot be closed", errno)
    }
  }

  /// Creates an empty private file where there is none; SQLite gives its mode to the files beside it.
  static func createPrivate(_ path: String) throws {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(path, "cannot be opened", errno) }
    close(file)
  }

  /// Only one process at a time does `body`; the lock is on the folder and leaves no file behind.
  static func locked<T>(_ root: String, _ body: () throws -> T) throws -> T {
    let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure(root, "cannot be opened", errno) }
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure(root, "cannot be locked", errno) }
    }
    return try body()
  }

  private static func make(_ root: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CaselabError(
        .labFailed, "home \"\(root.printable())\" cannot be made",
        hint: "set CASELAB_HOME to a folder that you may write to", cause: error)
    }
  }

  private static func failure(_ path: String, _ state: String, _ code: Int32) -> CaselabError {
    CaselabError(
      .labFailed, "\"\(path.printable())\" \(state): \(String(cString: strerror(code)))",
      hint: "set CASELAB_HOME to a folder that you may write to")
  }
}
