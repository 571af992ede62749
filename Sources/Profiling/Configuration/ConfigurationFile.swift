import CaseModel
import Foundation

/// `$XDG_CONFIG_HOME/caselab/config.yaml`: what a user or a team sets once.
public struct ConfigurationFile: Decodable, Equatable, Sendable {
  /// libvirt URI when neither `--connect` nor CASELAB_CONNECT names one.
  public var connect: String?
  public var cache: Cache?
  public var layers: Layers?

  public struct Layers: Decodable, Equatable, Sendable {
    /// False: every layer is built in a machine, none in a chroot on the host.
    public var chroot: Bool?
  }

  public struct Cache: Decodable, Equatable, Sendable {
    /// What all layers may take: `20GiB`.
    public var maxSize: String?

    enum CodingKeys: String, CodingKey {
      case maxSize = "max_size"
    }

    /// In bytes; nil without a limit.
    public var maxBytes: Int64? { maxSize.flatMap(Self.bytes) }

    /// Nil for what is no size. IEC units of at least one MiB.
    static func bytes(_ text: String) -> Int64? {
      let units: [String: Int64] = ["MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40]
      guard let unit = units[String(text.suffix(3))], let count = Int64(text.dropLast(3)),
        (1...1_000_000).contains(count)
      else { return nil }
      return count * unit
    }
  }

  public init(connect: String? = nil) { self.connect = connect }

  static let shape = Shape.object([
    .optional("connect", .text(.line)),
    .optional("cache", .object([.optional("max_size", .text(.diskSize))])),
    .optional("layers", .object([.optional("chroot", .bool)])),
  ])

  /// A missing file is an empty one.
  ///
  /// - Throws: `badInput` with every problem.
  public static func load(_ path: String) throws(CaselabError) -> ConfigurationFile {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
      return ConfigurationFile()
    }
    return try parse(String(decoding: data, as: UTF8.self), file: path)
  }

  static func parse(_ yaml: String, file: String) throws(CaselabError) -> ConfigurationFile {
    do throws(Problems) {
      let document = try YAMLDocument<ConfigurationFile>(yaml, file: file, shape: shape)
      guard document.check.problems.isEmpty else { throw Problems(list: document.check.problems) }
      return document.value
    } catch {
      throw CaselabError(
        "configuration \"\(file.printable())\"", error.list, hint: "correct it and try again")
    }
  }
}

extension Rule {
  static let diskSize = Rule(
    expected: "a size like 20GiB, in MiB, GiB or TiB", pattern: "^[1-9][0-9]{0,6}[MGT]iB$"
  ) { ConfigurationFile.Cache.bytes($0) != nil }
}
