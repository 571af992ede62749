import CaseModel
import Foundation
import Testing

@testable import Profiling

@Suite struct CatalogueTests {
  @Test func readsAProductWithItsDefaultsAndItsFolder() throws {
    let folder = try FixtureFolder()
    let product = try folder.loaded().product(named: "ftpserver")
    #expect(product.folder == folder.path + "/products/ftpserver")
    #expect(product.protocols["sftp"]?.port == 2222)
    #expect(product.settings["passive_ports"]?.default == .string("49152-49407"))
    #expect(product.settings["max_clients"]?.default == .integer(30))
    #expect(product.files.first?.mode == "0640")
    #expect(product.health?.timeout == 60)
    #expect(product.configure.isEmpty && product.configuration.isEmpty)
    #expect(product.install.first?.run.hasSuffix("ftpserver >&2\n") == true)
  }

  @Test func readsSuitesAndImages() throws {
    let folder = try FixtureFolder()
    let catalogue = try folder.loaded()
    let suite = try catalogue.suite(named: "transfer")
    #expect(suite.folder == folder.path + "/suites/transfer")
    #expect(suite.needs == .init(protocols: ["ftp", "ftps"]))
    #expect(suite.timeLimit == 1800 && suite.format == .junit && suite.leaves.isEmpty)
    #expect(try catalogue.imageRecipes().map(\.name) == ["debian-11", "debian-12", "debian-13"])
    let recipe = try catalogue.recipe(for: .init(id: "debian", version: "12"), arch: "x86_64")
    #expect(recipe?.build?.suite == "bookworm" && recipe?.build?.components == ["main"])
    #expect(try catalogue.recipe(for: .init(id: "debian", version: "12"), arch: "aarch64") == nil)
  }

  @Test func anImportedImageIsKnownByItsOSWhereNoRecipeMakesIt() throws {
    let folder = try FixtureFolder()
    func image(_ name: String, _ id: String, _ version: String) -> ImageRecipe {
      ImageRecipe(
        ImageManifest(
          name: name, os: .init(id: id, version: version), arch: "x86_64", digest: "sha256:0",
          size: 1, origin: "imported from a", madeAt: "", toolVersion: ""))
    }
    let catalogue = try Catalogue(
      folders: [folder.path],
      imported: [image("box", "acme-box", "4.2"), image("own-debian", "debian", "12")])
    let box = try catalogue.recipe(for: .init(id: "acme-box", version: "4.2"), arch: "x86_64")
    #expect(box?.name == "box" && box?.build == nil && box?.pull == nil)
    let debian = try catalogue.recipe(for: .init(id: "debian", version: "12"), arch: "x86_64")
    #expect(debian?.name == "debian-12")
    #expect(try catalogue.imageRecipes().count == 4)
  }

  @Test func commandsAreForTheShellThatTheMachinesHave() throws {
    let folder = try FixtureFolder()
    func check(_ changes: [(String, String)]) throws -> Product {
      let yaml = changes.reduce(FixtureFolder.product) { $0.replacing($1.0, with: $1.1) }
      try folder.write("products/ftpserver.yaml", yaml)
      return try folder.loaded().product(named: "ftpserver")
    }
    let windows = ("os: [debian]", "os: [windows-server, windows]\nshell: powershell")
    #expect(try check([windows]).shell == .powershell)
    #expect(try check([]).shell == nil)
    for wrong in [
      "os: [debian]\nshell: powershell", "os: [windows]",
      "os: [debian, windows]\nshell: powershell",
      "os: [windows]\nshell: sh", "os: [debian]\nshell: fish",
      "os: [windows]\nshell: powershell\nshares: [/keys]",
    ] {
      #expect(throws: CaselabError.self, "\(wrong)") { try check([(windows.0, wrong)]) }
    }
  }

  @Test func theTeamsFolderComesFirst() throws {
    let (team, shipped) = (try FixtureFolder([:]), try FixtureFolder())
    try team.write(
      "images/debian-12.yaml",
      FixtureFolder.image("12", "bookworm").replacing("disk_gib: 10", with: "disk_gib: 40"))
    try team.write("images/debian-14.yaml", FixtureFolder.image("14", "forky"))
    let catalogue = try Catalogue(folders: [team.path, shipped.path])
    #expect(try catalogue.imageRecipe(named: "debian-12").build?.diskGiB == 40)
    #expect(try catalogue.imageRecipe(named: "debian-11").build?.diskGiB == 10)
    #expect(try catalogue.imageRecipes().count == 4)
  }

  @Test func whatIsNotAskedForIsNotRead() throws {
    let folder = try FixtureFolder()
    try folder.write("products/broken.yaml", "{")
    #expect(try folder.loaded().product(named: "ftpserver").name == "ftpserver")
    #expect(throws: CaselabError.self) { try folder.loaded().products() }
  }

