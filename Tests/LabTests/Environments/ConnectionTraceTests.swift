import Testing

@testable import Lab

@Suite struct ConnectionTraceTests {
  static let trace = """
    # tracer: nop
    #
    #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
                  curl-412     [001] .....    81.022121: inet_sock_set_state: family=AF_INET protocol=IPPROTO_TCP sport=0 dport=443 saddr=10.77.0.10 daddr=203.0.113.7 saddrv6=::ffff:10.77.0.10 daddrv6=::ffff:203.0.113.7 oldstate=TCP_CLOSE newstate=TCP_SYN_SENT
           update-checke-87    [000] .....    82.5: inet_sock_set_state: family=AF_INET protocol=IPPROTO_TCP sport=0 dport=80 saddr=10.77.0.10 daddr=203.0.113.8 saddrv6=::ffff:10.77.0.10 daddrv6=::ffff:203.0.113.8 oldstate=TCP_CLOSE newstate=TCP_SYN_SENT
                getent-500     [000] .....    83.1: caselab_udp: (udp_sendmsg+0x0/0xa60) address=16796938 port=13568

    """

  private func attempt(
    _ node: String, _ transport: Attempt.Transport, _ address: String, _ port: Int?
  ) -> Attempt {
    Attempt(
      link: "inside", node: node, protocol: transport, source: "10.77.0.10", address: address,
      port: port, name: nil, count: 1, first: "", last: "")
  }

  @Test func theProcessBehindAnAttemptIsNamed() {
    let traces = ["product": ConnectionTrace(Self.trace)]
    func process(_ attempt: Attempt) -> String? {
      ConnectionTrace.process(behind: attempt, in: traces)
    }
    #expect(process(attempt("product", .tcp, "203.0.113.7", 443)) == "curl")
    #expect(process(attempt("product", .tcp, "203.0.113.8", 80)) == "update-checke")
    #expect(process(attempt("product", .udp, "10.77.0.1", 53)) == "getent")
    #expect(process(attempt("product", .tcp, "203.0.113.7", 80)) == nil)
    #expect(process(attempt("product", .icmp, "203.0.113.7", nil)) == nil)
  }

  @Test func whatAFirewallPassedOnIsTheSendersAttempt() {
    let traces = ["firewall": ConnectionTrace(""), "product": ConnectionTrace(Self.trace)]
    let passed = attempt("firewall", .tcp, "203.0.113.7", 443)
    #expect(ConnectionTrace.process(behind: passed, in: traces) == "curl")
  }

  @Test func aHostileTraceIsBoundedAndHarmless() {
    let hostile = """
      \u{1B}[2Jx-1 [0] inet_sock_set_state: dport=99999999999999999999 daddr=1.2.3.4 x
      -1 [0] caselab_udp: address=99999999999 port=1
      a-1 [0] caselab_udp: address=1 port=70000
      """
    #expect(ConnectionTrace(hostile).processes.isEmpty)
    let many = (0..<5000).map {
      "p-1 [000] inet_sock_set_state: dport=\($0) saddr=1.1.1.1 daddr=1.2.3.4 x\n"
    }.joined()
    #expect(ConnectionTrace(many).processes.count == AttemptBook.size)
    let named = ConnectionTrace("\u{1B}[2J-1 [0] inet_sock_set_state: dport=1 daddr=1.2.3.4 x")
    #expect(named.processes.values.allSatisfy { !$0.contains("\u{1B}") })
  }
}
