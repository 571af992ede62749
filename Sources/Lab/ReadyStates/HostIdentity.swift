import CaseModel
import Foundation
import Machines

/// What of this host and program a saved machine's state may rely on beyond their versions.
public struct HostIdentity: Equatable, Sendable {
  public var host = ""
  public var tool = ""
  /// The emulator's file.
  public var emulator = ""
  public var processor = ""

  public init(host: String, tool: String = "", emulator: String = "", processor: String = "") {
    self.host = host
    self.tool = tool
    self.emulator = emulator
    self.processor = processor
  }

  /// Of the host that this runs on. A program or an emulator of the same version that was built
  /// again counts as another.
  public static func current(_ facts: HostFacts) -> HostIdentity {
    let machine = try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)
    let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let first = cpu.split(separator: "\n").prefix { !$0.hasPrefix("processor\t: 1") }.filter {
      line in
      ["model", "flags", "microcode", "vendor", "stepping"].contains { line.hasPrefix($0) }
    }
    return HostIdentity(
      host: facts.hostname + " " + (machine ?? "").trimmingCharacters(in: .whitespacesAndNewlines),
      tool: toolVersion + " " + stamp("/proc/self/exe"),
      emulator: stamp("/usr/bin/qemu-system-x86_64"),
      processor: LayerRecipe.digest(of: first.map(String.init) + [facts.kernel]))
  }

  private static func stamp(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "?" }
    return "\(status.st_size) \(status.st_mtim.tv_sec)"
  }
}
