import CaseModel
import Foundation
import Libvirt
import Machines

extension LibvirtMachine {
  private var monitor: QEMUMonitor { QEMUMonitor(domain: domain) }

  func open(_ forward: PortForward) async throws {
    let isFirst = try await !isGateThere()
    if isFirst { try await plugGate() }
    do {
      // QMP can only list forwards while it makes the network.
      let answer = try await monitor.human(
        "hostfwd_add \(GateDevice.backend) "
          + GateDevice.forward(forward.source, to: forward.guestPort))
      guard answer.isEmpty else {
        throw CaselabError(
          .labFailed, "\(forward.source) cannot be opened: \(Self.line(answer))",
          hint: "another port: --to 127.0.0.1:PORT")
      }
    } catch {
      if isFirst { try? await unplugGate() }
      throw error
    }
  }

  func close(_ forward: PortForward) async throws {
    guard try await forwards().contains(forward) else { return }
    _ = try await monitor.human("hostfwd_remove \(GateDevice.backend) tcp:\(forward.source)")
    let left = try await forwards()
    guard !left.contains(forward) else {
      throw CaselabError(.labFailed, "\(forward.source) is still open")
    }
    guard case .ssh = access else {
      if left.isEmpty { try await unplugGate() }
      return
    }
  }

  func forwards() async throws -> [PortForward] {
    // What the lab itself comes in by is no open port.
    let own = if case .ssh(let ssh) = access { ssh.hostPort } else { 0 }
    return Self.forwards(in: try await monitor.human("info usernet"))
      .filter { $0.hostPort != own }
  }

  /// A line is `TCP[HOST_FORWARD]  12  127.0.0.1  2121  198.18.254.15  21  0  0`.
  static func forwards(in listing: String) -> [PortForward] {
    listing.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.count >= 6, words[0] == "TCP[HOST_FORWARD]", words[4] == Gate.guestSide,
        let address = IPv4Address(words[2]), let hostPort = Int(words[3]),
        let guestPort = Int(words[5])
      else { return nil }
      return PortForward(hostAddress: address, hostPort: hostPort, guestPort: guestPort)
    }.sorted { $0.hostPort < $1.hostPort }
  }

  private struct Child: Decodable { var name: String }

  func isGateThere() async throws -> Bool {
    try await monitor.perform(
      "qom-list", ["path": "/machine/peripheral"], returning: [Child].self
    ).contains { $0.name == GateDevice.device }
  }

  private func plugGate() async throws {
    guard let port = RootPorts.free(in: try await definition()) else {
      throw CaselabError(.labFailed, "machine \"\(name)\" has no free slot for a network device")
    }
    _ = try await monitor.perform("netdev_add", GateDevice.UserNetwork())
    do {
      _ = try await monitor.perform("device_add", GateDevice.NetworkDevice(bus: port))
    } catch {
      _ = try? await monitor.perform("netdev_del", ["id": GateDevice.backend])
      throw error
    }
  }

  /// The guest has to let go of the device: when it does not in time, the device stays without a
  /// network behind it.
  private func unplugGate() async throws {
    _ = try await monitor.perform("device_del", ["id": GateDevice.device])
    let end = ContinuousClock.now + .seconds(30)
    // QEMU has an event for it; libvirt passes on only those of its own devices.
    while try await isGateThere(), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(200))
    }
    _ = try await monitor.perform("netdev_del", ["id": GateDevice.backend])
  }

  private static func line(_ answer: String) -> String {
    answer.split(whereSeparator: \.isNewline).joined(separator: " ").printable(limit: 300)
  }
}
