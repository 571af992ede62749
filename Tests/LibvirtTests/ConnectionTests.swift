import Testing

@testable import Libvirt

@Suite struct ConnectionTests {
  @Test func `the test driver is reached and says what it is`() async throws {
    let connection = try await Connection.open("test:///default")
    #expect(try await connection.uri() == "test:///default")
    #expect(try await !connection.hostname().isEmpty)
    #expect(try await connection.libvirtVersion() >= Version(9, 0))
    #expect(try await connection.hypervisorVersion() != nil)
    #expect(try await connection.capabilities().contains("<capabilities>"))
    #expect(try await connection.availableMemory() > 0)
    // Of its one domain the test driver does not say what it may take.
    #expect(try await connection.promisedMemory() == 0)
    #expect(await connection.isAlive())
    await connection.close()
  }

  @Test func `an unknown driver is an error with a code and a message`() async {
    await #expect {
      _ = try await Connection.open("nothing:///there")
    } throws: { error in
      let error = error as? LibvirtError
      return error?.code != nil && error?.message.isEmpty == false
    }
  }

  @Test func `each failing call gets its own error`() async throws {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<20 {
        group.addTask {
          do {
            let connection = try await Connection.open("test:///default")
            let broken = Sample().definition.replacing(
              "</domain>", with: "<on_crash>nothing\(index).</on_crash></domain>")
            _ = try await connection.create(broken)
            return false
          } catch {
            return "\(error)".contains("nothing\(index).")
          }
        }
      }
      for await own in group { #expect(own) }
    }
  }

  @Test func `calls after closing throw instead of crashing`() async throws {
    let connection = try await Connection.open("test:///default")
    let domain = try #require(try await connection.domain(named: "test"))
    await connection.close()
    await connection.close()
    await #expect(throws: LibvirtError.self) { try await connection.hostname() }
    await #expect(throws: LibvirtError.self) { try await connection.domain(named: "test") }
    #expect(await !connection.isAlive())
    #expect(domain.name == "test")
  }

  @Test func `a cancelled task gets no connection`() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Connection.open("test:///default")
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test func `error messages carry no terminal escapes`() {
    let error = LibvirtError(
      code: .operationFailed,
      message: "a\u{1b}[2Jb\nc\u{202e}d" + String(repeating: "x", count: 9999))
    #expect(error.message.hasPrefix("a [2Jb c d"))
    #expect(error.message.unicodeScalars.count == 2000)
  }

  @Test func `versions are read as libvirt counts them`() {
    #expect(Version(number: 11_003_000).description == "11.3.0")
    #expect(Version(7, 2, 19) < Version(8, 0))
  }
}
