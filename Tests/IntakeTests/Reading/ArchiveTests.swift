import Carchive
import Foundation
import Testing

@testable import Intake

/// A member of an archive that a test packs.
struct Packed {
  var path: String
  var bytes: [UInt8] = []
  var link: String?
  var isDevice = false

  init(_ path: String, _ text: String = "", link: String? = nil, isDevice: Bool = false) {
    (self.path, bytes) = (path, Array(text.utf8))
    (self.link, self.isDevice) = (link, isDevice)
  }
}

/// Packs members with libarchive: `tar` or `zip`, through `gzip`, `xz`, `bzip2`, `zstd` or nothing.
func archive(_ format: String, _ filter: String?, _ members: [Packed]) throws -> [UInt8] {
  let archive = try #require(archive_write_new())
  defer { archive_write_free(archive) }
  if let filter { #expect(archive_write_add_filter_by_name(archive, filter) == ARCHIVE_OK) }
  let formatName = format == "tar" ? "pax" : format
  #expect(archive_write_set_format_by_name(archive, formatName) == ARCHIVE_OK)
  let capacity = 4 << 20
  let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  defer { buffer.deallocate() }
  var used = 0
  #expect(archive_write_open_memory(archive, buffer, capacity, &used) == ARCHIVE_OK)
  for member in members {
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, member.path)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_filetype(
      entry, member.link != nil ? 0o120000 : member.isDevice ? 0o020000 : 0o100000)
    if let link = member.link { archive_entry_set_symlink(entry, link) }
    archive_entry_set_size(entry, la_int64_t(member.bytes.count))
    #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
    if !member.bytes.isEmpty { archive_write_data(archive, member.bytes, member.bytes.count) }
  }
  archive_write_close(archive)
  return Array(UnsafeRawBufferPointer(start: buffer, count: used))
}

@Suite struct ArchiveTests {
  private func read(_ bytes: [UInt8], _ name: String = "a.tar.gz") -> (
    documents: [Document], troubles: [String]
  ) {
    let (documents, troubles) = Reading.documents(of: [TicketFile(name: name, bytes: bytes)])
    return (documents, troubles.map(\.sentence))
  }

  private let bundle = [
    Packed("sosreport-files-2026-03-02-abc/etc/os-release", link: "../usr/lib/os-release"),
    Packed("sosreport-files-2026-03-02-abc/etc/ssh/sshd_config", "Port 22\n"),
    Packed("sosreport-files-2026-03-02-abc/etc/shadow", "secret"),
    Packed(
      "sosreport-files-2026-03-02-abc/sos_commands/kernel/uname_-a", "Linux files 6.1.0 x86_64\n"),
    Packed("sosreport-files-2026-03-02-abc/uname", link: "sos_commands/kernel/uname_-a"),
    Packed("sosreport-files-2026-03-02-abc/usr/lib/os-release", "ID=debian\nVERSION_ID=\"12\"\n"),
    Packed("sosreport-files-2026-03-02-abc/var/log/syslog", "2026-03-02T08:14:55 files x: y\n"),
  ]

