import CaseModel
import Testing

@testable import Profiling

/// What customers and engineers call a product, and what becomes of the name in a profile.
@Suite struct ProductNameTests {
  @Test(arguments: [
    ("nginx", "nginx"), ("Microsoft Exchange Server 2019", "microsoft-exchange-server-2019"),
    ("Größe & Söhne: FTP", "grosse-sohne-ftp"),
    ("../../etc/passwd", "etc-passwd"), ("文件服务器", "other-product"), ("\u{1b}[2J", "2j"),
    ("unknown", "other-unknown"), ("ftpserver++", "other-ftpserver"),
    (String(repeating: "x", count: 5000), String(repeating: "x", count: 50)),
  ]) func theProfileHasTheCustomersNameInSafeLetters(_ name: String, _ safe: String) throws {
    var detail = InstallationDetail.nginx
    detail.product.name = name
    let profile = try FixtureFolder().derive(detail)
    #expect(profile.product.name == safe)
    #expect(profile.rows["product"]?.asked.isEmpty == false)
    #expect(
      try ProfileDocument.parse(ProfileDocument.write(profile), file: "p").product.name == safe)
  }

  @Test(arguments: ["FTPSERVER", "example-ftp-server", "Example_FTP.Server"])
  func wordsMayBeWrittenTogetherInAnyWay(_ name: String) throws {
    var detail = InstallationDetail.nginx
    detail.product.name = name
    detail.protocols = ["ftp"]
    #expect(try FixtureFolder().derive(detail).product.name == "ftpserver")
  }

  @Test func anEditedNameIsAMistakeOnlyWhenItIsNearToAKnownOne() throws {
    let folder = try FixtureFolder()
    func problem(_ name: String, derived: String) -> String? {
      var profile = EnvironmentProfile(
        case: "SUP-1", product: .init(name: name), os: .init(id: "debian", version: "12"))
      profile.timezone = "UTC"
      do {
        try ProfileDocument.check(profile, against: folder.loaded(), derived: derived)
        return nil
      } catch {
        return (error as? CaselabError)?.message
      }
    }
    for slip in ["ftpservr", "ftpsevrer", "ftpserverd", "fttpserver"] {
      #expect(
        problem(slip, derived: "nginx")?.contains(
          "product \"\(slip)\" is not in the catalogue; is \"ftpserver\" meant?") == true, "\(slip)"
      )
      #expect(problem(slip, derived: slip) == nil)
    }
    for other in ["nginx", "sftpserv", "ftp", "unknown"] {
      #expect(problem(other, derived: "ftpserver") == nil, "\(other)")
    }
  }

  @Test func whatOnlyAProductCouldDoIsAProblem() throws {
    let folder = try FixtureFolder()
    var profile = try folder.derive(.nginx)
    profile.protocols = ["https"]
    profile.product.settings = ["port": .integer(1)]
    profile.product.configuration = "x\n"
    #expect {
      try ProfileDocument.check(profile, against: folder.loaded())
    } throws: { error in
      let message = (error as? CaselabError)?.message ?? ""
      return ["protocols: ", "product.settings: ", "product.configuration: "].allSatisfy {
        message.contains("\($0)product \"nginx\" is not in the catalogue, so")
      }
    }
  }

  @Test func aNameThatIsNearlyAKnownOneIsPointedOut() throws {
    var detail = InstallationDetail.nginx
    detail.product.name = "FTPservr"
    let row = try FixtureFolder().derive(detail).rows["product"]
    #expect(
      row?.why
        == "if FTPserver is meant, set product.name to ftpserver in the profile; else to have it installed add Profiles/products/ftpservr.yaml"
    )
  }
}
