import Foundation
import Testing

@testable import Lab

@Suite struct HostAuthoritiesTests {
  @Test func onlyAHostWithAuthoritiesOfItsOwnHandsThemOver() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/own/acme", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "all of them".write(toFile: folder + "/all.crt", atomically: true, encoding: .utf8)
    #expect(HostAuthorities(own: folder + "/own", all: folder + "/all.crt") == nil)
    try "own".write(toFile: folder + "/own/acme/ca.crt", atomically: true, encoding: .utf8)
    #expect(
      HostAuthorities(own: folder + "/own", all: folder + "/all.crt")?.bundle
        == Array("all of them".utf8))
    #expect(HostAuthorities(own: folder + "/own", all: folder + "/none") == nil)
  }
}
