import CaseModel
import Foundation
import SyntheticMachines

@testable import CaselabCommands

extension Context {
  /// With this project's catalogue, on machines without a hypervisor.
  static func synthetic(_ home: String, _ hypervisor: SyntheticHypervisor) -> Context {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return Context(
      home: Home(root: home), profileFolders: [repository + "/Profiles"],
      connection: "synthetic:///", environment: [:], user: "robin@example",
      connect: { _ in hypervisor })
  }
}