  @Test(arguments: [
    "", "other", "../products/ftpserver", "FTPSERVER", "a\u{0}b", "ftpserver.yaml", ".",
  ])
  func namesThatItDoesNotHaveAreToldWithThoseItHas(_ name: String) throws {
    let folder = try FixtureFolder()
    #expect {
      try folder.loaded().product(named: name)
    } throws: { error in
      let error = error as? CaselabError
      return error?.code == .badInput && error?.hint == "known are: ftpserver"
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: CaselabError.self) { try Catalogue(folders: ["/nonexistent/profiles"]) }
  }

  @Test(arguments: [
    ("name: ftpserver", "name: other", ":2:7: name: expected \"ftpserver\", as the file is called"),
    (
      "port: 2222", "port: 70000",
      ":9:17: protocols.sftp.port: expected a whole number from 1 to 65535, got \"70000\""
    ),
    (
      "  ftp:", "  F TP:",
      ":7:3: protocols: key \"F TP\" is not a name of small letters, digits and -"
    ),
    (
      "mode: 0640", "mode: rw-r",
      ":26:72: files[0].mode: expected an octal mode like 0644, got \"rw-r\""
    ),
    (
      "'([0-9.]+)'", "'([0-9.+'",
      ":18:12: version.pattern: expected a regular expression with a group, got \"([0-9.+\""
    ),
    (
      "'([0-9.]+)'", "'\\([0-9.]+'",
      ":18:12: version.pattern: expected a regular expression with a group, got \"\\([0-9.]+\""
    ),
    (
      "default: 30", "default: x",
      ":13:42: settings.max_clients.default: expected a whole number, got \"x\""
    ),
    (
      "default: 49152-49407", "default: none",
      ":11:43: settings.passive_ports.default: expected text like \"[0-9]+-[0-9]+\", got \"none\""
    ),
    (
      "timeout: 1800", "timeout: 0",
      ":21:14: install[0].timeout: expected a whole number from 1 to 86400, got \"0\""
    ),
    (
      "server.conf.mustache,", "../../x,",
      ":26:17: files[0].template: expected a file's path within the folder, got \"../../x\""
    ),
    (
      "server.conf.mustache,", "gone.conf,",
      ":26:17: files[0].template: \"gone.conf\" is not a file in"
    ),
    (
      "/etc/ftpserver.conf", "etc/x",
      ":26:45: files[0].path: expected an absolute path, got \"etc/x\""
    ),
    (
      "home: /srv/ftp/writer", "home: /srv/../etc",
      ":15:27: accounts[0].home: expected an absolute path"
    ),
    ("name: writer", "name: 'a:b'", ":15:13: accounts[0].name: expected an account's name"),
    (
      "health: { run: 'true' }", "health: { run: ' ' }",
      ":29:16: health.run: expected text that is not empty, got \" \""
    ),
  ])
  func aProductsProblemsAreToldWithTheirPlace(
    _ good: String, _ bad: String, _ expected: String
  ) throws {
    let folder = try FixtureFolder()
    try folder.write("products/ftpserver.yaml", FixtureFolder.product.replacing(good, with: bad))
    #expect {
      try folder.loaded().product(named: "ftpserver")
    } throws: { error in
      let message = (error as? CaselabError)?.message ?? ""
      let isTold = message.contains("\n  \(folder.path)/products/ftpserver.yaml\(expected)")
      if !isTold { print(message) }
      return isTold && message.hasPrefix("product \"ftpserver\" has a problem\n")
    }
  }

  @Test func aTemplateThatIsALinkOutOfItsFolderIsRefused() throws {
    let folder = try FixtureFolder()
    try folder.write(
      "products/ftpserver.yaml",
      FixtureFolder.product.replacing("server.conf.mustache", with: "link"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/products/ftpserver/link", withDestinationPath: "/etc/passwd")
    #expect(throws: CaselabError.self) { try folder.loaded().product(named: "ftpserver") }
  }

  @Test func anImageIsBuiltOrPulledAndAPulledOneHasAChecksum() throws {
    let folder = try FixtureFolder()
    let head = "schema: caselab.image/1\nname: x\nos: { id: debian, version: 12 }\n"
    for body in [
      "", "pull: { url: https://example.com/x.qcow2 }\n",
      "pull: { url: file:///etc/passwd, sha256: x }\n",
      "build: { suite: sid }\npull: { url: https://example.com/x, sha512: \(String(repeating: "a", count: 128)) }\n",
    ] {
      try folder.write("images/x.yaml", head + body)
      #expect(throws: CaselabError.self) { try folder.loaded().imageRecipe(named: "x") }
    }
    try folder.write(
      "images/x.yaml",
      head
        + "pull: { url: https://example.com/x.qcow2, sha256: \(String(repeating: "a", count: 64)) }\n"
    )
    #expect(try folder.loaded().imageRecipe(named: "x").pull?.sha512 == nil)
  }

  @Test func filesThatAreNotTextAreRefused() throws {
    let folder = try FixtureFolder()
    let path = folder.path + "/images/x.yaml"
    try Data([0x61, 0xff, 0xfe]).write(to: URL(fileURLWithPath: path))
    #expect(throws: CaselabError.self) { try folder.loaded().imageRecipe(named: "x") }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    #expect(throws: CaselabError.self) { try folder.loaded().imageRecipe(named: "x") }
  }

  /// Everything that ships with the tool.
  @Test func theProfilesOfTheRepositoryHaveNoProblems() throws {
    let catalogue = try Catalogue(folders: [repositoryProfiles])
    for product in try catalogue.products() { #expect(!product.protocols.isEmpty) }
    for suite in try catalogue.suites() { #expect(!suite.title.isEmpty) }
    for image in try catalogue.imageRecipes() { #expect(image.name.hasPrefix(image.os.id)) }
  }
}

/// The repository's `Profiles`.
let repositoryProfiles = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Profiles").path
