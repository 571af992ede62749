import Foundation

/// What changes when a file is written to, replaced, cut or copied: inode, size and the time of the
/// last change (stat(2)), which no program can set.
struct FileStamp: Equatable {
  let text: String

  /// Nil for what is no regular file.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let changed = status.st_ctim
    text = "\(status.st_ino) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
  }
}
