import Foundation
import Machines
import Synchronization
import SyntheticMachines
import Testing

@testable import CaseModel
@testable import Lab

@Suite struct DeploymentTests {
  private func deployment(
    of product: Product = Sample.product, _ script: @escaping SyntheticHypervisor.Script
  ) async throws -> (Deployment, any Guest) {
    let machine = try await SyntheticHypervisor(script: script).start(
      MachineSpec(
        owner: Sample.owner, uuid: "u", title: "t", memoryMiB: 1, cpus: 1,
        acceleration: .emulation, boot: .disk, disk: .init(path: "/d"), consoleLog: "/c"))
    let guest = try await machine.guest(within: .seconds(1))
    let layout = try Sample.layout(product: product, run: 7)
    let deployment = Deployment(
      layout, node: try #require(layout.topology.nodes.first), package: "1.2-1", version: "1.2",
      guest: guest, limits: LabLimits(), note: { _ in })
    return (deployment, guest)
  }

  @Test func theGuestGetsTheDescriptionBeforeTheProductIsConfigured() async throws {
    let (deployment, guest) = try await deployment { _ in nil }
    _ = try await deployment.prepare(authority: [])
    let json = try await guest.read(StepEnvironment.description, offset: 0, limit: 1 << 20)
    let read = try JSONDecoder().decode(EnvironmentDescription.self, from: Data(json))
    #expect(read.run == 7)
    #expect(read.protocols == ["ftp": .init(port: 21)])
    #expect(read.notUsed == ["ftps-implicit"])
    #expect(read.accounts.map(\.name) == ["writer"])
    let accounts = try await guest.read(StepEnvironment.accounts, offset: 0, limit: 1 << 20)
    #expect(
      String(decoding: accounts, as: UTF8.self)
        == "writer:\(read.accounts[0].password):/srv/writer:rw:2001\n")
  }

  @Test func aFailingConfigureStepIsTheLabsFailureAndShowsItsOutput() async throws {
    let (deployment, _) = try await deployment { command in
      command.arguments.contains("make keys")
        ? GuestResult(status: 2, errors: Array("no such tool\u{7}".utf8)) : nil
    }
    await #expect {
      try await deployment.configure()
    } throws: {
      let error = $0 as? CaselabError
      return error?.code == .labFailed
        && error?.message == "step \"make keys\" ended with status 2:\n  no such tool\\u{7}"
    }
  }

  @Test func aProductThatDoesNotStartIsAFindingAndNotTheLabsFailure() async throws {
    let (deployment, _) = try await deployment { command in
      command.arguments.contains("systemctl start exampled")
        ? GuestResult(status: 1, errors: Array("unknown directive".utf8)) : nil
    }
    #expect(try await deployment.start()?.contains("unknown directive") == true)
  }

  @Test func aNodeOfAnAbsentProductIsPreparedAndNothingElse() async throws {
    let commands = Mutex<[String]>([])
    let (deployment, guest) = try await deployment(of: .absent("nginx")) { command in
      commands.withLock { $0.append(command.arguments.last ?? "") }
      return nil
    }
    _ = try await deployment.prepare(authority: [])
    try await deployment.configure()
    #expect(try await deployment.start() == nil)
    #expect(commands.withLock { $0.count { $0.contains("/usr/share/zoneinfo/") } } == 1)
    let own = commands.withLock { $0.filter { $0.contains("exampled") || $0.contains("nginx") } }
    #expect(own.isEmpty)
    let json = try await guest.read(StepEnvironment.description, offset: 0, limit: 1 << 20)
    let read = try JSONDecoder().decode(EnvironmentDescription.self, from: Data(json))
    #expect(read.product == .init(name: "nginx", version: "1.2") && read.protocols.isEmpty)
  }

  @Test func healthIsTriedUntilItPasses() async throws {
    let tries = Mutex(0)
    let (deployment, _) = try await deployment { command in
      guard command.arguments.contains("check") else { return nil }
      return GuestResult(
        status: tries.withLock {
          $0 += 1
          return $0
        } < 2 ? 1 : 0)
    }
    #expect(try await deployment.start() == nil)
    #expect(tries.withLock { $0 } == 2)
  }
}
