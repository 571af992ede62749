import CaseModel
import Foundation

/// The product that a detail is about; an absent one where the catalogue does not have it, never
/// another in its place.
enum ProductChoice {
  static func choose(
    for detail: InstallationDetail, from catalogue: Catalogue
  ) throws(CaselabError) -> Product {
    guard let name = detail.product.name else {
      let fitting = try fitting(detail, in: catalogue)
      return fitting.count == 1
        ? fitting[0] : .absent(EnvironmentProfile.ProductWanted.unknown, title: "the software")
    }
    return try find(name, in: catalogue) ?? .absent(safe(name, in: catalogue), title: name)
  }

  /// The one that a profile builds, an absent one under the customer's own name.
  static func built(
    _ profile: EnvironmentProfile, for detail: InstallationDetail, from catalogue: Catalogue
  ) throws(CaselabError) -> Product {
    let product = try catalogue.product(of: profile)
    guard product.isAbsent, let chosen = try? choose(for: detail, from: catalogue),
      chosen.isAbsent, chosen.name == product.name
    else { return product }
    return chosen
  }

  /// Those that a detail without a product's name may be about.
  ///
  /// A catalogue of one product is taken to be a team's own, whatever it serves; but not where the
  /// customer wavers between others.
  static func fitting(
    _ detail: InstallationDetail, in catalogue: Catalogue
  ) throws(CaselabError) -> [Product] {
    let all = try catalogue.products()
    let named = detail.unclear.filter { ["product", "product.name"].contains($0.field) }
      .flatMap(\.candidates)
    let possible = all.filter { named.isEmpty || named.contains(where: $0.isCalled) }
    let asked = Set(detail.protocols.flatMap(detail.served))
    return all.count == 1 ? possible : possible.filter { asked.isSubset(of: $0.protocols.keys) }
  }

  /// By its name in the catalogue, its title or another spelling.
  private static func find(
    _ name: String, in catalogue: Catalogue
  ) throws(CaselabError) -> Product? {
    if catalogue.productNames().contains(name) { return try catalogue.product(named: name) }
    return try catalogue.products().first { $0.isCalled(name) }
  }

  /// The customer's name in the letters that a profile's may have, and none that the catalogue has.
  private static func safe(_ name: String, in catalogue: Catalogue) -> String {
    let words = name.folded.utf8.split { !$0.isIn("abcdefghijklmnopqrstuvwxyz0123456789") }
    let joined = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    let safe = String(joined.prefix(50))
    guard !safe.isEmpty else { return "other-product" }
    let taken = catalogue.productNames() + [EnvironmentProfile.ProductWanted.unknown]
    return taken.contains(safe) ? "other-" + safe : safe
  }
}

extension Product {
  func isCalled(_ text: String) -> Bool {
    ([name, title] + aliases).contains { $0.spelling == text.spelling }
  }
}

extension Companion {
  /// Whether a make that the customer named is what it is made of.
  func isMake(_ text: String) -> Bool { Self.holds(makes, text) }

  /// Whether it rebuilds an integration, exactly or nearly.
  func rebuilds(_ integration: InstallationDetail.Integration) -> Bool {
    guard standsFor.contains(integration.kind) else { return false }
    return !(integration.name.map { Self.holds(unlike ?? [], $0) } ?? false)
  }

  private static func holds(_ names: [String], _ text: String) -> Bool {
    let words = "-\(text.spelling)-"
    return names.contains { words.contains("-\($0.spelling)-") }
  }
}

extension String {
  fileprivate var folded: String {
    folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
  }

  /// What is left of a name when its words may be written together with any of ` -_.`.
  fileprivate var spelling: String {
    folded.split { " -_.".contains($0) }.joined(separator: "-")
  }
}
