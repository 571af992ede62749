extension Product {
  /// A product that the catalogue does not have: nothing of it is installed, served or checked, and
  /// the rest of the installation is built all the same.
  ///
  /// - Parameter title: what the customer calls it.
  public static func absent(_ name: String, title: String? = nil) -> Product {
    Product(
      schema: currentSchema, name: name, title: title ?? name, aliases: [], os: [], protocols: [:],
      settings: [:], accounts: [], version: nil, install: [], files: [], configure: [], start: [],
      health: nil, features: [], logs: [], configuration: [],
      shares: [], heardIn: [], uses: [])
  }

  /// A product of the catalogue always has a health check.
  public var isAbsent: Bool { health == nil }

  /// Nobody knows which product the case is about.
  public var isUnknown: Bool { isAbsent && name == EnvironmentProfile.ProductWanted.unknown }

  /// Why nothing of an absent product is installed; nil for one of the catalogue.
  public var absence: String? {
    guard isAbsent else { return nil }
    return isUnknown
      ? "the product is not known"
      : "the catalogue has no \"\(title.printable(limit: 60))\""
  }

  /// Whether it installs on an OS, by its os-release `ID`; what is not installed goes on any.
  public func fits(os id: String) -> Bool { isAbsent || os.contains(id) }
}
