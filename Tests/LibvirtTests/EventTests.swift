import Testing

@testable import Libvirt

@Suite struct EventTests {
  @Test func `a domain's life is told from before its creation`() async throws {
    let connection = try await Connection.open("test:///default")
    let sample = Sample()
    var events = connection.events(of: sample.uuid).makeAsyncIterator()
    let domain = try await connection.create(sample.definition)
    #expect(await events.next() == .started)
    try await domain.destroy()
    #expect(await events.next() == .stopped(.destroyed))
    await connection.close()
    #expect(await events.next() == .connectionLost("it was closed"))
    #expect(await events.next() == nil)
  }

  @Test func `events reach only those who wait for that domain`() async throws {
    let connection = try await Connection.open("test:///default")
    let sample = Sample()
    var all = [connection.events(of: sample.uuid), connection.events(of: sample.uuid)]
      .map { $0.makeAsyncIterator() }
    let other = try await connection.create(Sample().definition)
    let domain = try await connection.create(sample.definition)
    try await domain.destroy()
    for index in all.indices {
      #expect(await all[index].next() == .started)
      #expect(await all[index].next() == .stopped(.destroyed))
    }
    try await other.destroy()
    await connection.close()
  }

  @Test func `who asks for events of a lost connection hears so at once`() async {
    let hub = EventHub()
    hub.finish(.connectionLost("the daemon ended"))
    hub.finish(.connectionLost("it was closed"))
    var events = hub.events(of: Sample().uuid).makeAsyncIterator()
    #expect(await events.next() == .connectionLost("the daemon ended"))
    #expect(await events.next() == nil)
  }

  @Test func `unknown events are nobody's business`() {
    #expect(DomainEvent(lifecycle: 9999, detail: 0) == nil)
    #expect(DomainEvent(lifecycle: -1, detail: -1) == nil)
    #expect(DomainEvent(agentState: 77) == nil)
    #expect(DomainEvent(lifecycle: 5, detail: 99) == .stopped(.other))
  }
}
