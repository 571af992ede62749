import CaseModel
import Foundation

/// What a disk image that somebody else made claims to be, read from its first bytes.
///
/// qemu-img is only let near it afterwards, and with the format named: a disk can name other files
/// of the host, or network addresses, as parts of itself, and qemu-img opens them even to look.
enum DiskInspection {
  static let largestVirtualSize: Int64 = 1 << 40

  /// The format, `qcow2`, `vmdk` or `raw`. Throws `badInput` for anything else and for a disk that
  /// refers to other files.
  static func format(of path: String) throws -> String {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw CaselabError(.badInput, "disk \"\(path.printable())\" is not there or not readable")
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw CaselabError(.badInput, "disk \"\(path.printable())\" is not a regular file")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CaselabError(.badInput, "disk \"\(path.printable())\" cannot be read")
    }
    defer { try? file.close() }
    let head = DiskHead(bytes: [UInt8](try file.read(upToCount: 1024) ?? Data()))
    do throws(Refusal) {
      return try head.format()
    } catch {
      throw CaselabError(
        .badInput, "disk \"\(path.printable())\" \(error.why)", hint: error.hint)
    }
  }

  /// Holds what qemu-img says, the format given, against what a lone disk may be.
  static func check(_ info: DiskInfo, path: String) throws {
    if let other = info.backingFile ?? info.dataFile {
      throw CaselabError(
        .badInput, "disk \"\(path.printable())\" refers to \"\(other.printable())\"",
        hint: Refusal.flatten)
    }
    guard (1...largestVirtualSize).contains(info.virtualSize) else {
      throw CaselabError(
        .badInput,
        "disk \"\(path.printable())\" claims \(info.virtualSize) bytes; 1 byte to 1 TiB can be taken"
      )
    }
  }

  struct Refusal: Error {
    static let flatten = "make a disk of its own from it first: qemu-img convert -O qcow2 OLD NEW"
    var why: String
    var hint: String? = flatten
  }
}

/// The first 1024 bytes of a disk image.
struct DiskHead {
  var bytes: [UInt8]

  /// qcow2: docs/interop/qcow2.rst of QEMU; vmdk: VMware's "Virtual Disk Format 5.0".
  func format() throws(DiskInspection.Refusal) -> String {
    if starts("QFI\u{fb}") {
      guard bytes.count >= 104, big(8, 8) == 0 else { throw .init(why: "has a backing file") }
      guard big(4, 4) == 2 || big(72, 8) & 4 == 0 else {
        throw .init(why: "keeps its data in another file")
      }
      guard big(32, 4) == 0 else { throw .init(why: "is encrypted", hint: nil) }
      return "qcow2"
    }
    if starts("KDMV") {
      // Without a capacity of its own, the descriptor inside names the files that have it.
      guard bytes.count >= 512, little(12, 8) != 0 else {
        throw .init(why: "keeps its data in other files")
      }
      return "vmdk"
    }
    if starts("# Disk Descriptor") { throw .init(why: "keeps its data in other files") }
    guard bytes.count >= 512, bytes[510] == 0x55, bytes[511] == 0xAA else {
      throw .init(
        why: "is neither qcow2, nor vmdk, nor a raw disk with a boot record",
        hint: "qemu-img convert -O qcow2 OLD NEW makes a qcow2 of most other formats")
    }
    return "raw"
  }

  private func starts(_ magic: String) -> Bool {
    bytes.starts(with: magic.unicodeScalars.map { UInt8($0.value) })
  }

  private func big(_ offset: Int, _ count: Int) -> UInt64 {
    bytes[offset..<offset + count].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func little(_ offset: Int, _ count: Int) -> UInt64 {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
