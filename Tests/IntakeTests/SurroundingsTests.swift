import CaseModel
import Testing

@Suite struct SurroundingsTests {
  @Test func timeZoneLocaleAndArchitectureAreRead() throws {
    let detail = try read(
      """
      Operating system: Debian 12 on aarch64
      Other information: Time zone America/Argentina/Salta, locale es_AR.UTF-8
      """)
    #expect(detail.timezone == "America/Argentina/Salta" && detail.locale == "es_AR.UTF-8")
    #expect(detail.arch == "aarch64")
    #expect(try read("Other information: the clock is in UTC").timezone == "UTC")
  }

  @Test func twoTimeZonesAreUnclear() throws {
    let detail = try read("Other information: Europe/Berlin and Asia/Tokyo")
    #expect(
      detail.timezone == nil && detail.unclearFields == ["timezone: Europe/Berlin | Asia/Tokyo"])
  }

  @Test func theClientSoftwareIsRead() throws {
    let detail = try read(
      "Product: ProFTPD\nOther information (if known): Client is WinSCP version 6.1.2")
    #expect(detail.client?.software == .init(name: "winscp", version: "6.1.2"))
    #expect(try read("Product: ProFTPD\nOther information: no FileZilla here").client == nil)
    #expect(try read("Other information: FileZilla Server 1.8").client == nil)
  }

  private let serverLog = """
    2026-03-02 08:14:55,310 files proftpd[2211] session opened, FTP over LDAP, Windows 10
      with a continuation
    2026-03-02 08:14:56,310 files proftpd[2211] session closed
    """

  @Test func aLogIsCountedAndNoFactIsTakenFromIt() throws {
    let detail = try read("Server log:\n\(serverLog)\nOther information: none")
    #expect(detail.shownLogs == ["server-log 3"])
    #expect(detail.evidence["logs[0]"]?.line == 2)
    #expect(detail.protocols.isEmpty && detail.integrations.isEmpty && detail.os.id == nil)
    #expect(detail.otherTexts == ["none"] && !detail.missing.contains("log.server"))
  }

  @Test(arguments: [
    "Mar  2 08:14:55 files proftpd[2211]: x", "2026-03-02T08:14:55.310Z x",
    "[2026-03-02 08:14:55] x",
    "Mon Mar 02 08:14:55 2026 0 x", "192.0.2.1 - - [02/Mar/2026:08:14:55 +0000] \"STOR x\"",
    "02.03.2026 08:14:55 x", "> 2026/03/02 08:14:55 x", "08:14:55 x",
  ])
  func theUsualTimeStampsMakeALog(_ line: String) throws {
    #expect(try read("Log:\n\(line)").shownLogs == ["server-log 1"])
  }

  @Test func clientAndServerLogsAreToldApart() throws {
    let detail = try read(
      """
      Server log:
      \(serverLog)

      Client-side log:
      08:14:55 connecting
      and then in FileZilla
      Status:\tConnecting
      Error:\tTimeout
      """)
    #expect(detail.shownLogs == ["server-log 3", "client-log 3"])
    #expect(detail.otherTexts == ["and then in FileZilla"])
  }

  @Test func anAttachedLogIsNamed() throws {
    let detail = try readAll([
      ("mail.txt", "Product version: ProFTPD 1.3.8"), ("proftpd.log", serverLog),
      ("client.log", "08:14:55 x"),
    ])
    #expect(detail.shownLogs == ["server-log 3 proftpd.log", "client-log 1 client.log"])
    #expect(detail.other.isEmpty)
  }

  @Test func aLogThatIsOnlyPromisedIsMissing() throws {
    let detail = try read("Server log: will follow at 10:30")
    #expect(detail.logs.isEmpty && detail.missing.contains("log.server"))
    #expect(detail.otherTexts == ["will follow at 10:30"])
  }
}

/// Time zones and locales in sentences.
@Suite struct PlaceTests {
  private func zone(_ sentence: String) throws -> String? {
    try read("ProFTPD 1.3.8b on Debian 12 hangs since the update.\n\n\(sentence)").timezone
  }

  @Test(arguments: [
    ("The server's time zone is Europe/Paris.", "Europe/Paris"), ("timezone is CEST", "CEST"),
    ("Log ist in unserer Zeit also Berlin.", "Europe/Berlin"), ("All times are UTC+2.", "UTC+2"),
    ("times in the log are Berlin time", "Europe/Berlin"), ("(logs are in GMT)", "GMT"),
    ("All timestamps in CET.", "CET"),
    ("L'heure du serveur est celle de Paris.", "Europe/Paris"),
    ("The server is in America/New_York (GMT-0500).", "America/New_York"),
  ])
  func theTimeZoneIsRead(_ sentence: String, _ expected: String) throws {
    #expect(try zone(sentence) == expected)
  }

  @Test(arguments: [
    "It started at 14:00 UTC.", "We have an office in Berlin, the server is in London.",
  ])
  func aTimeOrAPlaceIsNoTimeZone(_ sentence: String) throws {
    #expect(try zone(sentence) == nil)
  }

  @Test func aLocaleOfWindowsIsRead() throws {
    #expect(try read("Product: ProFTPD\nLocale: fr-FR").locale == "fr-FR")
  }

  @Test func aDriveByTheProductsOwnProtocolIsNoStorage() throws {
    let detail = try read("Nextcloud 28.0.4 on Debian 12. Users map it as a WebDAV network drive.")
    #expect(detail.integrations.isEmpty && detail.protocols == ["webdav"])
  }
}
