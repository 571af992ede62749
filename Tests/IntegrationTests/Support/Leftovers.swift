import Foundation
import Subprocess

/// What a case's runs may have left on the host.
enum Leftovers {
  static func virsh(_ arguments: String...) async throws -> String {
    try await Subprocess.run(
      .name("virsh"), arguments: Arguments(arguments), output: .string(limit: 1 << 20)
    ).standardOutput
  }

  /// Domains of the case, as virsh sees them: others may come and go on this host.
  static func domains(of test: TestCase) async throws -> [String] {
    try await virsh("list", "--all", "--name").split(whereSeparator: \.isWhitespace)
      .map(String.init).filter { $0.contains(".\(test.id).") }
  }

  /// Folders of its runs; one that is over has none.
  static func runs(of test: TestCase) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: test.tool.home + "/cases/\(test.id)/runs")
  }

  /// Disks that belong to no image, layer or ready state.
  static func overlays(_ home: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
    return files.filter { name in
      name.hasSuffix(".qcow2")
        && !["images/", "layers/", "ready/"].contains { name.hasPrefix($0) }
    }
  }
}
