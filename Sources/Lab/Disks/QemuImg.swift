import CaseModel
import Foundation

/// Disk images by qemu-img(1).
public enum QemuImg {
  /// An overlay that reads from `backing` and takes the writes; nothing is copied.
  ///
  /// - Parameter sizeGiB: virtual size; never below the backing disk's, which then counts; nil: the
  ///   backing disk's.
  public static func createOverlay(at path: String, backing: String, sizeGiB: Int?) async throws {
    guard let sizeGiB else {
      return try await run("create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", backing, path)
    }
    let size = max(Int64(sizeGiB) << 30, try await info(backing).virtualSize)
    try await run("create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", backing, path, String(size))
  }

  /// An empty overlay of `disk` that reads from `place`, where the disk will lie.
  ///
  /// - Parameter sizeGiB: as above.
  static func createOverlay(
    at path: String, of disk: String, thatWillBe place: String, sizeGiB: Int? = nil
  ) async throws {
    let size = max(Int64(sizeGiB ?? 0) << 30, try await info(disk).virtualSize)
    try await run(
      "create", "-q", "-u", "-f", "qcow2", "-F", "qcow2", "-b", place, path, String(size))
  }

  /// An empty qcow2 disk.
  public static func createEmpty(at path: String, sizeGiB: Int) async throws {
    try await run("create", "-q", "-f", "qcow2", path, "\(sizeGiB)G")
  }

  /// Writes another name for the disk below into `disk`; nothing is looked at or copied.
  static func rename(backingOf disk: String, to below: String) async throws {
    try await run("rebase", "-u", "-f", "qcow2", "-F", "qcow2", "-b", below, disk)
  }

  /// The disk and all below it.
  static func chain(_ disk: String) async throws -> [String] {
    var chain = [disk]
    while let below = try await info(chain[chain.count - 1]).backingFile {
      guard chain.count < 64 else {
        throw CaselabError(.labFailed, "disk \"\(disk)\" stands on itself")
      }
      chain.append(below)
    }
    return chain
  }

  /// What a disk says of itself; its backing chain is not followed.
  ///
  /// - Parameter format: nil: qemu-img guesses, which is for files that somebody else made.
  public static func info(_ path: String, format: String? = "qcow2") async throws -> DiskInfo {
    let options = format.map { ["-f", $0] } ?? []
    let json = try await ToolCommand(
      ["qemu-img", "info", "--output=json", "-U"] + options + [path], deadline: .seconds(60)
    ).output()
    do {
      return try JSONDecoder().decode(DiskInfo.self, from: Data(json.utf8))
    } catch {
      throw CaselabError(.labFailed, "disk \"\(path)\" cannot be read", cause: error)
    }
  }

  /// Writes `source` as a sparse qcow2 without a backing file.
  public static func convert(_ source: String, format: String, to path: String) async throws {
    try await run(
      "convert", "-f", format, "-O", "qcow2", source, path, deadline: .seconds(6 * 3600))
  }

  private static func run(_ arguments: String..., deadline: Duration = .seconds(60)) async throws {
    try await ToolCommand(["qemu-img"] + arguments, deadline: deadline).run()
  }
}

/// The part of `qemu-img info --output=json` that matters here.
public struct DiskInfo: Decodable, Equatable, Sendable {
  public var format: String
  /// Bytes.
  public var virtualSize: Int64
  public var backingFile: String?
  /// External data file of a qcow2.
  public var dataFile: String?

  enum CodingKeys: String, CodingKey {
    case format
    case virtualSize = "virtual-size"
    case backingFile = "full-backing-filename"
    case specific = "format-specific"
  }

  public init(from decoder: any Decoder) throws {
    struct Specific: Decodable {
      struct Data: Decodable {
        var file: String?
        enum CodingKeys: String, CodingKey { case file = "data-file" }
      }
      var data: Data?
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    format = try values.decode(String.self, forKey: .format)
    virtualSize = try values.decode(Int64.self, forKey: .virtualSize)
    backingFile = try values.decodeIfPresent(String.self, forKey: .backingFile)
    dataFile = try values.decodeIfPresent(Specific.self, forKey: .specific)?.data?.file
  }
}
