import CaseModel

/// Why a command brought no answer.
enum AgentFailure: Error {
  /// The agent was not there to take it.
  case absent(any Error)
  /// The agent took it and has not answered in time.
  case silent(any Error)
  /// The agent says no.
  case refused(any Error)
}

/// One command's way to the agent and back.
protocol AgentLine: Sendable {
  /// Throws `AgentFailure`, or what became of the machine.
  func exchange(_ command: String, timeout seconds: Int32) async throws -> String
  /// How often the agent has gone away so far.
  var departures: Int { get }
}

/// Typed commands, sent again where that does no harm.
struct AgentLink: Sendable {
  var line: any AgentLine
  var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// Seconds: under emulation and load an agent may take its time.
  var timeout: Int32 = 30

  /// Goes on until there is an answer: the caller sets the deadline.
  func call<Command: AgentCommand>(_ command: Command) async throws -> Command.Answer {
    let text = try AgentCodec.encode(command)
    let departures = line.departures
    while true {
      do {
        let answer = try await line.exchange(text, timeout: timeout)
        return try AgentCodec.decode(answer, answering: Command.self)
      } catch AgentFailure.absent(let cause) {
        // Absent since it went away after we asked: it may have taken the command with it.
        guard Command.isRepeatable || line.departures == departures else {
          throw failed(Command.name, "went away", cause)
        }
      } catch AgentFailure.silent(let cause) {
        guard Command.isRepeatable else { throw failed(Command.name, "did not answer", cause) }
      } catch AgentFailure.refused(let cause) {
        throw failed(Command.name, "refused", cause)
      }
      try await pause(.milliseconds(200))
    }
  }

  private func failed(_ command: String, _ how: String, _ cause: any Error) -> CaselabError {
    CaselabError(.labFailed, "guest agent \(how) at \"\(command)\"", cause: cause)
  }
}
