import CaseModel

/// The environment variables that a product's and a suite's scripts get; values travel this way
/// and never inside a script's text.
enum StepEnvironment {
  static let folder = "/etc/caselab"
  static let description = folder + "/environment.json"
  static let accounts = folder + "/accounts"

  /// For steps that build a layer.
  static let building = [
    "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root",
  ]

  /// For steps and suites in a case's node.
  static func running(_ profile: EnvironmentProfile, product: Product) -> [String: String] {
    var values = building
    values["CASELAB_ENVIRONMENT"] = description
    values["CASELAB_ACCOUNTS"] = accounts
    values["CASELAB_PROTOCOLS"] = profile.protocols.joined(separator: " ")
    values["CASELAB_TIMEZONE"] = profile.timezone ?? "Etc/UTC"
    values["CASELAB_LOCALE"] = profile.locale ?? ""
    for (name, setting) in settings(profile, product: product) {
      values["CASELAB_SETTING_" + name.uppercased()] = setting.text
    }
    return values
  }

  /// The product's defaults, overridden by the profile.
  static func settings(_ profile: EnvironmentProfile, product: Product) -> [String: Setting] {
    product.settings.mapValues(\.default).merging(profile.product.settings) { $1 }
  }
}
