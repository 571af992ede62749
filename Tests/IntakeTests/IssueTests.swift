import CaseModel
import Testing

/// Reports as they stand in public trackers and on mailing lists.
@Suite struct IssueTests {
  @Test(arguments: [
    ("Files lie on an NFS share of our NAS.", ["nfs"]),
    ("The repository sits on an SMB share, mounted with cifs.", ["smb"]),
    ("Uploads go into an S3 bucket.", ["s3"]),
    ("Transfer protocols: SFTP\nFiles lie on an NFS share.", ["sftp"]),
    ("We run Samba 4.19 on Debian 12.", ["smb"]), ("MinIO doesn't start any more.", ["s3"]),
    ("TFTP download runs into a timeout", ["tftp"]),
    ("SCP hangs. I haven't tried SFTP yet.", ["scp"]),
    ("SCP hangs, SFTP haben wir noch nicht getestet.", ["scp"]),
  ])
  func whatCarriesTheFilesIsAProtocol(_ text: String, _ protocols: [String]) throws {
    #expect(try read(text).protocols == protocols)
  }

  @Test(arguments: [
    "**External storage, if any which one:** local/smb/sftp/...\nnone",
    "**External storage, if any which one:** local/smb/sftp/...\nlocal",
  ])
  func theChoicesOfAFormAreNoAnswer(_ text: String) throws {
    #expect(try read(text, file: "issue.md").protocols.isEmpty)
  }

  @Test(arguments: [
    "If it runs in a container, please provide full details.",
    "Include the whole request: get it by opening Chrome, tab Network.",
    "Built with the Prometheus exporter as a service", "Foo 1.2.0 +metrics +gcs +s3 +mysql +sqlite",
    "    MongoDB ______________________________ : YES",
  ])
  func aFormsOrAProgramsWordsNameNothingInUse(_ line: String) throws {
    let detail = try read("ProFTPD stops.\n\n\(line)\n")
    #expect(detail.integrations.isEmpty && detail.protocols.isEmpty && detail.client == nil)
  }

  @Test(arguments: [
    ("WinSCP 6.3 on Windows 11 can't list. Server is ProFTPD on Debian 12.", "winscp"),
    ("FluentFTP 51.0.0\n\n**Server OS:**\nAndroid 15\n\n**Client OS:**\nWindows 11", "fluentftp"),
  ])
  func theMachineOfAClientIsTheProductsWhereTheCaseIsAboutIt(
    _ text: String, _ name: String
  ) throws {
    let json = """
      {"title": "no listing", "html_url": "https://github.com/acme/\(name)/issues/7", "user": "r",
       "body": "\(text.replacing("\n", with: "\\n"))"}
      """
    let detail = try read(json, file: "issue.json")
    #expect(detail.product.name == name)
    #expect(detail.os.id == "windows" && detail.os.version == "11")
  }

  @Test(arguments: [
    ("Works on 12. On Windows there is no problem. We have Debian 12.", "debian"),
    ("Server is Rocky 9.4, joined to AD. DCs are Windows Server 2019.", "rocky"),
    ("ProFTPD behind the proxy is on a Windows Server.", "windows-server"),
    ("nginx/1.14.2 from Debian 12 answers 405.", "debian"), ("It runs on Wondows 11.", "windows"),
    ("Server: Ubunut 22.04", "ubuntu"),
    ("Moved our sftp-only host from an Ubuntu 20.04 box to Ubuntu 22.04.", "ubuntu"),
  ])
  func theSystemOfTheProductIsToldFromOthers(_ text: String, _ id: String) throws {
    let detail = try read(text)
    #expect(detail.os.id == id && detail.unclear.isEmpty)
  }

  @Test func theBoxThatItRunsOnIsNoStorageBesideIt() throws {
    let detail = try read("Operating system: Synology\n\nProFTPD stops.")
    #expect(detail.integrations.isEmpty)
    #expect(try read("Backups go to a Synology.").kinds == ["network-storage"])
  }

