import CaseModel
import Foundation
import FoundationXML
import Machines

extension DomainXML {
  private static let qemu = "http://libvirt.org/schemas/domain/qemu/1.0"
  private static let memoryName = "caselab.ram"

  /// What libvirt has no element for: the gate of a machine that is reached by SSH, and the memory of
  /// one that is saved.
  static func beyondLibvirt(_ spec: MachineSpec) -> [XMLElement] {
    let memory = memoryArguments(spec)
    let arguments = memory + GateDevice.arguments(spec)
    guard !arguments.isEmpty else { return [] }
    let commandLine = Self.commandLine(arguments)
    return memory.isEmpty ? [commandLine] : savedMemory(commandLine)
  }

  /// Memory in a file of ours, shared when it is to be kept, private when it is gone on from, and a
  /// start that waits for the rest of the state (qemu(1), `-incoming defer`).
  private static func memoryArguments(_ spec: MachineSpec) -> [String] {
    let arguments: [String]
    switch spec.memory {
    case .own: return []
    case .kept(let file): arguments = backend(file, spec, isShared: true)
    case .saved(let saved):
      arguments = backend(saved.memory, spec, isShared: false) + ["-incoming", "defer"]
    }
    return arguments + ["-machine", "memory-backend=" + memoryName]
  }

  /// The generation ID tells the guest's kernel that it is another machine now (where it has a driver
  /// for that), and is a device: so both kinds have one.
  ///
  /// Without that capability libvirt asks for the processor's features twice, instead of 466 times,
  /// which takes more than half of a start.
  private static func savedMemory(_ commandLine: XMLElement) -> [XMLElement] {
    [
      element("genid", text: UUID().uuidString.lowercased()), commandLine,
      element(
        "qemu:capabilities", ["xmlns:qemu": qemu],
        [element("qemu:del", ["capability": "cpu-unavailable-features"])]),
    ]
  }

  /// Arguments of QEMU's that libvirt has no element for.
  static func commandLine(_ arguments: [String]) -> XMLElement {
    element(
      "qemu:commandline", ["xmlns:qemu": qemu],
      arguments.map { element("qemu:arg", ["value": $0]) })
  }

  /// In JSON, in which no character of a path means anything else. Never opened for writing by those
  /// that go on from it: QEMU would give pages that a guest does not need back to the file itself.
  private static func backend(_ file: String, _ spec: MachineSpec, isShared: Bool) -> [String] {
    struct Backend: Encodable {
      enum CodingKeys: String, CodingKey {
        case type = "qom-type"
        case path = "mem-path"
        case id, size, share, readonly, rom
      }
      var type = "memory-backend-file"
      var id = DomainXML.memoryName
      var path: String
      var size: Int
      var share: Bool
      var readonly: Bool
      var rom = "off"
    }
    let backend = Backend(
      path: file, size: spec.memoryMiB << 20, share: isShared, readonly: !isShared)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(backend)).map { String(decoding: $0, as: UTF8.self) }
    return ["-object", text ?? ""]
  }
}

extension MachineSpec {
  var isSaved: Bool {
    if case .saved = memory { true } else { false }
  }
}
