/// Versions that programs write into their logs when they start or greet.
enum LogBanners {
  static func read(_ lines: ArraySlice<Line>, isClient: Bool) -> [Claim] {
    var claims: [Claim] = []
    for line in lines.prefix(400) where claims.count < 20 {
      guard line.text.utf8.count < 2_000 else { continue }
      let found = read(line.printed, isClient)
      for (subject, side) in found {
        // The program that wrote the log was there to write it.
        let isOwn = isClient && side == .client && !line.printed.has("lient version")
        let source: Claim.Source = isOwn ? .sentence : .aside
        claims.take(
          subject, side, line, source: source, emphasis: isOwn ? 6 : 0,
          machine: isOwn ? PrintedMachine(role: .client) : nil)
      }
      if let name = LogProtocols.name(in: line.printed) {
        claims.take(.protocol(name), .unknown, line, source: .sentence)
      }
      if line.printed.has(" clamd[") || line.printed.has(" clamav-milter[") {
        claims.take(
          .integration(kind: "antivirus", name: "ClamAV", detail: nil), .unknown, line,
          source: .sentence)
      }
      if found.isEmpty, !isClient, let (name, version) = LogVersions.product(in: line.printed) {
        let isHelper = NamedSoftware(name[...]).isHelper
        claims.take(
          .product(name: name, version: version), .unknown, line,
          place: isHelper ? .list : .text, emphasis: 8)
      } else if found.isEmpty, let version = LogVersions.own(in: line.printed) {
        claims.take(.product(name: nil, version: version), .unknown, line, source: .answer)
      }
    }
    return claims
  }

  private typealias Found = [(Claim.Subject, Claim.Side)]

  private static func read(_ text: Substring, _ isClient: Bool) -> Found {
    guard text.utf8.contains(where: \.isDigitByte) else { return [] }
    for banner in banners {
      guard let range = text.place(of: banner.mark) else { continue }
      let needs = banner.needs
      guard needs.isEmpty || needs.contains(where: text.has) else { continue }
      return banner.read(text[range.upperBound...])
    }
    guard isClient, let rest = text.after("OpenSSH_") else { return [] }
    return software("openssh", rest)
  }

  /// The text before a version, and any of the words without which it is something else.
  private struct Banner: Sendable {
    var mark: String
    var needs: [String] = []
    var read: @Sendable (Substring) -> Found
  }

  private static let banners = [
    Banner(mark: "ProFTPD ", needs: ["startup", "STARTUP", "220 "]) { product("proftpd", $0) },
    Banner(mark: "220 (vsFTPd ") { product("vsftpd", $0) },
    Banner(mark: "220-FileZilla Server ") { product("filezilla server", $0) },
    Banner(mark: "remote software version OpenSSH_") { product("openssh", $0) },
    Banner(mark: "Server version: SSH-2.0-OpenSSH_") { product("openssh", $0) },
    Banner(mark: "received client version 'SSH-2.0-", read: peer),
    Banner(mark: "Client protocol version 2.0; client software version ", read: peer),
    Banner(mark: "WinSCP Version ", read: winSCP),
    Banner(mark: "Time zone: Current: ", read: zone),
    Banner(mark: "rclone: Version \"") { software("rclone", $0) },
    Banner(mark: "FileZilla Client ") { software("filezilla", $0) },
    Banner(mark: "Operating system:", needs: ["Windows"], read: windows),
    Banner(mark: "] OS: ", read: system),
    Banner(mark: "] OS Name: ", read: system),
    Banner(mark: "time zone ", needs: ["locale "], read: place),
  ]

  private static func version(_ text: Substring) -> String? {
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_~+".contains($0)) }
    return PrintedVersion.plain(word)
  }

  private static func product(_ name: String, _ rest: Substring) -> Found {
    version(rest).map { [(.product(name: name, version: $0), .server)] } ?? []
  }

  private static func software(_ name: String, _ rest: Substring) -> Found {
    version(rest).map { [(.software(name: name, version: $0), .client)] } ?? []
  }

  /// `WinSCP_release_5.1.5`, `FileZilla_3.66.5`, `PuTTY_Release_0.78`: who speaks to a server.
  @Sendable private static func peer(_ rest: Substring) -> Found {
    let parts = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
      .split(separator: "_")
    guard parts.count >= 2, let last = parts.last else { return [] }
    let name = parts[0].lowercased()
    guard ["winscp", "filezilla", "putty", "cyberduck", "jsch"].contains(name) else { return [] }
    return version(last).map { [(.software(name: name, version: $0), .client)] } ?? []
  }

  /// `AlmaLinux 9.3 (Shamrock Pampas Cat), kernel 5.14.0, arch x86_64` where a server starts.
  @Sendable private static func system(_ rest: Substring) -> Found {
    guard let title = OSTitle(rest.prefix { $0 != "," && $0 != "(" }.trimmed[...]) else {
      return []
    }
    var claims: Found = [
      (.os(id: title.id, versions: title.version.map { [$0] } ?? []), .server)
    ]
    if let place = rest.place(of: "arch "),
      let arch = Architecture.name(
        of: rest[place.upperBound...].prefix { $0 != " " && $0 != "," })
    {
      claims.append((.arch(arch), .server))
    }
    return claims
  }

  /// `Europe/London`, as a server says when it starts.
  @Sendable private static func place(_ rest: Substring) -> Found {
    let zone = rest.prefix { $0.isLetter || "/_+-".contains($0) || $0.isNumber }
    return zone.contains("/") ? [(.timezone(String(zone)), .server)] : []
  }

  /// `GMT-5, Standard: GMT-5 (Eastern Standard Time), …` of WinSCP.
  @Sendable private static func zone(_ rest: Substring) -> Found {
    guard let open = rest.place(of: "("),
      let name = WindowsZones.name(ofID: rest[open.upperBound...].prefix { $0 != ")" })
    else { return [] }
    return [(.timezone(name), .client)]
  }

  /// `6.1.1 (Build 13949 2023-07-19) (OS 10.0.19045 – Windows 10 Pro)`
  @Sendable private static func winSCP(_ rest: Substring) -> Found {
    var claims = software("winscp", rest)
    if let system = rest.place(of: "(OS "), let name = rest.place(of: "Windows "),
      system.upperBound < name.lowerBound,
      let title = OSTitle(rest[name.lowerBound...].prefix { $0 != ")" && $0 != "," })
    {
      claims.append((.os(id: title.id, versions: title.version.map { [$0] } ?? []), .client))
    }
    return claims
  }

  /// `Windows 10.0 (build 19045)`
  @Sendable private static func windows(_ rest: Substring) -> Found {
    guard rest.has("Windows"), let build = rest.place(of: "(build ") else { return [] }
    let number = rest[build.upperBound...].prefix { $0.isNumber }
    return WindowsBuild.desktop(number).map { [(.os(id: "windows", versions: [$0]), .client)] }
      ?? []
  }
}

extension [Claim] {
  /// Adds it once.
  fileprivate mutating func take(
    _ subject: Claim.Subject, _ side: Claim.Side, _ line: Line, source: Claim.Source = .aside,
    place: Claim.Place = .text, emphasis: Int = 0, machine: PrintedMachine? = nil
  ) {
    guard !contains(where: { $0.subject == subject && $0.side == side }) else { return }
    append(
      Claim(
        subject: subject, side: side, source: source, place: place, emphasis: emphasis,
        machine: machine, message: line.message, evidence: line.evidence()))
  }
}
