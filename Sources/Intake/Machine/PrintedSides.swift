extension Printout {
  /// Tells server and client apart where headings or host names do.
  mutating func giveSides() {
    var roles: [String: Set<Claim.Side>] = [:]
    for block in blocks {
      guard let host = block.machine.host, block.machine.role.side != .unknown else { continue }
      roles[host, default: []].insert(block.machine.role.side)
    }
    let hosts = Set(blocks.compactMap(\.machine.host))
    for block in blocks {
      var machine = block.machine
      if machine.role == .unknown, let host = machine.host {
        machine.role = role(of: host, roles[host] ?? [])
        // A server may stand on a laptop, where no other machine is.
        if machine.role == .client, hosts.count == 1, roles[host] == nil { machine.role = .unknown }
      }
      for at in block.claims {
        claims[at].machine = machine
        if machine.role.side != .unknown { claims[at].give(machine.role.side) }
      }
    }
    sideDesktops()
  }

  /// What is said elsewhere of the host, else what its name says.
  private func role(of host: String, _ told: Set<Claim.Side>) -> PrintedMachine.Role {
    guard told.count == 1 else {
      return told.isEmpty ? MachineHeading.role(ofHost: host) : .unknown
    }
    return told.contains(.client) ? .client : .product
  }

  /// A desktop Windows beside another system that printed is the client's.
  private mutating func sideDesktops() {
    let systems = claims.indices.filter {
      if case .os = claims[$0].subject { claims[$0].source == .machine } else { false }
    }
    func isDesktop(_ at: Int) -> Bool {
      if case .os(id: "windows", _) = claims[at].subject { true } else { false }
    }
    guard systems.contains(where: isDesktop), !systems.allSatisfy(isDesktop) else { return }
    for at in systems where claims[at].side == .unknown {
      claims[at].side = isDesktop(at) ? .client : .server
    }
  }
}

extension Claim {
  /// Makes it one of that side, on which a server's program is the client's own.
  mutating func give(_ side: Side) {
    guard self.side == .unknown else { return }
    self.side = side
    // A backup program is what the ticket is about wherever it runs.
    guard side == .client, case .product(let name?, let version) = subject,
      !Lexicon.userSide.contains(name)
    else { return }
    subject = .software(name: name == "postgresql" ? "psql" : name, version: version)
    place = .text
  }
}
