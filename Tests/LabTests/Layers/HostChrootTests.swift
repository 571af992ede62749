import CaseModel
import Foundation
import Machines
import Testing

@testable import Lab

@Suite struct HostChrootTests {
  private func chroot(folder: String = "/home/a b/work") throws -> HostChroot {
    let sources = try #require(
      AptSources(indexTargets: "deb\tPackages\thttp://m.example.com/debian/\tmain\tDebian"))
    return HostChroot(
      disk: folder + "/x.qcow2", folder: folder + "/x.chroot",
      apt: HostApt(
        sources: sources, configuration: "Acquire::http::Proxy \"http://127.0.0.1:3142\";"))
  }

  private let command = GuestCommand.script(
    "apt-get install \"x=$CASELAB_VERSION\"", environment: ["CASELAB_VERSION": "1'; reboot"],
    deadline: .seconds(60))

  @Test func textOfAStepIsAnArgumentAndNeverPartOfTheScriptAroundIt() throws {
    let tool = try chroot().tool(command, asRoot: true)
    let script = try #require(tool.arguments.first { $0.contains("qemu-storage-daemon") })
    #expect(!script.contains("apt-get") && !script.contains("reboot") && !script.contains("b/work"))
    #expect(
      tool.arguments.suffix(10) == [
        "timeout", "--kill-after=5", "90", "env", "-i", "APT_CONFIG=/run/caselab.apt",
        "CASELAB_VERSION=1'; reboot", "sh", "-euc", "apt-get install \"x=$CASELAB_VERSION\"",
      ])
    #expect(tool.deadline == .seconds(60))
  }

  @Test(arguments: [",file=x", "\"}", "a b", "ü"])
  func anyPathIsOneValueOfWhatTheStorageDaemonIsTold(_ name: String) throws {
    let folder = "/srv/" + name
    let tool = try chroot(folder: folder).tool(command, asRoot: true)
    let told = tool.arguments.filter { $0.hasPrefix("{") }.map { Data($0.utf8) }
    try #require(told.count == 2)
    let device = try #require(try JSONSerialization.jsonObject(with: told[0]) as? [String: Any])
    #expect((device["file"] as? [String: String])?["filename"] == folder + "/x.qcow2")
    let export = try #require(try JSONSerialization.jsonObject(with: told[1]) as? [String: Any])
    #expect(export["mountpoint"] as? String == folder + "/x.chroot/disk.raw")
  }

  @Test func aProxyOnThisHostIsWithinReach() throws {
    let tool = try chroot().tool(command, asRoot: true)
    #expect(tool.environment["CASELAB_APT"]?.contains("127.0.0.1:3142") == true)
  }

  @Test func anOrdinaryUserIsRootOfANamespaceOnly() throws {
    let tool = try chroot().tool(command, asRoot: false)
    #expect(tool.arguments.contains("--map-root-user"))
    #expect(try !chroot().tool(command, asRoot: true).arguments.contains("--map-root-user"))
  }
}
