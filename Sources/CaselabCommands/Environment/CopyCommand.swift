import ArgumentParser
import CaseModel
import Foundation
import Machines

struct CopyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cp", abstract: "Copy a file to or from a machine of the case.",
    discussion: """
      One of the two paths begins with a node's name and a colon, or with a colon alone for the
      product's machine: it is in there. A file of this host with a colon in its name is ./a:b.

      Examples:
        caselab cp SUP-1042 :/etc/proftpd/proftpd.conf .
        caselab cp SUP-1042 directory:/etc/ldap/ldap.conf .
        caselab cp SUP-1042 big.bin :/srv/caselab/big.bin
      """)

  /// Bytes; the agent's channel carries some MiB a second at best.
  static let limit: Int64 = 256 << 20

  @OptionGroup var target: CaseArgument
  @Argument(help: "From where; NODE:PATH or :PATH is in a machine.", completion: .file())
  var source: String
  @Argument(help: "To where; NODE:PATH or :PATH is in a machine.", completion: .file())
  var destination: String

  func validate() throws {
    guard (GuestPath(source) == nil) != (GuestPath(destination) == nil) else {
      throw ValidationError("exactly one of the two paths is NODE:PATH or :PATH, in a machine")
    }
  }

  func run() async throws { try await run(in: Context.make()) }

  func run(in context: Context) async throws {
    guard let there = GuestPath(source) ?? GuestPath(destination) else { return }
    let guest = try await LiveNode.find(target.parsed(), node: there.node, in: context).guest()
    if GuestPath(source) != nil {
      try await fetch(there.path, guest)
    } else {
      try await send(there.path, guest)
    }
  }

  private func fetch(_ path: String, _ guest: any Guest) async throws {
    var isFolder: ObjCBool = false
    let name = URL(filePath: path).lastPathComponent
    let exists = FileManager.default.fileExists(atPath: destination, isDirectory: &isFolder)
    let target = exists && isFolder.boolValue ? destination + "/" + name : destination
    let first = try await guest.read(path, offset: 0, limit: 1 << 20)
    let partial = target + ".part"
    guard FileManager.default.createFile(atPath: partial, contents: Data(first)),
      let file = FileHandle(forWritingAtPath: partial)
    else { throw CaselabError(.usage, "\"\(target.printable())\" cannot be written") }
    defer { try? file.close() }
    do {
      try file.seekToEnd()
      var offset = Int64(first.count)
      var chunk = first
      while chunk.count == 1 << 20, offset < Self.limit {
        chunk = try await guest.read(path, offset: offset, limit: 1 << 20)
        try file.write(contentsOf: chunk)
        offset += Int64(chunk.count)
      }
      guard offset < Self.limit else {
        throw CaselabError(.usage, "\"\(path.printable())\" is larger than \(Self.limit >> 20) MiB")
      }
      _ = try? FileManager.default.removeItem(atPath: target)
      try FileManager.default.moveItem(atPath: partial, toPath: target)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }

  private func send(_ path: String, _ guest: any Guest) async throws {
    guard let file = FileHandle(forReadingAtPath: source),
      let data = try file.read(upToCount: Int(Self.limit) + 1)
    else { throw CaselabError(.badInput, "\"\(source.printable())\" cannot be read or is empty") }
    guard data.count <= Self.limit else {
      throw CaselabError(.usage, "\"\(source.printable())\" is larger than \(Self.limit >> 20) MiB")
    }
    let target = path.hasSuffix("/") ? path + URL(filePath: source).lastPathComponent : path
    try await guest.write(Array(data), to: target, mode: "0644")
  }
}

/// `directory:/etc/x`, or `:/etc/x` in the product's machine.
struct GuestPath: Equatable {
  var node: String
  var path: String

  /// Nil for a path of this host: no colon, a slash before it, or what cannot be a node's name.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return nil
    }
    node = name.isEmpty ? EnvironmentProfile.productNode : String(name)
    path = String(text[text.index(after: colon)...])
  }
}
