import CaseModel
import Foundation
import Machines

/// Which process in a guest opened a connection: its kernel's own event trace, best effort.
///
/// What wants out is refused at once, so that nobody who looks at sockets afterwards finds it. The
/// event `sock:inet_sock_set_state` names the process as a TCP connection begins; for UDP, of which
/// there is no such event, a probe of `udp_sendmsg` reads the socket's own peer (x86_64 alone).
/// Sources: Documentation/trace/events.rst and kprobetrace.rst of Linux.
public struct ConnectionTrace: Sendable, Equatable {
  struct Place: Hashable, Sendable {
    var transport: Attempt.Transport
    var address: String
    var port: Int
  }

  /// The process that was seen first.
  private(set) var processes: [Place: String] = [:]

  /// Bytes of the trace that are read; the kernel keeps the newest.
  static let limit = 1 << 20

  static let start = Product.Step(
    name: "trace of connections",
    run: #"""
      cd /sys/kernel/tracing 2>/dev/null || exit 0
      [ -e kprobe_events ] || mount -t tracefs tracefs . 2>/dev/null || exit 0
      cd /sys/kernel/tracing
      state=events/sock/inet_sock_set_state
      if [ -e "$state/enable" ]; then
        # 2 is TCP_SYN_SENT.
        echo 'newstate == 2' >"$state/filter" && echo 1 >"$state/enable" || :
      fi
      if [ "$(uname -m)" = x86_64 ] && [ ! -e events/kprobes/caselab_udp ]; then
        {
          echo 'p:caselab_udp udp_sendmsg address=+0(%di):u32 port=+12(%di):u16' >>kprobe_events &&
            echo 'address != 0' >events/kprobes/caselab_udp/filter &&
            echo 1 >events/kprobes/caselab_udp/enable
        } 2>/dev/null || :
      fi
      """#, timeout: 30)

  static func read(from guest: any Guest) async throws -> ConnectionTrace {
    let command = "tail -c \(limit) /sys/kernel/tracing/trace 2>/dev/null || :"
    let result = try await guest.run(
      GuestCommand(["sh", "-c", command], deadline: .seconds(60), outputLimit: limit))
    return ConnectionTrace(result.outputText)
  }

  /// The guest's answer is hostile: what is not as the kernel writes it is passed over.
  init(_ text: String) {
    // `            curl-412     [001] .....   81.022121: `
    let head = #/\s*(\S.{0,31}?)-[0-9]+\s+\[[0-9]+\]/#
    let tcp = #/inet_sock_set_state: .*\bdport=(?<port>[0-9]+) .*\bdaddr=(?<address>[0-9.]+) /#
    let udp = #/caselab_udp: .*\baddress=(?<address>[0-9]+) port=(?<port>[0-9]+)/#
    for line in text.split(separator: "\n") where processes.count < AttemptBook.size {
      guard let process = line.prefixMatch(of: head) else { continue }
      let event = line[process.range.upperBound...]
      let place: Place?
      if let match = event.firstMatch(of: tcp) {
        place = Int(match.port).map {
          Place(transport: .tcp, address: String(match.address), port: $0)
        }
      } else if let match = event.firstMatch(of: udp) {
        place = Self.peer(address: UInt32(match.address), port: UInt16(match.port))
      } else {
        place = nil
      }
      guard let place, processes[place] == nil else { continue }
      processes[place] = String(process.output.1).printable(limit: 32)
    }
  }

  /// Numbers as they stand in memory, in the network's order.
  private static func peer(address: UInt32?, port: UInt16?) -> Place? {
    guard let address, let port else { return nil }
    let bytes = withUnsafeBytes(of: address.littleEndian) { Array($0) }
    return Place(
      transport: .udp, address: bytes.map(String.init).joined(separator: "."),
      port: Int(port.byteSwapped))
  }

  /// - Parameter traces: of all nodes, by name: a firewall passes on what another one sent.
  public static func process(
    behind attempt: Attempt, in traces: [String: ConnectionTrace]
  ) -> String? {
    guard let port = attempt.port else { return nil }
    let place = Place(transport: attempt.protocol, address: attempt.address, port: port)
    if let own = traces[attempt.node]?.processes[place] { return own }
    return traces.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.processes[place] }.first
  }
}
