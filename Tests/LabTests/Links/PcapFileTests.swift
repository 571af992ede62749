import Foundation
import Testing

@testable import Lab

@Suite struct PcapFileTests {
  @Test func `a capture is as every reader of pcap expects it`() throws {
    let scratch = try Scratch()
    let path = try scratch.write("old".utf8, to: "link-inside.pcap")
    let capture = try PcapFile(path: path)
    capture.append([1, 2, 3], at: timespec(tv_sec: 0x6500_0001, tv_nsec: 999_999_999))
    capture.append([], at: timespec(tv_sec: 2, tv_nsec: 1000))
    capture.flush()
    let expected: [UInt8] =
      [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 1, 0, 0, 0]
      + [1, 0, 0, 0x65, 0x3F, 0x42, 0x0F, 0, 3, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3]
      + [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == expected)
    #expect(capture.size == expected.count)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a full capture ends with a whole frame and takes no other`() throws {
    let scratch = try Scratch()
    let path = scratch.path("full.pcap")
    let capture = try PcapFile(path: path, limit: 24 + 2 * (16 + 100))
    let frame = [UInt8](repeating: 7, count: 100)
    for _ in 0..<2 { capture.append(frame, at: timespec()) }
    #expect(!capture.isFull)
    capture.append([1], at: timespec())
    #expect(capture.isFull)
    capture.append([], at: timespec())
    capture.flush()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 256)
  }

  @Test func `a capture never writes through somebody's link`() throws {
    let scratch = try Scratch()
    let precious = try scratch.write("precious".utf8, to: "precious")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link-x.pcap"), withDestinationPath: precious)
    let capture = try PcapFile(path: scratch.path("link-x.pcap"))
    capture.flush()
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "precious")
  }
}
