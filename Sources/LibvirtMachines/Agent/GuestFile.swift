import CaseModel

/// A file of a guest's, by its path.
enum GuestFile {
  static func check(_ path: String) throws {
    guard path.hasPrefix("/"), !path.contains("\0"), path.utf8.count < 4096 else {
      throw CaselabError(.labFailed, "path \"\(path.printable())\" is not absolute or is malformed")
    }
  }

  /// Another name beside it, for a file that is not whole yet.
  static func temporary(_ path: String) -> String {
    "\(path).caselab-\(String(UInt64.random(in: 0 ... .max), radix: 16))"
  }
}
