import Foundation
import Testing

/// One home for all tests with real machines: its image is built once and its layers are shared.
///
/// `CASELAB_TEST_HOME` names the folder; `Scripts/test` makes a new one and removes it afterwards.
/// Without it a folder of the build is used, and stays, so that a second run of the tests is quick.
actor SharedLab {
  static let shared = SharedLab()

  nonisolated let home =
    ProcessInfo.processInfo.environment["CASELAB_TEST_HOME"]
    ?? Tool.repository + "/.build/test-home"

  private var image: Task<Void, any Error>?

  /// The tool on the shared home, with the image that most tests boot.
  func tool(profiles: String? = nil) async throws -> Tool {
    let tool = Tool(home: home, profiles: profiles)
    if image == nil {
      image = Task {
        let built = try await tool("image", "build", "debian-12")
        guard built.status == 0 else { throw Failure(what: "image build", answer: built) }
      }
    }
    try await image?.value
    return tool
  }

  struct Failure: Error, CustomStringConvertible {
    var what: String
    var answer: Tool.Answer
    var description: String { "\(what): \(answer.all)" }
  }
}

/// A case of its own for a test, with a profile written by the test.
struct TestCase {
  let id = "IT-" + UUID().uuidString.prefix(8)
  let tool: Tool

  /// Opens it from an example's ticket.
  func open(_ example: String = "ftps-debian12", file: String = "ticket.txt") async throws {
    let ticket = Tool.repository + "/Profiles/examples/\(example)/\(file)"
    let opened = try await tool("case", "open", id, "--ticket", ticket)
    try #require(opened.status == 0, "\(opened.all)")
  }

  /// Opens it and takes out what stands around the product, which has tests of its own.
  func openAlone() async throws {
    try await open()
    let shown = try await tool("profile", "show", id)
    let edited = try await edit(
      shown.output.replacing(/(?m)^(?:links|nodes):\n(?:[ #].*\n)*/, with: ""))
    try #require(edited.status == 0, "\(edited.all)")
  }

  /// Replaces the profile as a person would: in an editor.
  func edit(_ yaml: String) async throws -> Tool.Answer {
    let file = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try yaml.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    var editing = tool
    editing.extra["VISUAL"] = "cp \(file)"
    return try await editing("profile", "edit", id)
  }

  /// A profile of the fixture product `plain`, which installs nothing and so boots the image itself.
  func plain(suite: String) -> String {
    """
    schema: caselab.profile/1
    case: \(id)
    product: { name: plain }
    os: { id: debian, version: "12" }
    protocols: [ftp]
    node: { memory_mib: 512, cpus: 2, disk_gib: 8 }
    suites: [\(suite)]
    """
  }

  /// The same with a second node on a link, the fixture companion `neighbour`.
  func neighbours(suites: String) -> String {
    plain(suite: suites) + """

      links:
        inside: { subnet: 10.77.0.0/24, nodes: { product: auto, neighbour: auto } }
      nodes:
        neighbour: { companion: neighbour }

      """
  }

  /// Opens the case and gives it a profile of the fixture product.
  func openPlain(suite: String) async throws {
    try await open()
    let edited = try await edit(plain(suite: suite))
    try #require(edited.status == 0, "\(edited.all)")
  }
}
