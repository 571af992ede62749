import Foundation
import Subprocess

/// A disk as somebody else would hand it over: it boots by itself, has no guest agent, and an SSH server
/// that knows a key. Made of the fixture image `appliance-root`, without privileges.
struct ApplianceDisk {
  /// Of a folder that the test removes.
  let folder: String
  var disk: String { folder + "/disk.raw" }
  var key: String { folder + "/key" }

  /// As the image's recipe has it.
  private static let rootBytes = 2 << 30
  /// Where its one partition begins, as boot loaders expect it.
  private static let start = 1 << 20

  init(_ tool: Tool) async throws {
    folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let built = try await tool("image", "build", "appliance-root")
    guard built.status == 0 else {
      throw SharedLab.Failure(what: "image build appliance-root", answer: built)
    }
    let root = try Self.image(named: "appliance-root", in: tool.home)
    try await Self.call(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key])
    _ = FileManager.default.createFile(atPath: disk, contents: nil)
    truncate(disk, Self.rootBytes + Self.start)
    try await Self.call([
      "qemu-img", "convert", "-n", "-f", "qcow2", "--target-image-opts", root + "/disk.qcow2",
      "driver=raw,offset=\(Self.start),size=\(Self.rootBytes),file.driver=file,file.filename=\(disk)",
    ])
    try await fill(root)
    try writeBootRecord()
  }

  /// The kernel beside the image's disk goes into it, and the key, and what is mounted.
  private func fill(_ root: String) async throws {
    try "/dev/vda1 / ext4 errors=remount-ro 0 1\n"
      .write(toFile: folder + "/fstab", atomically: true, encoding: .utf8)
    let authorized = "/home/admin/.ssh/authorized_keys"
    try """
    dump /usr/lib/grub/i386-pc/boot.img \(folder)/boot.img
    dump /boot/own-core.img \(folder)/core.img
    write \(root)/vmlinuz /boot/own-kernel
    write \(root)/initrd.img /boot/own-initrd
    rm /etc/fstab
    write \(folder)/fstab /etc/fstab
    write \(key).pub \(authorized)
    set_inode_field \(authorized) mode 0100644
    set_inode_field \(authorized) uid 0
    """.write(toFile: folder + "/commands", atomically: true, encoding: .utf8)
    try await Self.call(
      ["debugfs", "-w", "-f", folder + "/commands", "\(disk)?offset=\(Self.start)"])
  }

  /// GRUB's first sector finds what comes after it by itself; its end is the table with one partition.
  private func writeBootRecord() throws {
    func file(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder + name)) }
    var record = try file("/boot.img").prefix(446)
    func number(_ value: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    // Bootable, Linux; the geometry of old says that there is none.
    record += [0x80, 254, 255, 255, 0x83, 254, 255, 255]
    record += number(Self.start / 512) + number(Self.rootBytes / 512)
    record += [UInt8](repeating: 0, count: 48) + [0x55, 0xAA]
    let handle = try FileHandle(forWritingTo: URL(filePath: disk))
    defer { try? handle.close() }
    try handle.write(contentsOf: record + file("/core.img"))
  }

  private static func image(named name: String, in home: String) throws -> String {
    struct Manifest: Decodable { var name: String }
    let folders = try FileManager.default.contentsOfDirectory(atPath: home + "/images")
      .map { home + "/images/" + $0 }
    let found = folders.first { folder in
      FileManager.default.contents(atPath: folder + "/manifest.json")
        .flatMap { try? JSONDecoder().decode(Manifest.self, from: $0) }?.name == name
    }
    return try found ?? { throw CocoaError(.fileNoSuchFile) }()
  }

  struct Broken: Error { var what: String }

  private static func call(_ line: [String]) async throws {
    let result = try await Subprocess.run(
      .name(line[0]), arguments: Arguments(Array(line.dropFirst())),
      environment: .inherit.updating(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      throw Broken(what: line.joined(separator: " ") + ": " + result.standardError)
    }
  }
}
