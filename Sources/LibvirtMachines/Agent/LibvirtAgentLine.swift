import CaseModel
import Libvirt

/// The way to the agent that libvirt keeps.
struct LibvirtAgentLine: AgentLine {
  let domain: Domain
  let watch: MachineWatch

  var departures: Int { watch.life.agentDepartures }

  func exchange(_ command: String, timeout seconds: Int32) async throws -> String {
    do {
      return try await domain.agentCommand(command, timeout: seconds)
    } catch let error as LibvirtError {
      switch error.code {
      case .agentUnresponsive: throw AgentFailure.absent(error)
      case .agentTimeout: throw AgentFailure.silent(error)
      // Not running although still there: it has crashed and is being taken away.
      case .operationInvalid: break
      default:
        if let isActive = try? await domain.isActive(), isActive {
          throw AgentFailure.refused(error)
        }
      }
      // The machine or the daemon is gone, and the event that says how is on its way.
      let end = try await watch.end()
      throw MachineWatch.ended(end, domain.name, "answer")
    }
  }
}
