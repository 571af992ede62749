import CaseModel
import Foundation

extension LinkPlan {
  /// The plan in `folder/links.json`.
  public static func read(folder: String) throws -> LinkPlan {
    let path = folder + "/" + LinkFiles.plan
    let plan = try LinkFiles.read(LinkPlan.self, from: path)
    try plan.check()
    return plan
  }

  public func write(folder: String) throws {
    try check()
    try LinkFiles.write(self, to: folder + "/" + LinkFiles.plan)
  }

  /// Every problem at once.
  func check() throws {
    var problems: [String] = []
    if schema != LinkPlan(links: []).schema { problems.append("schema \"\(schema)\" is not known") }
    let names = links.map(\.name)
    if Set(names).count != names.count { problems.append("two links have one name") }
    let ports = links.flatMap(\.ports)
    if Set(ports.map(\.switchPort)).count != ports.count {
      problems.append("two ports have one switchPort")
    }
    for link in links { problems += link.problems }
    guard problems.isEmpty else {
      throw CaselabError(.labFailed, "links are not valid: " + problems.joined(separator: "; "))
    }
  }
}

extension LinkPlan.Link {
  fileprivate var problems: [String] {
    var problems: [String] = []
    // The name becomes part of a file's name.
    if name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_.-]{0,31}/) == nil {
      problems.append("link \"\(name)\": not a name")
    }
    if let gateway, IPv4Address(gateway) == nil {
      problems.append("link \"\(name)\": gateway \"\(gateway)\" is not an IPv4 address")
    }
    let addresses = ports.map { MACAddress($0.mac) }
    if Set(addresses).count != ports.count {
      problems.append("link \"\(name)\": two ports have one MAC address")
    }
    for (port, address) in zip(ports, addresses) {
      let place = "link \"\(name)\", node \"\(port.node)\""
      if address.map({ $0.isGroup || $0 == .sink || $0.isZero }) ?? true {
        problems.append("\(place): \"\(port.mac)\" is not a machine's MAC address")
      }
      if let lease = port.lease, !lease.isSane {
        problems.append("\(place): its lease is not of IPv4 addresses")
      }
      for number in [port.switchPort, port.machinePort] where !(1...65535).contains(number) {
        problems.append("\(place): \(number) is not a UDP port")
      }
    }
    for item in impairments {
      let isSane =
        (0...60_000).contains(item.delayMs) && (0...60_000).contains(item.jitterMs)
        && (0...100).contains(item.lossPercent)
        && item.rateKbit.map { (1...100_000_000).contains($0) } ?? true
      if !isSane {
        problems.append("link \"\(name)\", \(item.from) to \(item.to): impairment out of bounds")
      }
      for node in [item.from, item.to] where !ports.contains(where: { $0.node == node }) {
        problems.append("link \"\(name)\": impairment of node \"\(node)\", which is not on it")
      }
    }
    return problems
  }
}

extension LinkPlan.Lease {
  /// A message has room for so many routes; an environment has as many links at most.
  private static let routeLimit = 25

  fileprivate var isSane: Bool {
    (0...32).contains(prefix) && IPv4Address(address) != nil && IPv4Address(nameServer) != nil
      && routes.count <= Self.routeLimit
      && routes.allSatisfy {
        (0...32).contains($0.prefix) && IPv4Address($0.network) != nil && IPv4Address($0.via) != nil
      }
  }
}

/// What lies in the folder of a switch.
public enum LinkFiles {
  public static let plan = "links.json"
  public static let ready = "switch.ready"
  public static let log = "switch.log"
  public static let attempts = "attempts.json"
  public static let status = "switch.json"
  public static func capture(_ link: String) -> String { "link-\(link).pcap" }

  static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CaselabError(.labFailed, "\"\(path)\" cannot be read", cause: error)
    }
  }

  /// Whole or not at all, readable by nobody else.
  static func write(_ value: some Encodable, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(encoder.encode(value), to: path)
  }

  static func write(_ data: Data, to path: String) throws {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(draft) }
    defer { close(descriptor) }
    let written = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == data.count, rename(draft, path) == 0 else { throw failure(path) }
  }

  static func failure(_ path: String) -> CaselabError {
    CaselabError(
      .labFailed, "\"\(path)\" cannot be written: \(String(cString: strerror(errno)))")
  }
}