  @Test(arguments: [
    ("ProFTPD 1.3.7 on Debian 12.\n\nWe went to 1.3.8 on Monday.", "1.3.8"),
    ("ProFTPD 1.3.8 crashes. Back on ProFTPD 1.3.7 it behaves.", "1.3.8"),
    ("ProFTPD 1.3.8 crashes, going back to 1.3.7 cures it.", "1.3.8"),
    ("We had 1.3.9, but rolled back to ProFTPD 1.3.8, which runs now.", "1.3.8"),
    ("mailcow version: 2024-06", "2024-06"), ("mailcow version: 2025-01a", "2025-01a"),
    ("ProFTPD fails, so I bought 9.0.2 from the shop.", "9.0.2"),
    ("Node Version - *14.16.1*\nProFTPD Version - *6.0.1*", "6.0.1"),
    ("ProFTPD 1.3.8 fails.\n\nI went back to 1.3.7, there this error doesn't happen.", "1.3.8"),
    ("ProFTPD 1.3.8 fails. Downgrade to 1.3.7 works.", "1.3.8"),
    ("ProFTPD 1.3.8 fails.\n\nsorry, 2020 I meant:", "1.3.8"),
    ("ProFTPD 1.3.8 fails. The upload was fine as it was with ProFTPD 1.3.6.", "1.3.8"),
  ])
  func theVersionThatTroublesIsMeant(_ text: String, _ version: String) throws {
    let detail = try read(text)
    #expect(detail.product.version == version && detail.unclear.isEmpty)
  }

  @Test(arguments: [
    ("Re: [acme/ferry] no login (#7)", "x@example.org", "ferry"),
    ("[ferry-users] no login", "x@example.org", "ferry"),
    ("no login", "ferry-users@lists.example.org", "ferry"), ("no login", "a@example.org", nil),
    ("[SUP-12] no login", "a@example.org", nil), ("no login", "ftp-users@lists.example.org", nil),
  ])
  func aListOrATrackerTellsTheProject(
    _ subject: String, _ address: String, _ name: String?
  ) throws {
    let mail = "From: r@example.net\nTo: \(address)\nSubject: \(subject)\n\nIt stops at once.\n"
    #expect(try read(mail, file: "mail.eml").product.name == name)
  }

  @Test func ourOwnQuestionNamesTheProduct() throws {
    let detail = try read("Agent: Which version of SFTPGo is it?\nCustomer: 2.6.2\nAgent: ok?")
    #expect(detail.product.name == "sftpgo" && detail.product.version == "2.6.2")
  }

  @Test(arguments: [
    "EDT 2020 x86_64 GNU/Linux", "Which product license (Pro/OSS): Pro",
    "SFTP in our Kubernetes no longer works.\n\nNothing is seen in Kubernetes. Inside Kubernetes all pods run.",
  ])
  func whatIsNoProductIsNone(_ text: String) throws {
    #expect(try read(text).product.name == nil)
  }

  @Test func aLabelMayShortenTheProductsName() throws {
    let detail = try read(
      "# docker-mailserver, login fails\n\n### DMS version\n\nv10.2.0", file: "issue.md")
    #expect(detail.product == .init(name: "docker-mailserver", version: "10.2.0"))
  }

  @Test func aTemplatesDesktopIsTheOneOfTheBrowser() throws {
    let detail = try read(
      """
      # login takes any password

      - Acme Wiki version: 3.0.11

      **Desktop (please complete the following information):**

      - OS: Windows 10
      - Browser: Chrome
      """, file: "issue.md")
    #expect(detail.os.id == nil && detail.client?.os?.id == "windows")
  }

  @Test func theServerOfAClientsCaseIsNotItsSystem() throws {
    let detail = try read("WinSCP 6.3 can't rename.\n\nTarget server is Debian 12.")
    #expect(detail.product.name == "winscp" && detail.os.id == nil)
  }

  @Test func aRepositoryThatIsCalledLikeAnyIsItsOwners() throws {
    let json = """
      {"title": "x", "html_url": "https://github.com/acme/panel/issues/7", "user": "r",
       "body": "Pterodactyl says nothing."}
      """
    #expect(try read(json, file: "issue.json").product.name == "pterodactyl")
  }

  @Test func aSettingThatIsCommentedOutIsNone() throws {
    #expect(try read("```\nA=1\n# TZ=Etc/UTC\n```", file: "issue.md").timezone == nil)
  }
}
