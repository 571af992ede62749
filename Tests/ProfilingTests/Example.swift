import CaseModel
import Foundation
import Intake
import Testing

/// A folder of `Profiles/examples`, and what its ticket says to somebody who reads it.
struct Example: CustomTestStringConvertible {
  var name: String
  var id: String
  var version: String
  /// The customer's, which need not be what is built.
  var os: String
  var protocols: [String]

  init(_ name: String, _ id: String, proftpd version: String, on os: String, _ protocols: String...)
  {
    (self.name, self.id, self.version, self.os, self.protocols) = (name, id, version, os, protocols)
  }

  static let all = [
    Example("ftp-debian11", "SUP-1041", proftpd: "1.3.7a", on: "debian 11", "ftp"),
    Example("ftps-debian12", "SUP-1042", proftpd: "1.3.8b", on: "debian 12", "ftps"),
    Example(
      "ftps-debian12-closed-passive-range", "SUP-1061", proftpd: "1.3.8", on: "debian 12", "ftps"),
    Example("sftp-debian13", "SUP-1043", proftpd: "1.3.8c", on: "debian 13", "sftp"),
    Example(
      "ftps-debian11-german-mail", "SUP-1051", proftpd: "1.3.7a", on: "debian 11", "ftp", "ftps"),
    Example(
      "implicit-ftps-debian12-html-mail", "SUP-1052", proftpd: "1.3.8b", on: "debian 12",
      "ftps-implicit"),
    Example(
      "sftp-debian12-mail-and-reply", "SUP-1053", proftpd: "1.3.8b", on: "debian 12", "sftp"),
    Example(
      "ftp-debian12-mbox-correction", "SUP-1054", proftpd: "1.3.8b", on: "debian 12", "ftp"),
    Example("ftps-ubuntu2204-chat", "SUP-1055", proftpd: "1.3.7c", on: "ubuntu 22.04", "ftps"),
    Example("sftp-rocky9-github-issue", "#311", proftpd: "1.3.8b", on: "rocky 9.4", "sftp"),
    Example(
      "implicit-ftps-rhel86-jira-issue", "MFT-412", proftpd: "1.3.6e", on: "rhel 8.6", "ftps",
      "ftps-implicit"),
    Example(
      "ftp-sftp-debian13-markdown-table", "SUP-1058", proftpd: "1.3.8c", on: "debian 13.1", "ftp",
      "sftp"),
    Example("ftp-debian10-french-form", "SUP-1059", proftpd: "1.3.6", on: "debian 10", "ftp"),
    Example(
      "ftps-sftp-debian13-pasted-output", "SUP-1060", proftpd: "1.3.8c", on: "debian 13", "ftps",
      "sftp"),
  ]

  static let root = repositoryProfiles + "/examples/"
  var profile: String { Self.root + name + "/profile.yaml" }
  var testDescription: String { name }

  /// What the customer sent, in the order of the files' names.
  func ticket() throws -> [TicketFile] {
    let folder = Self.root + name
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0 != "profile.yaml" }
      .map { file in
        let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
        return TicketFile(name: file, bytes: Array(bytes))
      }
  }
}