  @Test(arguments: [
    ("tar", "gzip"), ("tar", "xz"), ("tar", "bzip2"), ("tar", "zstd"), ("tar", nil), ("zip", nil),
  ])
  func ofABundleTheWantedMembersAreRead(_ format: String, _ filter: String?) throws {
    let (documents, troubles) = read(try archive(format, filter, bundle), "sosreport.tar.xz")
    #expect(
      documents.map(\.name) == [
        "sosreport.tar.xz: etc/ssh/sshd_config", "sosreport.tar.xz: sos_commands/kernel/uname_-a",
        "sosreport.tar.xz: usr/lib/os-release", "sosreport.tar.xz: var/log/syslog",
      ])
    #expect(documents[2].kind == .bundle(path: "usr/lib/os-release"))
    #expect(documents[2].lines.first?.text == "ID=debian")
    #expect(troubles.isEmpty)
  }

  @Test func theLinkThatNamesTheTimeZoneIsRead() throws {
    let zone = Packed("sosreport-x/etc/localtime", link: "../usr/share/zoneinfo/Europe/Berlin")
    let (documents, troubles) = read(try archive("tar", "xz", [zone]))
    #expect(documents.map(\.kind) == [.bundle(path: "etc/localtime")])
    #expect(
      documents.first?.lines.map(\.text) == [
        "etc/localtime -> ../usr/share/zoneinfo/Europe/Berlin"
      ])
    #expect(troubles.isEmpty)
  }

  @Test func ofAnotherArchiveEveryTextIsRead() throws {
    let mail = "From: robin@example.com\nMIME-Version: 1.0\nSubject: x\n\nIt is 1.3.8."
    let (documents, troubles) = read(
      try archive(
        "zip", nil,
        [
          Packed("logs/server.log", "a log\n"), Packed("mail.eml", mail),
          Packed("shot.png", "\u{89}PNG"), Packed("etc/proftpd/proftpd.conf", "Port 21\n"),
        ]), "all.zip")
    #expect(
      documents.map(\.name) == [
        "all.zip: logs/server.log", "all.zip: mail.eml", "all.zip: shot.png",
        "all.zip: etc/proftpd/proftpd.conf",
      ])
    #expect(
      documents.map(\.kind) == [
        .attachment, .letter, .attachment, .bundle(path: "etc/proftpd/proftpd.conf"),
      ])
    #expect(troubles.isEmpty)
  }

  @Test func aCompressedFileIsReadUnderItsName() throws {
    let bytes = try archive("raw", "gzip", [Packed("x", "a log\n")])
    let (documents, _) = read(bytes, "server.log.gz")
    #expect(documents.map(\.name) == ["server.log"] && documents[0].lines[0].text == "a log")
  }

  @Test func anArchiveWithinAnArchiveIsReadAndOneWithinThatTooButNotForever() throws {
    var bytes = try archive("tar", "gzip", [Packed("a.log", "deep\n")])
    for level in 1...6 {
      var outer = Packed("in.tar.gz")
      outer.bytes = bytes
      bytes = try archive("tar", "gzip", [outer])
      let (documents, troubles) = read(bytes)
      #expect(documents.count == (level <= 2 ? 1 : 0), "\(level)")
      #expect(troubles.isEmpty == (level <= 2))
    }
  }

  @Test func whatLeadsOutOfTheArchiveIsSaidAndNotRead() throws {
    let (documents, troubles) = read(
      try archive(
        "tar", nil,
        [
          Packed("../../etc/os-release", "ID=evil"), Packed("/etc/os-release", "ID=evil"),
          Packed("a/../../b.log", "x"), Packed("ok.log", "fine"), Packed("l", link: "/etc/shadow"),
          Packed("d", isDevice: true),
        ]))
    #expect(documents.map(\.name) == ["a.tar.gz: ok.log"])
    #expect(
      troubles == [
        "a.tar.gz: member \"../../etc/os-release\" leads out of the archive; not read",
        "a.tar.gz: member \"/etc/os-release\" leads out of the archive; not read",
        "a.tar.gz: member \"a/../../b.log\" leads out of the archive; not read",
        "a.tar.gz: has 1 devices or pipes; not read", "a.tar.gz: has 1 links; not read",
      ])
  }

  @Test func aBombIsPutOutEarly() throws {
    let zeros = Array(repeating: UInt8(0), count: 1 << 20)
    for (name, isBundle) in [("sosreport-x/proc/big", true), ("big.log", false)] {
      var bomb = Packed(name)
      bomb.bytes = []
      let bytes = try packBomb(name, megabytes: 300, zeros)
      #expect(bytes.count < 1 << 20)
      let (documents, troubles) = read(bytes)
      #expect(documents.isEmpty, "\(isBundle)")
      #expect(troubles.contains { $0.contains("unpacks to more than 25") }, "\(troubles)")
    }
  }

  private func packBomb(_ name: String, megabytes: Int, _ zeros: [UInt8]) throws -> [UInt8] {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    archive_write_add_filter_by_name(archive, "gzip")
    archive_write_set_format_by_name(archive, "pax")
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: 4 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var used = 0
    archive_write_open_memory(archive, buffer, 4 << 20, &used)
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_size(entry, la_int64_t(megabytes << 20))
    archive_write_header(archive, entry)
    for _ in 0..<megabytes { archive_write_data(archive, zeros, zeros.count) }
    archive_write_close(archive)
    return Array(UnsafeRawBufferPointer(start: buffer, count: used))
  }

  @Test func absurdNumbersOfFilesAreBounded() throws {
    let many = (0..<1000).map { Packed("\($0).log", "x") }
    let (documents, troubles) = read(try archive("tar", "gzip", many))
    #expect(documents.count == ReadingLimits.archiveDocuments)
    #expect(troubles == ["a.tar.gz: has 800 files beyond the first 200; not read"])
  }

  @Test func aTruncatedArchiveIsReadAsFarAsItGoes() throws {
    for (format, filter) in [("tar", "gzip"), ("tar", "xz"), ("tar", nil), ("zip", nil)] {
      let bytes = try archive(format, filter, bundle)
      for count in stride(from: 300, to: bytes.count - 1, by: max(bytes.count / 40, 1)) {
        let (documents, troubles) = read(Array(bytes[..<count]))
        #expect(!documents.isEmpty || !troubles.isEmpty)
      }
    }
  }

  @Test func anArchiveIsReadFromDiskAsFromMemory() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tar.xz")
    try Data(try archive("tar", "xz", bundle)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let found = Reading.documents(of: [TicketFile(name: "s.tar.xz", path: file.path)]).documents
    #expect(found.count == 4)
  }

  @Test func officeDocumentsAreNotTakenForArchives() throws {
    let (documents, troubles) = read(
      try archive("zip", nil, [Packed("[Content_Types].xml", "<x/>"), Packed("word/a.xml", "x")]),
      "answers.docx")
    #expect(documents.isEmpty)
    #expect(troubles == ["answers.docx: is an Office document; ask for it as text or PDF"])
  }

  @Test(arguments: [
    ("etc/ssh/sshd_config", true), ("etc/shadow", false), ("etc/proftpd/conf.d/tls.conf", true),
    ("sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf", true), ("proc/kcore", false),
    ("var/log/journal/x", false), ("etc/ssh/ssh_host_ed25519_key", false), ("uname", true),
    ("etc/proftpd/../shadow", false),
  ])
  func onlyDeclaredMembersOfABundleAreWanted(_ path: String, _ isWanted: Bool) {
    #expect(BundleMembers.wants(path) == isWanted)
  }
}
