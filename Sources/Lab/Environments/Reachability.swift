import CaseModel
import Machines

/// A machine that the lab has no way into, as it is seen from a node that the lab is in: which of its
/// TCP ports answer.
public struct Reachability: Sendable {
  /// Its name, for messages.
  let node: String
  let machine: any Machine
  let address: IPAddress
  let ports: [Int]
  /// Where it is asked from.
  let place: String
  let guest: any Guest

  public init(
    of node: String, _ machine: any Machine, at address: IPAddress, ports: [Int],
    from place: String, _ guest: any Guest
  ) {
    self.node = node
    self.machine = machine
    self.address = address
    self.ports = ports
    self.place = place
    self.guest = guest
  }

  /// Returns once one of the ports answers.
  ///
  /// - Throws: `labFailed` when none does in time, or the machine ends first.
  public func wait(
    within patience: Duration, note: @escaping @Sendable (String) async -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let end = await machine.ended()
        throw CaselabError(.labFailed, "node \"\(node)\" ended before it answered: \(end)")
      }
      group.addTask { try await ask(within: patience, note) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func ask(
    within patience: Duration, _ note: @Sendable (String) async -> Void
  ) async throws {
    let end = ContinuousClock.now + patience
    while true {
      let (answering, output) = try await answers()
      if !answering.isEmpty { return }
      await note(output.split(whereSeparator: \.isNewline).last.map(String.init) ?? "no answer")
      guard ContinuousClock.now < end else {
        let wanted = ports.map(String.init).joined(separator: ", ")
        throw CaselabError(
          .labFailed,
          "node \"\(node)\": no answer from \(address) on TCP port \(wanted) for \(patience.components.seconds) s, asked from node \"\(place)\""
            + StepRunner.tail(GuestResult(status: 1, output: Array(output.utf8))),
          hint:
            "the disk must take its address by DHCP or have \(address) set inside, and serve the product: caselab console CASE \(node)"
        )
      }
      // Nobody tells when a port begins to listen.
      try await Task.sleep(for: .seconds(1))
    }
  }

  /// The ports that answer now, and what else was said.
  public func answers() async throws -> (ports: Set<Int>, output: String) {
    let result = try await guest.run(
      .script(
        Self.script,
        environment: [
          "CASELAB_TO": address.description,
          "CASELAB_PORTS": ports.map(String.init).joined(separator: " "),
        ], deadline: .seconds(30 + 10 * ports.count)))
    let lines = result.outputText.split(whereSeparator: \.isNewline)
    let found = lines.compactMap { line in
      line.hasPrefix(Self.answer) ? Int(line.dropFirst(Self.answer.count)) : nil
    }
    return (Set(found).intersection(ports), result.errorText)
  }

  private static let answer = "answers "

  private static let script = """
    for port in $CASELAB_PORTS; do
      if timeout 8 bash -c 'exec 3<>"/dev/tcp/$CASELAB_TO/$1"' bash "$port"; then
        echo "\(answer)$port"
      elif [ $? = 124 ]; then
        echo "port $port: no answer within 8 s" >&2
      fi
    done
    """
}
