import CaseModel
import Foundation

/// `$XDG_CONFIG_HOME/caselab/config.yaml`: what a user or a team sets once.
public struct ConfigurationFile: Decodable, Equatable, Sendable {
  /// libvirt URI when neither `--connect` nor CASELAB_CONNECT names one.
  public var connect: String?

  public init(connect: String? = nil) { self.connect = connect }

  static let shape = Shape.object([.optional("connect", .text(.line))])

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
