/// Protocols that a log shows in use.
enum LogProtocols {
  private static let marks: [(mark: String, name: String)] = [
    // WinSCP's account of the session.
    ("Transfer Protocol: SFTP", "sftp"), ("Transfer Protocol: SCP", "scp"),
    ("Transfer Protocol: WebDAV", "webdav"), ("FTP: FTPS: Explicit TLS", "ftps"),
    ("FTP: FTPS: Implicit TLS", "ftps-implicit"), ("FTP: FTPS: None", "ftp"),
    // FileZilla's.
    ("Response: fzSftp started", "sftp"), ("Status: TLS connection established", "ftps"),
    ("Status: Plain FTP is insecure", "ftp"),
    // A server's answer to `AUTH TLS`.
    (" 234 AUTH TLS", "ftps"), (" 234 AUTH SSL", "ftps"), (" 234 Proceed with negotiation", "ftps"),
    (" 234 Using authentication type TLS", "ftps"),
    // Servers'.
    ("subsystem request for sftp", "sftp"), (" mod_sftp/", "sftp"),
    ("mod_tls/", "ftps"),
  ]

  static func name(in text: Substring) -> String? {
    marks.first { text.has($0.mark) }?.name
      ?? (text.utf8.contains(9) ? tabbed(text) : nil)
  }

  /// FileZilla's window has tabs behind its first words: `Status:\tTLS connection established.`
  private static func tabbed(_ text: Substring) -> String? {
    let flat = text.replacing("\t", with: " ")[...]
    return marks.first { flat.has($0.mark) }?.name
  }
}
