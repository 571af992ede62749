import CaseModel

/// The kernel parameters of the product's machine, from the `sysctl.conf` that the customer sent.
enum SystemChoice {
  static func add(to profile: inout EnvironmentProfile, _ detail: InstallationDetail) {
    for file in files(in: detail) {
      for (name, value) in parameters(file) {
        if name == noIPv6 {
          profile.system.ipv6 = value == "0"
        } else if shared.contains(name) {
          profile.system.sysctl[name] = value
        }
      }
    }
  }

  /// What becomes of one such file; `row` as it is where the profile has none of its values.
  static func row(
    _ row: FidelityRow, for sent: InstallationDetail.Attachment, in profile: EnvironmentProfile
  ) -> FidelityRow {
    guard sent.kind == kind, let text = sent.text else { return row }
    let said = parameters(text)
    let wanted = profile.system.allSysctl.merging([noIPv6: profile.system.ipv6 ? "0" : "1"]) { $1 }
    let left = said.keys.filter { wanted[$0] != said[$0] }.sorted()
    guard left.count < said.count else { return row }
    var row = row
    row.built = "\(said.count - left.count) of \(said.count) kernel parameters"
    row.how = field
    row.fidelity = left.isEmpty ? .equivalent : .approximate
    row.why =
      left.isEmpty
      ? "each is read back from inside"
      : "not taken over, or set otherwise in the profile: \(left.joined(separator: ", ").shown)"
    return row
  }

  /// Where the values stand in the profile.
  static let field = "system.sysctl"

  private static let kind = "sysctl.conf"
  private static let noIPv6 = "net.ipv6.conf.all.disable_ipv6"

  /// In the order in which sysctl(8) loads them with `--system`: the later one counts.
  private static func files(in detail: InstallationDetail) -> [String] {
    func rank(_ sent: InstallationDetail.Attachment) -> (Int, String) {
      (sent.name?.contains("sysctl.d/") == true ? 0 : 1, sent.name ?? "")
    }
    return detail.configuration.filter { $0.kind == kind }.sorted { rank($0) < rank($1) }
      .compactMap(\.text)
  }

  /// `name = numbers` by name, dots between its parts (sysctl.conf(5)).
  private static func parameters(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !"#;".contains(line.first ?? "#") {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        $0.split(whereSeparator: { $0 == " " || $0 == "\t" })
      }
      // A leading minus says that failing to set it is no failure.
      guard parts.count == 2, parts[0].count == 1,
        let name = parts[0].first?.drop(while: { $0 == "-" }),
        Rule.sysctl.holds(String(name)), (1...4).contains(parts[1].count),
        parts[1].allSatisfy({ $0.utf8.count <= 18 && Int64($0) != nil })
      else { continue }
      values[String(name).replacing("/", with: ".")] = parts[1].joined(separator: " ")
    }
    return values
  }

  /// Those that shape connections and transfers, and that the kernels of all images have. The others
  /// belong to the size or the make of the customer's own machine (`vm.nr_hugepages`), or are gone
  /// from newer kernels (`net.ipv4.tcp_tw_recycle`), and a machine that does not take one is no lab.
  private static let shared: Set<String> = [
    "fs.file-max", "net.core.netdev_max_backlog", "net.core.rmem_default", "net.core.rmem_max",
    "net.core.somaxconn", "net.core.wmem_default", "net.core.wmem_max",
    "net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter",
    "net.ipv4.ip_local_port_range", "net.ipv4.ip_no_pmtu_disc", "net.ipv4.tcp_ecn",
    "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_max_syn_backlog", "net.ipv4.tcp_mtu_probing",
    "net.ipv4.tcp_retries2", "net.ipv4.tcp_rmem", "net.ipv4.tcp_sack",
    "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_syn_retries", "net.ipv4.tcp_synack_retries",
    "net.ipv4.tcp_syncookies", "net.ipv4.tcp_timestamps", "net.ipv4.tcp_tw_reuse",
    "net.ipv4.tcp_window_scaling", "net.ipv4.tcp_wmem",
  ]
}
