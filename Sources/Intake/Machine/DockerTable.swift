/// Tables and blocks of `docker ps`, `docker images` and `docker version`.
enum DockerTable {
  static let heads = ["container", "repository", "client", "server"]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    if text.starts("CONTAINER ID ") { return rows(imageColumn: 1, &printout) }
    if text.starts("REPOSITORY ") && text.has("IMAGE ID") { return 0 }
    return version(&printout)
  }

  /// `CONTAINER ID   IMAGE                COMMAND   …` and its rows.
  private static func rows(imageColumn: Int, _ printout: inout Printout) -> Int {
    var count = 1
    while count < 200, let line = printout.line(count) {
      let words = line.words(limit: 3)
      guard words.count == 3, words[0].utf8.count == 12, words[0].utf8.allSatisfy(isHex) else {
        break
      }
      ContainerImage(words[imageColumn]).claim(at: count, &printout)
      count += 1
    }
    if count > 1 {
      printout.claim(.integration(kind: "container", name: "Docker", detail: nil), at: 1)
    }
    return count
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte.isDigitByte || (97...102).contains(byte)
  }

  /// `Client: Docker Engine - Community`, ` Version: 24.0.7`, … neither is a machine's role.
  private static func version(_ printout: inout Printout) -> Int {
    guard printout.text.starts("Client:") || printout.text.starts("Server:"),
      let next = printout.line(1)?.labelled?.label, next == "version" || next == "engine",
      printout.text.has("Docker") || printout.line(2)?.labelled?.label == "api version"
        || next == "engine"
    else { return 0 }
    var (count, end) = (1, 1)
    while count < 60, let line = printout.line(count) {
      if let (label, value) = line.labelled {
        if label == "os/arch",
          let arch = Architecture.name(of: value.split(separator: "/").last ?? "")
        {
          printout.claim(.arch(arch), at: count)
        }
        end = count + 1
      } else if !line.isEmpty {
        break
      }
      count += 1
    }
    printout.claim(.integration(kind: "container", name: "Docker", detail: nil))
    return end
  }
}

/// `drakkan/sftpgo:v2.5.6-alpine`
struct ContainerImage {
  var name: String
  /// Nil for `latest` and other words.
  var version: String?

  init(_ text: Substring) {
    let path = text.prefix { $0 != "@" }.split(separator: "/").last ?? ""
    let parts = path.split(separator: ":", maxSplits: 1)
    name = parts.first.map { $0.lowercased() } ?? ""
    // `2.5.6-alpine`: the variant is the image's.
    version = parts.count < 2 ? nil : PrintedVersion.plain(parts[1].prefix { $0 != "-" })
  }

  /// The product that the image is of.
  var product: String? {
    let known = [
      "sftpgo": "sftpgo", "proftpd": "proftpd", "vsftpd": "vsftpd", "pure-ftpd": "pure-ftpd",
      "alpine-ftp-server": "vsftpd", "nextcloud": "nextcloud", "owncloud": "owncloud",
      "ocis": "ocis", "sftp": "openssh", "openssh-server": "openssh", "minio": "minio",
      "samba": "samba", "crushftp": "crushftp", "seafile-mc": "seafile", "rclone": "rclone",
    ]
    return known[name]
  }

  func claim(at offset: Int, _ printout: inout Printout) {
    guard let product else { return }
    printout.claim(.product(name: product, version: productVersion), at: offset)
  }

  /// Nil where the image is numbered by those who made it.
  var productVersion: String? {
    ["sftp", "alpine-ftp-server", "openssh-server"].contains(name) ? nil : version
  }
}
