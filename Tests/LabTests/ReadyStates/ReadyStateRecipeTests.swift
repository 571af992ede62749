import Foundation
import Machines
import Testing

@testable import CaseModel
@testable import Lab

@Suite struct ReadyStateRecipeTests {
  private func recipe(
    _ profile: EnvironmentProfile = Sample.profile, product: Product = Sample.product,
    top: String = "sha256:top", disks: [String] = ["/d"], arguments: String = "root=/dev/vda",
    size: Int = 512,
    place: HostIdentity = HostIdentity(host: "h"), host change: (inout HostFacts) -> Void = { _ in }
  ) throws -> ReadyStateRecipe {
    let layout = try Sample.layout(profile, product: product)
    var host = HostFacts()
    host.qemu = "10.0.2"
    host.libvirt = "11.3.0"
    host.acceleration = "emulation"
    change(&host)
    var nodeSize = EnvironmentProfile.NodeSize()
    nodeSize.memoryMiB = size
    let plan = NodePlan(
      node: try #require(layout.topology.nodes.first), deployable: product, wanted: nil,
      size: nodeSize,
      recipe: ImageRecipe(
        schema: "", name: "debian-12", os: .init(id: "debian", version: "12"), arch: "x86_64",
        build: nil, pull: nil),
      image: nil, suites: [])
    let source = BootSource(
      disk: "/d", boot: .kernel(path: "/k", initrd: "/i", arguments: arguments), cloudInit: false)
    return try ReadyStateRecipe(
      layout, [.init(plan: plan, source: source, top: top, disks: disks)], host: host, place: place)
  }

  @Test func theSameForEveryCaseAndWhateverSuitesRun() throws {
    var other = Sample.profile
    other.case = "SUP-2"
    other.suites = ["smoke"]
    #expect(try recipe(other).digest == recipe().digest)
  }

  @Test func whateverMattersMakesAnotherOne() throws {
    var timezone = Sample.profile
    timezone.timezone = "Asia/Tokyo"
    var setting = Sample.profile
    setting.product.settings = ["require_tls": .bool(true)]
    var configured = Sample.product
    configured.configure.append(.init(name: "more", run: "true"))
    let all = try [
      recipe(), recipe(timezone), recipe(setting), recipe(product: configured),
      recipe(top: "sha256:other"), recipe(arguments: "quiet"), recipe(size: 768),
      recipe(place: HostIdentity(host: "another")),
      recipe(place: HostIdentity(host: "h", tool: "newer")),
      recipe(place: HostIdentity(host: "h", emulator: "rebuilt")),
      recipe { $0.qemu = "10.1.0" }, recipe { $0.libvirt = "11.4.0" },
      recipe { $0.acceleration = "kvm" },
    ].map(\.digest)
    #expect(Set(all).count == all.count)
  }

  /// An emulated processor is the same everywhere, a real one is not.
  @Test func theProcessorMattersUnderKVMOnly() throws {
    let old = HostIdentity(host: "h", processor: "sse4")
    let new = HostIdentity(host: "h", processor: "avx512")
    #expect(try recipe(place: old).digest == recipe(place: new).digest)
    #expect(
      try recipe(place: old) { $0.acceleration = "kvm" }.digest
        != recipe(place: new) { $0.acceleration = "kvm" }.digest)
  }

  @Test func anotherTemplateIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/caselab-recipe-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var product = Sample.product
    product.folder = folder
    product.files = [.init(template: "conf", path: "/etc/exampled.conf", mode: nil)]
    func recipe(_ text: String) throws -> ReadyStateRecipe {
      try Data(text.utf8).write(to: URL(filePath: folder + "/conf"))
      return try self.recipe(product: product)
    }
    let (before, after) = (try recipe("a"), try recipe("b"))
    #expect(
      LayerDifference.between(before.inputs, after.inputs).map(\.input)
        == ["template exampled/conf"])
  }

  @Test func aLayerThatWasBuiltAgainMakesAnotherOne() throws {
    let disk = FileManager.default.temporaryDirectory.path + "/caselab-disk-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: disk) }
    var digests: Set<String> = []
    for _ in 1...2 {
      try? FileManager.default.removeItem(atPath: disk)
      try Data("the same".utf8).write(to: URL(filePath: disk), options: .atomic)
      digests.insert(try recipe(disks: [disk]).digest)
    }
    #expect(digests.count == 2)
  }

  @Test func whereItsDefinitionIsStoredDoesNotMatter() throws {
    var moved = Sample.product
    moved.folder = "/elsewhere"
    #expect(try recipe(product: moved).digest == recipe().digest)
  }
}
