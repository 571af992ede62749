import CaseModel
import Foundation
import Testing

@testable import Lab

@Suite struct DebianBootstrapTests {
  private func bootstrap() throws -> DebianBootstrap {
    let recipe = try JSONDecoder().decode(
      ImageRecipe.self,
      from: Data(
        """
        {"schema": "caselab.image/1", "name": "debian-12", "os": {"id": "debian", "version": "12"},
         "arch": "x86_64", "build": {"suite": "bookworm", "components": ["main", "contrib"],
         "packages": ["udev", "dbus"], "customize": ["echo $(id) '; x'"], "disk_gib": 8,
         "kernel_arguments": "console=ttyS0"}}
        """.utf8))
    let sources = try #require(
      AptSources(
        indexTargets: "deb\tPackages\thttp://m.example.com/debian/\tmain\tDebian"))
    return DebianBootstrap(
      recipe: recipe, build: try #require(recipe.build),
      apt: HostApt(sources: sources, configuration: ""),
      suites: sources.suites(of: "bookworm"), root: "/home/a b/root")
  }

  @Test func `an ordinary user builds as root of a user namespace`() throws {
    let command = try bootstrap().makeRoot(asRoot: false)
    #expect(
      command.arguments == [
        "unshare", "--map-root-user", "--map-auto", "--mount", "--pid", "--uts", "--ipc",
        "--fork", "--kill-child", "--", "mmdebstrap", "--mode=root", "--variant=apt",
        "--format=directory",
        "--architectures=amd64", "--include=udev,dbus", "--skip=chroot/mount/sys",
        "--skip=cleanup/apt/lists", "--dpkgopt=force-unsafe-io",
        "--aptopt=APT::Sandbox::User \"root\";", "--aptopt=Acquire::Languages \"none\";",
        "--chrooted-essential-hook=\(GuestSetup.prepare)",
        "--chrooted-customize-hook=\(GuestSetup.finish)",
        "--chrooted-customize-hook=set -eu\necho $(id) '; x'", "bookworm", "/home/a b/root",
        "deb http://m.example.com/debian bookworm main contrib",
        "deb http://m.example.com/debian bookworm-updates main contrib",
      ])
    #expect(command.environment == ["CASELAB_APT": "Acquire::Languages \"none\";"])
  }

  @Test func `root needs no other IDs`() throws {
    let arguments = try bootstrap().makeRoot(asRoot: true).arguments
    #expect(!arguments.contains("--map-auto"))
    #expect(arguments.prefix(3) == ["unshare", "--mount", "--pid"])
  }

  @Test func `the disk is filled inside the namespace, where owners are right`() throws {
    let arguments = try bootstrap().makeFileSystem(disk: "/w/disk.raw", asRoot: false).arguments
    #expect(arguments.contains("--map-auto"))
    #expect(arguments.suffix(3) == ["-d", "/home/a b/root", "/w/disk.raw"])
  }

  @Test func `the scripts that every image gets are valid shell`() async throws {
    for script in [GuestSetup.prepare, GuestSetup.finish] {
      try await ToolCommand(["sh", "-n", "-c", script], deadline: .seconds(300)).run()
    }
  }
}
