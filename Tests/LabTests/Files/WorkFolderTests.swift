import Foundation
import Testing

@testable import Lab

@Suite struct WorkFolderTests {
  @Test func `a published folder is in its place, whole, and is gone from the work`() async throws {
    let scratch = try Scratch()
    let folder = try WorkFolder(in: scratch.path("work"), prefix: "thing")
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
    try folder.publish(as: scratch.path("things/one"))
    await folder.discard()
    #expect(try String(contentsOfFile: scratch.path("things/one/file"), encoding: .utf8) == "x")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("work")) == [])
  }

  @Test func `a sweep leaves what is being made and takes what nobody holds`() async throws {
    let scratch = try Scratch()
    let work = scratch.path("work")
    let held = try WorkFolder(in: work, prefix: "held")
    try Folder.create(work + "/left/deep")
    try scratch.write("x".utf8, to: "work/fresh.part")
    try scratch.write("x".utf8, to: "work/old.part")
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now - 30 * 86400], ofItemAtPath: work + "/old.part")
    #expect(try await WorkFolder.sweep(work) == [work + "/left", work + "/old.part"])
    #expect(FileManager.default.fileExists(atPath: held.path))
    #expect(FileManager.default.fileExists(atPath: work + "/fresh.part"))
  }

  @Test func `removing a folder leaves what its links point to`() async throws {
    let scratch = try Scratch()
    try Folder.create(scratch.path("precious"))
    try Folder.create(scratch.path("doomed"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("doomed/link"), withDestinationPath: scratch.path("precious"))
    try await removeTree(scratch.path("doomed"))
    try await removeTree(scratch.path("never-there"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("doomed")))
    #expect(FileManager.default.fileExists(atPath: scratch.path("precious")))
  }
}
