import CaseModel
import Testing

@Suite struct ProtocolTests {
  @Test(arguments: [
    ("FTP", ["ftp"]), ("FTP, FTPS and SFTP", ["ftp", "ftps", "sftp"]),
    ("FTP/SFTP", ["ftp", "sftp"]),
    ("FTPS (explicit)", ["ftps"]), ("explicit FTPS on port 21", ["ftps"]),
    ("implicit FTPS", ["ftps-implicit"]),
    ("FTPS on port 990", ["ftps-implicit"]), ("FTPS, implicit", ["ftps-implicit"]),
    ("FTPS explicit and implicit", ["ftps", "ftps-implicit"]),
    ("FTPS explicit, no implicit", ["ftps"]),
    ("FTPES", ["ftps"]), ("FTP over TLS", ["ftps"]), ("FTP over explicit TLS/SSL", ["ftps"]),
    ("FTP with implicit SSL", ["ftps-implicit"]), ("FTP over SSH", ["sftp"]),
    ("FTP(S)", ["ftp", "ftps"]),
    ("SCP and SFTP with keys", ["scp", "sftp"]), ("HTTP(S), WebDAV", ["http", "https", "webdav"]),
    ("AS2", ["as2"]),
    ("- sftp\n- ftps", ["sftp", "ftps"]),
    ("implicit FTPS and plain FTP", ["ftps-implicit", "ftp"]),
  ])
  func protocolsAreRecognised(_ answer: String, _ expected: [String]) throws {
    let detail = try read("File transfer protocol(s) used? \(answer)")
    #expect(detail.protocols.flatMap(detail.served) == expected)
    #expect(detail.unclear.isEmpty && detail.deniedKinds.isEmpty)
    #expect(detail.evidence["protocols[0]"] != nil)
  }

  @Test func whatIsDeniedIsNotUsed() throws {
    let detail = try read("File transfer protocol(s) used? SFTP, no plain FTP, FTPS is disabled")
    #expect(detail.protocols == ["sftp"] && detail.deniedKinds == ["ftp", "ftps"])
  }

  @Test func whatIsSaidWithADoubtIsUnclear() throws {
    let detail = try read("Protocols: SFTP, maybe FTPS")
    #expect(detail.protocols == ["sftp"] && detail.unclearFields == ["protocols: ftps | no ftps"])
    #expect(
      try read("Protocols: SFTP and FTPS, not sure").unclearFields == ["protocols: sftp | no sftp"])
  }

  @Test(arguments: ["ssh", "the usual ones", "TLS 1.2"])
  func whatIsNoTransferProtocolIsKept(_ answer: String) throws {
    let detail = try read("Protocols: \(answer)")
    #expect(detail.protocols.isEmpty && detail.otherTexts == [answer])
    #expect(detail.missing.contains("protocols"))
  }
}

/// HTTP and HTTPS, which errors and links name as well.
@Suite struct WebProtocolTests {
  private func after(_ sentence: String) throws -> InstallationDetail {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)")
  }

  @Test(arguments: [
    "webmail (https) lentissima", "Over https it works.", "nur über https erreichbar",
    "l'interface web (https) reste blanche", "upload via HTTPS",
    "https:// to the same server is fine",
  ])
  func servedPagesCount(_ sentence: String) throws {
    #expect(try after(sentence).protocols == ["https"])
  }

  @Test(arguments: [
    "We get HTTP 502 now and then.", "The HTTP response is empty.", "The http status is 500.",
    "HTTP error 413", "It does DNS over HTTPS.",
    "see https://www.example.com/docs/sftp/ftps.html",
    "curl supports ftp, ftps, sftp and scp",
  ])
  func whatOnlyNamesThemDoesNot(_ sentence: String) throws {
    #expect(try after(sentence).protocols.isEmpty)
  }

  @Test func whatDoesNotUseSomethingElseIsThere() throws {
    let detail = try read(
      "ProFTPD 1.3.8 on Debian 12.\n\nAlso FTPS and AS2 on this server, but those do not use this rule."
    )
    #expect(detail.protocols == ["ftps", "as2"] && detail.denied.isEmpty)
  }
}
