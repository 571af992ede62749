/// Facts of what stands before a server.
enum ProxyConfiguration {
  static func read(
    _ kind: ConfigurationKind, _ file: Directives, _ facts: inout FactCollector
  ) {
    guard let first = file.all.first else { return }
    switch kind {
    case .haproxy:
      facts.add("load-balancer", "HAProxy", nil, first.line)
      if let bind = file.all.first(where: { $0.key == "bind" && $0.value.has(":443 ssl") }) {
        facts.add(.protocol("https"), bind.line, source: .sentence)
      }
      // `log 192.0.2.200:514 local1`, not `log /dev/log local0`.
      let target = file.all.first { $0.key == "log" && $0.value.utf8.first?.isDigitByte == true }
      if let target { facts.add("syslog", nil, nil, target.line) }
    case .squid:
      facts.add("proxy", "squid", file["http_port"]?.value, first.line)
      let target = file.all.first { $0.key == "access_log" && $0.value.starts("udp://") }
      if let target { facts.add("syslog", nil, nil, target.line) }
    case .keepalived:
      let balances = file["virtual_server"] != nil || file["real_server"] != nil
      if let line = file["vrrp_instance"]?.line ?? (balances ? nil : first.line) {
        facts.add("ha", "keepalived", nil, line)
      }
      if let server = file["virtual_server"] {
        facts.add("load-balancer", "keepalived", nil, server.line)
      }
    case .nginx:
      if let dav = file["dav_methods"] { facts.add(.protocol("webdav"), dav.line) }
      if let upstream = file["proxy_pass"] { facts.add("proxy", "nginx", nil, upstream.line) }
      if let listen = file.all.first(where: { $0.key == "listen" && $0.value.has("ssl") }) {
        facts.add(.protocol("https"), listen.line, source: .sentence)
      }
    case .apache:
      if let dav = file.on("dav") { facts.add(.protocol("webdav"), dav.line) }
      if let upstream = file["proxypass"] { facts.add("proxy", "Apache", nil, upstream.line) }
      if let engine = file.on("sslengine") {
        facts.add(.protocol("https"), engine.line, source: .sentence)
      }
      if let directory = file["authldapurl"] {
        facts.add("ldap", nil, directory.value.prefix { $0 != "?" }, directory.line)
      }
    default: break
    }
  }
}

/// Facts of mounts and of where logs go.
enum StorageConfiguration {
  static func read(
    _ kind: ConfigurationKind, _ file: Directives, _ facts: inout FactCollector
  ) {
    for entry in file.all {
      let words = entry.text.words(limit: 8)
      if kind == .fstab {
        guard words.count >= 4, words[1].starts("/") else { continue }
        let name = [
          "nfs": "NFS", "nfs4": "NFS", "cifs": "CIFS", "smb3": "CIFS", "ceph": "CephFS",
          "glusterfs": "GlusterFS",
        ][words[2]]
        guard let name else { continue }
        facts.add("network-storage", name, words[0], entry.line)
      } else if let target = words.last, words.count == 2, target.starts("@") {
        facts.add("syslog", nil, target.drop { $0 == "@" }, entry.line)
      }
    }
  }
}
