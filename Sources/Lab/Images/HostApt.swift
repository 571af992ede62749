import CaseModel
import Foundation

/// What this host's apt is configured to do, as far as building an image follows it.
struct HostApt: Equatable, Sendable {
  var sources: AptSources
  /// `Acquire::http::Proxy` and its kin, by key.
  var proxies: [String: String]
  /// False on hosts whose mirror is a frozen one.
  var checksAge: Bool

  static func read() async throws -> HostApt {
    let targets = try await ToolCommand(
      ["apt-get", "indextargets", "--format", AptSources.format], deadline: .seconds(60)
    ).output()
    guard let sources = AptSources(indexTargets: targets) else {
      throw CaselabError(
        .labFailed, "no http or https mirror of Debian is configured for apt on this host",
        hint:
          "sudo apt-get update, or see sources.list(5): images come from the mirror that apt uses")
    }
    let dump = try await ToolCommand(["apt-config", "dump"], deadline: .seconds(60)).output()
    return HostApt(sources: sources, configuration: dump)
  }

  init(sources: AptSources, configuration: String) {
    self.sources = sources
    var values: [String: String] = [:]
    for line in configuration.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(?<key>[\w:.-]+) "(?<value>[^"\\]*)";/) else {
        continue
      }
      values[String(match.key)] = String(match.value)
    }
    proxies = values.filter {
      ["Acquire::http::Proxy", "Acquire::https::Proxy"].contains($0.key) && !$0.value.isEmpty
    }
    checksAge = values["Acquire::Check-Valid-Until"] != "false"
  }

  /// Apt configuration while the image is built.
  var buildOptions: [String] {
    proxies.sorted { $0.key < $1.key }.map { "\($0.key) \"\($0.value)\";" }
      + ["APT::Sandbox::User \"root\";", "Acquire::Languages \"none\";"]
      + (checksAge ? [] : ["Acquire::Check-Valid-Until \"false\";"])
  }

  /// Apt configuration inside the image: a proxy on the host's loopback is out of a guest's reach.
  var guestOptions: [String] {
    proxies.sorted { $0.key < $1.key }.filter { !Self.isLoopback($0.value) }
      .map { "\($0.key) \"\($0.value)\";" }
      + ["Acquire::Languages \"none\";"]
      + (checksAge ? [] : ["Acquire::Check-Valid-Until \"false\";"])
  }

  /// Proxies that the image goes without.
  var leftOut: [String] { proxies.values.filter(Self.isLoopback).sorted() }

  private static func isLoopback(_ proxy: String) -> Bool {
    guard let host = URL(string: proxy)?.host() else { return true }
    return host == "localhost" || host.hasPrefix("127.") || host == "::1" || host == "[::1]"
  }
}
