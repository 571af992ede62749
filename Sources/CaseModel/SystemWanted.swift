extension EnvironmentProfile {
  /// What of the product's machines differs from their image, beyond time zone and locale.
  public struct SystemWanted: Codable, Equatable, Sendable {
    /// Environment variables of services.
    public var variables: [String: String] = [:]
    /// Resource limits of services, soft and hard, by their names in limits.conf(5), in the units of
    /// getrlimit(2): bytes, seconds or a number; or `unlimited`.
    public var limits: [String: String] = [:]
    /// Kernel parameters by their names in sysctl(8).
    public var sysctl: [String: String] = [:]
    /// Words added to the kernel's command line (Documentation/admin-guide/kernel-parameters.txt):
    /// `apparmor=0`. Of images that the lab gives the kernel to, which all that it builds are.
    public var kernelArguments: [String] = []
    /// Without it no device has an IPv6 address, not even the loopback.
    public var ipv6 = true

    public static let knownLimits = [
      "as", "core", "cpu", "data", "fsize", "memlock", "nofile", "nproc", "rss", "sigpending",
      "stack",
    ]

    public init() {}

    enum CodingKeys: String, CodingKey {
      case variables, limits, sysctl, ipv6
      case kernelArguments = "kernel_arguments"
    }

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      variables = try values.decodeIfPresent([String: String].self, forKey: .variables) ?? [:]
      limits = try values.decodeIfPresent([String: String].self, forKey: .limits) ?? [:]
      sysctl = try values.decodeIfPresent([String: String].self, forKey: .sysctl) ?? [:]
      kernelArguments =
        try values.decodeIfPresent([String].self, forKey: .kernelArguments) ?? []
      ipv6 = try values.decodeIfPresent(Bool.self, forKey: .ipv6) ?? true
    }

    /// Those that are told, and those that `ipv6` is made of.
    public var allSysctl: [String: String] {
      guard !ipv6 else { return sysctl }
      return sysctl.merging([
        "net.ipv6.conf.all.disable_ipv6": "1", "net.ipv6.conf.default.disable_ipv6": "1",
      ]) { $1 }
    }
  }
}
