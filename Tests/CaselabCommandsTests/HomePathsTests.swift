import CaseModel
import Testing

@testable import CaselabCommands

@Suite struct HomePathsTests {
  @Test func caselabHomeWinsOverXDG() throws {
    let paths = HomePaths(environment: ["CASELAB_HOME": "/x/lab/", "XDG_DATA_HOME": "/data"])
    #expect(try paths.home().root == "/x/lab")
  }

  @Test func theDefaultIsBelowXDGDataHome() throws {
    #expect(try HomePaths(environment: ["XDG_DATA_HOME": "/data"]).home().root == "/data/caselab")
    #expect(
      try HomePaths(environment: ["HOME": "/home/u", "CASELAB_HOME": ""]).home().root
        == "/home/u/.local/share/caselab")
  }

  @Test func aRelativeHomeIsAUsageError() {
    #expect { _ = try HomePaths(environment: ["CASELAB_HOME": "lab"]).home() } throws: {
      ($0 as? CaselabError)?.code == .usage
    }
  }

  @Test func aTeamsFoldersComeFirst() {
    let folders = HomePaths(environment: ["CASELAB_PROFILES": "/team:/more"]).profileFolders()
    #expect(folders.prefix(2) == ["/team", "/more"])
  }
}
