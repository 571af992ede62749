import CaseModel
import Machines

/// Reads what is added to a guest's log files, as tail -F does.
///
/// A look is one short process in the guest; what was added is read through its agent.
struct LogFollower {
  let globs: [String]
  /// Lines of each log that there are at first.
  let lines: Int
  let guest: any Guest
  var pause = Duration.seconds(1)

  /// Returns when the machine ends; throws when the task is cancelled.
  func follow(
    until machine: any Machine, show: @escaping @Sendable (String) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: MachineEnd?.self) { group in
      group.addTask { await machine.ended() }
      group.addTask {
        var watch = LogWatch(guest: guest, globs: globs, lines: lines)
        while true {
          do {
            for text in try await watch.look() { show(text) }
          } catch let error as CaselabError where error.code == .deadline {
            // A guest that is too busy to answer now may answer the next time.
          }
          try await Task.sleep(for: pause)
        }
      }
      defer { group.cancelAll() }
      do {
        guard let end = try await group.next() ?? nil else { return }
        try Task.checkCancellation()
        Terminal.say("caselab: \(end)")
      } catch let error as CaselabError {
        try Task.checkCancellation()
        // The agent may notice the end before the event of it comes.
        guard let end = await Self.ended(&group) else { throw error }
        Terminal.say("caselab: \(end)")
      }
    }
  }

  private static func ended(
    _ group: inout ThrowingTaskGroup<MachineEnd?, any Error>
  ) async -> MachineEnd? {
    group.addTask {
      try await Task.sleep(for: .seconds(3))
      return nil
    }
    return try? await group.next() ?? nil
  }
}

/// What has been read of the log files that match.
struct LogWatch {
  private struct Place {
    var inode: String
    var offset: Int64
    /// The beginning of a line whose end has not been written yet.
    var rest: [UInt8] = []
  }
  private struct Found {
    var inode: String
    var size: Int64
    var path: String
  }

  /// Bytes of one file that are shown in one look: no log may keep us from the others.
  static let turn = 1 << 20
  /// A line that is longer is shown in pieces.
  static let line = 64 << 10
  private static let fileLimit = 50

  let guest: any Guest
  let globs: [String]
  let lines: Int
  private var places: [String: Place] = [:]
  private var isFirst = true
  private var shown: String?

  init(guest: any Guest, globs: [String], lines: Int) {
    self.guest = guest
    self.globs = globs
    self.lines = lines
  }

  /// What was added since the last look, whole lines, each file's under its name.
  mutating func look() async throws -> [String] {
    var texts: [String] = []
    for file in try await list() {
      var new: [UInt8] = []
      if var place = places[file.path] {
        if place.inode != file.inode {
          // Rotated: what was written before that is in a file of another name now.
          new = place.rest + (try await remains(of: place, beside: file.path))
          if !new.isEmpty, new.last != UInt8(ascii: "\n") { new.append(UInt8(ascii: "\n")) }
          place = Place(inode: file.inode, offset: 0)
        } else if file.size < place.offset {
          place = Place(inode: file.inode, offset: 0)
        }
        new += try await read(&place, file)
        places[file.path] = place
      } else if isFirst {
        (new, places[file.path]) = try await begin(file)
      } else {
        var place = Place(inode: file.inode, offset: 0)
        new = try await read(&place, file)
        places[file.path] = place
      }
      if let text = take(new, of: file.path) { texts.append(text) }
    }
    isFirst = false
    return texts
  }

  private func list() async throws -> [Found] {
    let result = try await guest.run(
      GuestCommand(["sh", "-c", Self.listing, "sh"] + globs, deadline: .seconds(60)))
    return result.output.split(separator: 0).prefix(Self.fileLimit).compactMap { entry in
      let words = String(decoding: entry, as: UTF8.self)
        .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard words.count == 3, let size = Int64(words[1]) else { return nil }
      return Found(inode: String(words[0]), size: size, path: String(words[2]))
    }
  }

  /// The last lines that there are, and where they end.
  private func begin(_ file: Found) async throws -> ([UInt8], Place) {
    let head = try await guest.run(
      GuestCommand(
        ["sh", "-c", #"head -c "$1" -- "$2" | tail -n "$3""#, "sh", String(file.size), file.path]
          + [String(lines)]))
    var place = Place(inode: file.inode, offset: file.size)
    return (Self.whole(head.output, &place), place)
  }

  private func read(_ place: inout Place, _ file: Found) async throws -> [UInt8] {
    guard file.size > place.offset else { return [] }
    let limit = Int(min(file.size - place.offset, Int64(Self.turn)))
    let bytes = try await guest.read(file.path, offset: place.offset, limit: limit)
    place.offset += Int64(bytes.count)
    return Self.whole(place.rest + bytes, &place)
  }

  /// What was added to a file after the last look and before it got another name.
  private func remains(of place: Place, beside path: String) async throws -> [UInt8] {
    let result = try await guest.run(
      GuestCommand(["sh", "-c", Self.search, "sh", path, place.inode], deadline: .seconds(60)))
    guard let first = result.output.split(separator: 0).first else { return [] }
    return try await guest.read(
      String(decoding: first, as: UTF8.self), offset: place.offset, limit: Self.turn)
  }

  /// Up to the last end of a line; what follows it is kept for the next time.
  private static func whole(_ bytes: [UInt8], _ place: inout Place) -> [UInt8] {
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard bytes.count - end < line else {
      place.rest = []
      return bytes
    }
    place.rest = Array(bytes[end...])
    return Array(bytes[..<end])
  }

  private mutating func take(_ bytes: [UInt8], of path: String) -> String? {
    guard !bytes.isEmpty else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).withoutControls()
    defer { shown = path }
    return shown == path ? text : "==> \(path.printable(limit: 1000)) <==\n" + text
  }

  /// `INODE SIZE PATH` and a zero byte for each file; a glob is expanded, nothing that it says is run.
  static let listing =
    "for p do for f in $p; do [ ! -f \"$f\" ] || stat -L --printf '%i %s %n\\0' -- \"$f\"; done; done"
  static let search =
    "find \"${1%/*}/\" -maxdepth 1 -type f -inum \"$2\" -print0 2>/dev/null | head -z -n 1"
}
