import CaseModel
import Machines

/// One connection a host, open for as long as this is held or until it is closed.
actor Connections {
  private let connect: @Sendable (String) async throws -> any Hypervisor
  private var open: [String: any Hypervisor] = [:]

  init(_ context: Context) { connect = context.connect }

  func hypervisor(at uri: String) async throws -> any Hypervisor {
    if let hypervisor = open[uri] { return hypervisor }
    let hypervisor = try await connect(uri)
    open[uri] = hypervisor
    return hypervisor
  }

  /// The machine, if it runs; nil as well for what has no host.
  func machine(of resource: LabResource) async throws -> (any Machine)? {
    guard resource.kind == .machine, let uri = resource.uri else { return nil }
    return try await hypervisor(at: uri).machine(named: resource.name, uuid: resource.uuid)
  }

  func close() async {
    for hypervisor in open.values { await hypervisor.close() }
    open = [:]
  }
}
