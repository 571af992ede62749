import Foundation

public enum DiskUse {
  /// The same of one file.
  public static func bytes(ofFile path: String) -> Int64 {
    var info = stat()
    return stat(path, &info) == 0 ? Int64(info.st_blocks) * 512 : 0
  }

  /// Bytes that the files of a folder really take (an overlay is mostly holes); 0 when it is gone.
  public static func bytes(of folder: String) -> Int64 {
    guard let root = opendir(folder) else { return 0 }
    defer { closedir(root) }
    var total: Int64 = 0
    while let entry = readdir(root) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let path = folder + "/" + name
      var info = stat()
      // No link is followed: what it leads to is somebody else's.
      guard lstat(path, &info) == 0 else { continue }
      total += Int64(info.st_blocks) * 512
      if info.st_mode & S_IFMT == S_IFDIR { total += bytes(of: path) }
    }
    return total
  }
}
