import CaseModel
import Foundation

/// Chooses what to install: the version that the customer named, or the nearest there is.
public struct VersionChooser: Sendable {
  public struct Choice: Equatable, Sendable {
    /// As the package manager writes it.
    public var package: String
    /// As the product counts.
    public var product: String
  }

  private let pattern: String

  /// - Throws: `badInput` when the pattern is no regular expression.
  public init(pattern: String) throws {
    _ = try Self.compile(pattern)
    self.pattern = pattern
  }

  private static func compile(_ pattern: String) throws -> Regex<AnyRegexOutput> {
    do {
      return try Regex(pattern)
    } catch {
      throw CaselabError(
        .badInput, "version pattern \"\(pattern.printable())\" is no regular expression",
        cause: error)
    }
  }

  /// The product's version in a line of output: the pattern's first group, or the whole match.
  public func version(in text: String) throws -> String? {
    guard let match = try Self.compile(pattern).firstMatch(in: text) else { return nil }
    let group = match.output.count > 1 ? match.output[1] : match.output[0]
    return group.substring.map(String.init)
  }

  /// - Parameter list: one package version per line, newest first.
  /// - Throws: `labFailed` when no line has a version.
  public func choose(wanted: String?, from list: String) throws -> Choice {
    let choices = try list.split(whereSeparator: \.isNewline).prefix(1000).compactMap {
      line -> Choice? in
      let package = line.trimmingCharacters(in: .whitespaces)
      return try version(in: package).map { Choice(package: package, product: $0) }
    }
    guard let newest = choices.first else {
      throw CaselabError(
        .labFailed, "no installable version of the product was found",
        hint: "try the product's `version.available` command in the guest")
    }
    guard let wanted else { return newest }
    let nearest = ProductVersion.nearest(
      to: ProductVersion(wanted), in: choices.map { ProductVersion($0.product) })
    return choices.first { ProductVersion($0.product) == nearest } ?? newest
  }
}
