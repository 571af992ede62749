import ArgumentParser
import CaseModel
import Foundation
import Lab
import Record

struct DiskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "df", abstract: "What the lab takes of the disk, and what environments share.",
    discussion: """
      SIZE is what the disk really holds: an overlay is mostly holes. SHARED is what an environment
      reads of images, layers and ready states that others use as well; it is counted once, above.

      Layers and ready states may take `cache: { max_size: 20GiB }` of config.yaml, so much without it;
      caselab gc removes the least recently used beyond that.

      With --connect qemu+ssh://…, what was copied to that host is shown, too.
      """)
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws { try await run(in: Context.make(connection)) }

  func run(in context: Context) async throws {
    var usage = try LabDiskUse(context)
    // No host is asked that nobody named: the rest needs none.
    if connection.connect != nil { try await usage.addVolumes(context) }
    try Render.output(usage, output) { usage.text }
  }
}

struct LabDiskUse: Encodable {
  struct Row: Encodable {
    /// `images`, `layers`, `ready states`, `environment`, `artifacts`, `cases`, `database`, `unfinished`,
    /// `volumes`.
    var kind: String
    /// Of an environment: its run. Of volumes: their host's URI.
    var name: String?
    /// Bytes.
    var size: Int64
    var shared: Int64?
  }
  var schema = "caselab.df/1"
  var rows: [Row]
  /// Bytes of all rows of this host.
  var total: Int64
  /// Bytes that layers and ready states may take.
  var budget: Int64

  init(_ context: Context) throws {
    let (home, store) = (context.home, try context.store())
    func bytes(_ folder: String) -> Int64 { DiskUse.bytes(of: folder) }
    let up = try RecordedEnvironment.all(in: store, home: home).map { environment in
      Row(
        kind: "environment", name: environment.run.description, size: bytes(environment.folder),
        shared: try Self.shared(by: environment.run, store, home))
    }
    let files = ["", "-wal", "-shm"].map { suffix in
      let attributes = try? FileManager.default.attributesOfItem(atPath: home.database + suffix)
      return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
    }
    rows = [
      Row(kind: "images", size: bytes(home.images)), Row(kind: "layers", size: bytes(home.layers)),
      Row(kind: "ready states", size: bytes(home.readyStates)),
    ]
    rows += up
    rows += [
      Row(kind: "cases", size: bytes(home.cases) - up.reduce(0) { $0 + $1.size }),
      Row(kind: "artifacts", size: bytes(home.artifacts)),
      Row(kind: "database", size: files.reduce(0, +)),
      Row(kind: "unfinished", size: bytes(home.work)),
    ]
    total = rows.reduce(0) { $0 + $1.size }
    budget = context.cacheBudget
  }

  /// What is on another host.
  mutating func addVolumes(_ context: Context) async throws {
    let store = try context.store()
    let hypervisor = try await context.hypervisor()
    let hosted = try await HostedFiles(
      on: hypervisor, uri: context.uri, home: context.home, homeTag: store.homeTag, ledger: store)
    if let hosted {
      rows.append(Row(kind: "volumes", name: context.uri, size: try await hosted.use().bytes))
    }
    await hypervisor.close()
  }

  /// Bytes of the layers and the ready state that a run stands on, and of its product's image.
  private static func shared(by run: RunName, _ store: RecordStore, _ home: Home) throws -> Int64 {
    guard let record = try store.run(run.caseID, run.number) else { return 0 }
    let (images, layers) = (ImageStore(home: home), LayerStore(home: home))
    let image = try images.list().first { $0.digest == record.image }
    return record.layers.reduce(image.map { DiskUse.bytes(of: images.folder(of: $0)) } ?? 0) {
      $0 + layers.size($1.digest) + ReadyStateStore(home: home).size($1.digest)
    }
  }

  var text: String {
    let table = Table(
      header: ["WHAT", "SIZE", "SHARED"],
      rows: rows.map { row in
        [
          [row.kind, row.name].compactMap { $0 }.joined(separator: " "), Wording.size(row.size),
          row.shared.map(Wording.size) ?? "-",
        ]
      } + [["total", Wording.size(total), "-"]])
    return table.text() + "\nlayers and ready states may take \(Wording.size(budget)): caselab gc"
  }
}
