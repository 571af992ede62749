import Testing

@testable import Libvirt

@Suite struct ConsoleBufferTests {
  @Test func `a guest that prints without end is left waiting`() {
    var buffer = ConsoleBuffer()
    #expect(buffer.wantsInput)
    buffer.received(repeatElement(UInt8(ascii: "x"), count: ConsoleBuffer.limit))
    #expect(!buffer.wantsInput)
    guard case .bytes(let bytes) = buffer.read() else { return #expect(Bool(false)) }
    #expect(bytes.count == ConsoleBuffer.limit)
    #expect(buffer.wantsInput)
  }

  @Test func `what came before the end is read before the end`() throws {
    var buffer = ConsoleBuffer()
    buffer.received([1, 2])
    buffer.finish(.success(()))
    buffer.finish(.failure(LibvirtError(code: .operationFailed, message: "late")))
    guard case .bytes([1, 2]) = buffer.read() else { return #expect(Bool(false)) }
    guard case .end(let result) = buffer.read() else { return #expect(Bool(false)) }
    #expect(throws: Never.self) { try result.get() }
    #expect(!buffer.wantsInput)
  }

  @Test func `sent bytes leave the buffer and an end drops the rest`() {
    var buffer = ConsoleBuffer()
    buffer.send([1, 2, 3])
    buffer.sent(2)
    #expect(buffer.outgoing == [3])
    #expect(buffer.wantsOutput)
    buffer.finish(.success(()))
    #expect(!buffer.wantsOutput)
  }
}
