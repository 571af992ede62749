import ArgumentParser
import CaseModel
import Foundation
import Intake

/// `--ticket FILE --attach FILE` of the commands that give a case files.
struct TicketOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the customer wrote: mail, HTML, form, issue, chat; - for standard input.",
      valueName: "file"),
    completion: .file())
  var ticket: [String]
  @Option(
    help: ArgumentHelp(
      "What they attached: a support bundle, a log, a configuration.", valueName: "file"),
    completion: .file())
  var attach: [String] = []

  /// The ticket's files before the attachments, each as it was given.
  func files() throws -> [TicketFile] {
    try TicketSource.files(ticket: ticket, attached: attach)
  }
}

/// Opens the files that a command was given; all that are wrong are told at once.
enum TicketSource {
  /// Of standard input and pipes, which can be read only once.
  private static let pipeLimit = 64 << 20

  static func files(ticket: [String], attached: [String]) throws -> [TicketFile] {
    let given = ticket.map { ($0, false) } + attached.map { ($0, true) }
    var (files, complaints) = ([TicketFile](), [String]())
    for (path, isAttachment) in given {
      do {
        files.append(try file(path, name(path, among: given.map(\.0)), isAttachment))
      } catch {
        complaints.append(error.message)
      }
    }
    guard complaints.isEmpty else {
      throw CaselabError(
        .badInput, complaints.joined(separator: "\n  "), hint: "give files that can be read")
    }
    return files
  }

  /// The last part of its path, or more where another file's is the same.
  private static func name(_ path: String, among paths: [String]) -> String {
    guard path != "-" else { return "standard input" }
    func last(_ count: Int, of path: String) -> String {
      path.split(separator: "/").suffix(count).joined(separator: "/")
    }
    let count = (1...4).first { count in
      paths.filter { $0 != path && last(count, of: $0) == last(count, of: path) }.isEmpty
    }
    return last(count ?? 1, of: path)
  }

  private static func file(
    _ path: String, _ name: String, _ isAttachment: Bool
  ) throws(CaselabError) -> TicketFile {
    if path == "-" {
      return TicketFile(
        name: name, bytes: try bytes(of: .standardInput, path), isAttachment: isAttachment)
    }
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
      throw CaselabError(
        .badInput,
        "file \"\(path.printable())\" cannot be read: \(String(cString: strerror(errno)))")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return TicketFile(name: name, path: path, isAttachment: isAttachment)
    case S_IFIFO, S_IFCHR, S_IFSOCK:
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw CaselabError(.badInput, "file \"\(path.printable())\" cannot be read")
      }
      return TicketFile(name: name, bytes: try bytes(of: file, path), isAttachment: isAttachment)
    default:
      throw CaselabError(.badInput, "\"\(path.printable())\" is a folder, not a file")
    }
  }

  private static func bytes(of file: FileHandle, _ path: String) throws(CaselabError) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while let more = try file.read(upToCount: 1 << 20), !more.isEmpty, bytes.count <= pipeLimit {
        bytes += more
      }
    } catch {
      throw CaselabError(.badInput, "file \"\(path.printable())\" cannot be read", cause: error)
    }
    guard bytes.count <= pipeLimit else {
      throw CaselabError(
        .badInput, "\"\(path.printable())\" gives more than \(pipeLimit >> 20) MiB",
        hint: "save it as a file; files may be larger")
    }
    return bytes
  }
}
