import Foundation

/// Certificate authorities that this host trusts beyond its distribution's, as where a company looks
/// into TLS: what builds a layer must trust them too, or it reaches no package index. The layer
/// itself does not get them.
struct HostAuthorities: Sendable {
  /// PEM, of all that the host trusts.
  var bundle: [UInt8]

  /// In the guest; /run is gone when the machine ends.
  static let path = "/run/caselab.authorities.pem"

  /// All that this host trusts; update-ca-certificates(8).
  static let ofHost = "/etc/ssl/certs/ca-certificates.crt"

  /// Nil where the host has none of its own. Both places are update-ca-certificates(8)'s.
  init?(
    own: String = "/usr/local/share/ca-certificates",
    all: String = ofHost
  ) {
    let files = FileManager.default
    let names = (try? files.subpathsOfDirectory(atPath: own)) ?? []
    guard names.contains(where: { $0.hasSuffix(".crt") }), let data = files.contents(atPath: all),
      data.count <= 4 << 20
    else { return nil }
    bundle = Array(data)
  }

  /// For OpenSSL, curl, pip and Python's requests.
  static let variables = [
    "SSL_CERT_FILE": path, "CURL_CA_BUNDLE": path, "PIP_CERT": path, "REQUESTS_CA_BUNDLE": path,
  ]
}
