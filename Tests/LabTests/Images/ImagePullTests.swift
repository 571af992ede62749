import CaseModel
import Crypto
import Foundation
import Testing

@testable import Lab

@Suite struct ImagePullTests {
  private func recipe(_ url: String, _ file: String, sha256: String? = nil) throws -> ImageRecipe {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let right = SHA512.hash(data: data).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    var pull: [String: String] = ["url": url]
    if let sha256 { pull["sha256"] = sha256 } else { pull["sha512"] = right.joined() }
    return try JSONDecoder().decode(
      ImageRecipe.self,
      from: JSONEncoder().encode(
        Recipe(name: "vendor-12", os: .debian12, pull: pull)))
  }

  private struct Recipe: Encodable {
    var schema = ImageRecipe.currentSchema
    var name: String
    var os: EnvironmentProfile.OSWanted
    var arch = "x86_64"
    var pull: [String: String]
  }

  @Test func `a download that broke off goes on where it stopped`() async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("vendor.raw", kibibytes: 512)
    try await RangeServer.serving(file, answers: "break,full", in: scratch) { server in
      let recipe = try recipe(server.url, file)
      let error = await #expect(throws: CaselabError.self) {
        try await scratch.store.pull(recipe) { _ in }
      }
      #expect(error?.code == .labFailed)
      let image = try await scratch.store.pull(recipe) { _ in }
      #expect(try server.requests() == [[0, 256 << 10], [256 << 10, 256 << 10]])
      #expect(image.cloudInit && image.origin == "pulled from \(server.url)")
      #expect(try scratch.store.list() == [image])
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.store.workshop) == [])
    }
  }

  @Test func `a server that cannot resume is asked for the whole file again`() async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("vendor.raw", kibibytes: 512)
    try await RangeServer.serving(file, answers: "break,norange", in: scratch) { server in
      let recipe = try recipe(server.url, file)
      _ = try? await scratch.store.pull(recipe) { _ in }
      let image = try await scratch.store.pull(recipe) { _ in }
      #expect(try scratch.store.image(named: "vendor-12") == image)
    }
  }

  @Test func `a wrong checksum is bad input, and nothing of the download stays`() async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("vendor.raw")
    try await RangeServer.serving(file, answers: "full", in: scratch) { server in
      let recipe = try recipe(server.url, file, sha256: String(repeating: "0", count: 64))
      let error = await #expect(throws: CaselabError.self) {
        try await scratch.store.pull(recipe) { _ in }
      }
      #expect(error?.code == .badInput)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.store.workshop) == [])
      #expect(try scratch.store.list().isEmpty)
    }
  }

  @Test func `a download that is complete already is not asked for again`() async throws {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("vendor.raw")
    let recipe = try recipe("http://127.0.0.1:9/never-asked", file)
    try Folder.create(scratch.store.workshop)
    let name = try #require(recipe.pull?.sha512?.prefix(32))
    try FileManager.default.copyItem(
      atPath: file, toPath: scratch.store.workshop + "/\(name).part")
    let image = try await scratch.store.pull(recipe) { _ in }
    #expect(image.name == "vendor-12")
  }

  @Test func `a recipe without a usable checksum is refused before anything is fetched`()
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.rawDisk("vendor.raw")
    for sum in ["", "00", String(repeating: "x", count: 64)] {
      let recipe = try recipe("http://127.0.0.1:9/never-asked", file, sha256: sum)
      let error = await #expect(throws: CaselabError.self) {
        try await scratch.store.pull(recipe) { _ in }
      }
      #expect(error?.code == .badInput)
    }
  }

  @Test func `curl may use no protocol but HTTP, and reads no configuration of the user`() {
    let arguments = Download(url: "http://images.example.com/a b", file: "/x.part").command
      .arguments
    #expect(arguments.prefix(2) == ["curl", "--disable"])
    #expect(arguments.suffix(2) == ["--url", "http://images.example.com/a b"])
    for option in ["--proto", "--proto-redir"] {
      let place = arguments.firstIndex(of: option).map { arguments[$0 + 1] }
      #expect(place == "=http,https")
    }
  }

  @Test func `curl's meter becomes a line of progress`() {
    #expect(
      CurlMeter.progress(
        in: " 12  374M   12 45.5M    0     0  10.1M      0  0:00:36  0:00:04  0:00:32 10.2M")
        == "12 % of 374M, 10.2M a second, 0:00:32 left")
    #expect(CurlMeter.progress(in: "curl: (22) The requested URL returned error: 404") == nil)
    #expect(
      CurlMeter.progress(
        in: "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current")
        == nil)
  }
}
