import CaseModel
import Foundation

@testable import Lab

/// A home of a test's own; removed with it.
final class Scratch: Sendable {
  let root: String
  var home: Home { Home(root: root) }
  var store: ImageStore { ImageStore(home: home) }

  init() throws {
    root = NSTemporaryDirectory() + "/caselab-test-" + UUID().uuidString
    try Folder.create(root)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { root + "/" + name }

  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// A raw disk with a boot record and content of its own.
  @discardableResult
  func rawDisk(_ name: String, seed: UInt8 = 1, kibibytes: Int = 64) throws -> String {
    var bytes = [UInt8](repeating: 0, count: kibibytes << 10)
    for index in stride(from: 1024, to: bytes.count, by: 7) {
      bytes[index] = seed &* UInt8(index & 255)
    }
    bytes[510] = 0x55
    bytes[511] = 0xAA
    return try write(bytes, to: name)
  }

  func qemuImg(_ arguments: String...) async throws {
    try await ToolCommand(["qemu-img"] + arguments, deadline: .seconds(300)).run()
  }
}

extension EnvironmentProfile.OSWanted {
  static let debian12 = Self(id: "debian", version: "12")
}

/// What was said while something was awaited.
actor Notes {
  private(set) var texts: [String] = []
  private var waiter: (text: String, continuation: CheckedContinuation<Void, Never>)?

  func add(_ text: String) {
    texts.append(text)
    guard let waiter, text.contains(waiter.text) else { return }
    self.waiter = nil
    waiter.continuation.resume()
  }

  /// Returns once a note contains `text`.
  func heard(_ text: String) async {
    guard !texts.contains(where: { $0.contains(text) }) else { return }
    await withCheckedContinuation { waiter = (text, $0) }
  }
}
