import CaseModel
import Mustache

/// Renders a product's configuration files from the profile.
struct TemplateContext {
  let profile: EnvironmentProfile
  let product: Product
  /// Version that was installed.
  let version: String?

  /// - Throws: `badInput` when the template is no Mustache, or a value would not stay on its line.
  func render(_ template: String, name: String) throws -> String {
    try checkValues()
    do {
      let parsed = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + template)
      return parsed.render(values)
    } catch {
      throw CaselabError(
        .badInput, "template \"\(name)\" of product \"\(product.name)\" cannot be read",
        cause: error)
    }
  }

  private var settings: [String: Setting] { StepEnvironment.settings(profile, product: product) }

  private var values: [String: Any] {
    [
      "product": ["name": product.name, "version": version ?? ""],
      "settings": settings.mapValues(\.mustache),
      "protocols": protocols,
      "accounts": product.accounts.map {
        ["name": $0.name, "home": $0.home, "writable": $0.writable] as [String: Any]
      },
      "timezone": profile.timezone ?? "Etc/UTC",
      "configuration": profile.product.configuration ?? "",
    ]
  }

  /// A section per protocol of the profile; a dash in its name becomes `_`.
  private var protocols: [String: Any] {
    var sections: [String: Any] = [:]
    for (name, endpoint) in product.protocols where profile.protocols.contains(name) {
      sections[name.replacing("-", with: "_")] = ["port": endpoint.port]
    }
    return sections
  }

  private func checkValues() throws {
    let texts =
      settings.map { ("product.settings." + $0.key, $0.value.text) }
      + [("timezone", profile.timezone ?? "")]
    for (field, text) in texts where text.unicodeScalars.contains(where: { $0.value < 32 }) {
      throw CaselabError(
        .badInput, "profile field \"\(field)\" has a control character: \"\(text.printable())\"",
        hint: "a value is one line; whole lines belong in product.configuration")
    }
  }
}

extension Setting {
  fileprivate var mustache: Any {
    switch self {
    case .bool(let value): value
    case .integer(let value): value
    case .string(let value): value
    }
  }
}
