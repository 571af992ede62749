/// Packages of the servers that cases are about.
enum KnownPackages {
  struct Product {
    var name: String
    /// A list says little about those that are installed nearly everywhere.
    var isCommon = false
  }

  static func product(of package: Substring) -> Product? {
    guard package.utf8.count <= 40 else { return nil }
    let key = package.lowercased()
    if let name = products[key] { return Product(name: name) }
    return common[key].map { Product(name: $0, isCommon: true) }
  }

  private static let products = [
    "proftpd": "proftpd", "proftpd-core": "proftpd", "proftpd-basic": "proftpd",
    "vsftpd": "vsftpd", "pure-ftpd": "pure-ftpd", "pure-ftpd-common": "pure-ftpd",
    "bftpd": "bftpd", "sftpgo": "sftpgo", "wu-ftpd": "wu-ftpd", "inetutils-ftpd": "inetutils-ftpd",
    "nextcloud-server": "nextcloud", "owncloud-server": "owncloud", "crushftp": "crushftp",
    "tftpd-hpa": "tftpd-hpa", "atftpd": "atftpd", "tftp-server": "tftp-server",
  ]
  private static let common = [
    "openssh-server": "openssh", "samba": "samba", "apache2": "apache httpd",
    "httpd": "apache httpd", "nginx": "nginx", "lighttpd": "lighttpd", "dropbear": "dropbear",
    "rsync": "rsync",
  ]
}
