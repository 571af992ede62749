import Carchive

#if canImport(Glibc)
  import Glibc
#endif

/// An archive's members one after the other, unpacked as they are asked for and never to disk.
struct ArchiveStream: ~Copyable {
  enum Step {
    case member(Member)
    case end
    /// What libarchive says is wrong.
    case damaged(String)
  }

  struct Member {
    enum Kind { case file, folder, link, other }
    /// As stored; nil when it cannot be told.
    var path: String?
    var kind: Kind
    /// Where a symbolic link leads.
    var target: String?
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  /// Kept alive: libarchive reads from it.
  private let bytes: UnsafeMutableRawBufferPointer?
  private(set) var memberCount = 0
  private var unpackedBytes = 0

  /// Only what people pack logs with: tar and zip, and single compressed files.
  init?(_ content: FileContent) {
    guard let archive = archive_read_new() else { return nil }
    for support in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
      archive_read_support_filter_xz, archive_read_support_filter_zstd,
      archive_read_support_format_tar, archive_read_support_format_zip,
      archive_read_support_format_raw,
    ] {
      _ = support(archive)
    }
    let status: Int32
    var copy: UnsafeMutableRawBufferPointer?
    switch content.source {
    case .path(let path): status = archive_read_open_filename(archive, path, 1 << 18)
    case .bytes(let bytes):
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
      buffer.copyBytes(from: bytes)
      copy = buffer
      status = archive_read_open_memory(archive, buffer.baseAddress, buffer.count)
    }
    guard status == ARCHIVE_OK else {
      archive_read_free(archive)
      copy?.deallocate()
      return nil
    }
    self.archive = archive
    bytes = copy
  }

  deinit {
    archive_read_free(archive)
    bytes?.deallocate()
  }

  mutating func next() -> Step {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return .end
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: return .damaged(problem)
    }
    guard let entry else { return .end }
    memberCount += 1
    return .member(
      Member(
        path: path(of: entry), kind: kind(of: entry),
        target: archive_entry_symlink(entry).map { String(cString: $0) },
        isEncrypted: archive_entry_is_encrypted(entry) != 0))
  }

  /// Whether the whole file is one compressed file, without names.
  var isSingleFile: Bool { archive_format(archive) == ARCHIVE_FORMAT_RAW }

  /// Gives the member's bytes to the callback until it says no; what is wrong, or nil.
  mutating func read(_ body: (UnsafeRawBufferPointer) -> Bool) -> String? {
    while true {
      var (block, size, offset) = (UnsafeRawPointer?.none, 0, la_int64_t(0))
      switch archive_read_data_block(archive, &block, &size, &offset) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: return problem
      }
      unpackedBytes += size
      if let bomb { return bomb }
      if size > 0, !body(UnsafeRawBufferPointer(start: block, count: size)) { return nil }
    }
  }

  /// Passes over the member's bytes; what is wrong, or nil.
  mutating func skip() -> String? {
    // A zip's member is passed over without being unpacked; a tar's has to be, and may be a bomb.
    if archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP {
      return archive_read_data_skip(archive) < ARCHIVE_WARN ? problem : nil
    }
    return read { _ in true }
  }

  /// Text packs to a tenth or a thirtieth; a bomb to a thousandth.
  private var bomb: String? {
    let packed = Int(archive_filter_bytes(archive, -1))
    if unpackedBytes > ReadingLimits.unpackedBytes
      || unpackedBytes > 256 << 20 && unpackedBytes / 200 > max(packed, 1)
    {
      return "unpacks to more than \(unpackedBytes >> 20) MiB; its rest was not read"
    }
    return nil
  }

  private var problem: String {
    archive_error_string(archive).map { "is damaged: \(String(cString: $0))" } ?? "is damaged"
  }

  private func path(of entry: OpaquePointer) -> String? {
    if let path = archive_entry_pathname_utf8(entry) { return String(cString: path) }
    guard let path = archive_entry_pathname(entry) else { return nil }
    let bytes = UnsafeRawBufferPointer(start: path, count: strlen(path))
    return String(decoding: TextEncoding.decode(Array(bytes)).utf8, as: UTF8.self)
  }

  private func kind(of entry: OpaquePointer) -> Member.Kind {
    if archive_entry_hardlink(entry) != nil { return .link }
    switch archive_entry_filetype(entry) {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
