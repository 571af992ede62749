import CaseModel

/// What runs machines. One connection to one host.
public protocol Hypervisor: Sendable {
  /// What the host is; asked anew each time, because free memory changes.
  func facts() async throws -> HostFacts
  /// Whether the host offers KVM at all; whether it works is for the lab to prove.
  func offersKVM() async throws -> Bool
  /// Why machines cannot be saved here, to go on from that later; nil where they can.
  var cannotSave: String? { get }
  /// Starts a machine that vanishes from the host when it stops. Nothing is left on a failure.
  func start(_ spec: MachineSpec) async throws -> any Machine
  /// Starts what joins machines by links, where the host is not this one; as above.
  func start(_ hub: Hub) async throws -> any Machine
  /// The running machine of that name and UUID, or nil.
  func machine(named name: String, uuid: String?) async throws -> (any Machine)?
  /// Every machine on the host whose name and metadata both say that this home made it.
  func owned(byHome home: String) async throws -> [any Machine]
  /// Where files for machines go; nil where the host sees this one's.
  ///
  /// - Parameter home: the tag of the home whose files they are.
  func volumes(ofHome home: String) async throws -> (any VolumeStore)?
  func close() async
}

extension Hypervisor {
  public func volumes(ofHome home: String) async throws -> (any VolumeStore)? { nil }
}

/// How a machine came to its end.
public enum MachineEnd: Equatable, Sendable, CustomStringConvertible {
  case shutDown, destroyed, crashed, panicked
  case failed(String)
  case connectionLost(String)

  public var description: String {
    switch self {
    case .shutDown: "the guest shut down"
    case .destroyed: "the machine was destroyed"
    case .crashed: "QEMU ended unexpectedly"
    case .panicked: "the guest's kernel panicked"
    case .failed(let why): "the machine failed (\(why))"
    case .connectionLost(let why): "the connection to libvirt was lost (\(why))"
    }
  }
}

/// One running machine.
public protocol Machine: Sendable {
  var owner: Owner { get }
  var name: String { get }
  var uuid: String { get }
  /// Returns when the machine has ended, at once when it has already; never throws for an end.
  func ended() async -> MachineEnd
  /// The guest's agent, as soon as it answers. Woken by events. Throws `labFailed` at once when the
  /// machine ends first, `deadline` when the time is over.
  func guest(within deadline: Duration) async throws -> any Guest
  /// Asks the guest to power off and waits; throws `deadline` when it has not by then.
  func shutDown(within deadline: Duration) async throws
  /// Pulls the plug. Not an error when it is already gone.
  func destroy() async throws
  /// Writes everything but memory and disk to `state`, after which the machine can only be destroyed;
  /// its memory must be `kept` and the machine suspended. On a failure it is as it was.
  func save(state: String) async throws
  /// What it takes of its host now.
  func usage() async throws -> MachineUsage
  /// The live domain XML, for the record.
  func definition() async throws -> String
  func console(_ which: ConsoleKind) async throws -> any ConsoleStream
  /// Opens a port of the host; the first one plugs the `Gate` into the guest, which gives it its
  /// address. Nothing is left on a failure.
  func open(_ forward: PortForward) async throws
  /// Closes it; with the last one the gate is unplugged. Not an error when it is not open.
  func close(_ forward: PortForward) async throws
  /// Those that are open, by the host's port.
  func forwards() async throws -> [PortForward]
  func suspend() async throws
  func resume() async throws
  /// Keeps disk and memory under a name that is not taken, in the machine's own disk.
  func snapshot(_ name: String) async throws
  /// Goes back to there; suspended when it is so.
  func restore(_ name: String) async throws
  func deleteSnapshot(_ name: String) async throws
  func snapshots() async throws -> [String]
}

/// What a machine is doing and what it takes.
public struct MachineUsage: Equatable, Sendable {
  public enum State: String, Sendable { case running, paused, ending, ended }
  public var state: State
  /// As it was made.
  public var memoryMiB: Int
  /// What its process holds of the host's memory; nil when the host does not say.
  public var residentMiB: Int?
  /// What its process has had of the host's processors; nil when the host does not say.
  public var processorTime: Duration?
  public init(
    state: State, memoryMiB: Int, residentMiB: Int? = nil, processorTime: Duration? = nil
  ) {
    self.state = state
    self.memoryMiB = memoryMiB
    self.residentMiB = residentMiB
    self.processorTime = processorTime
  }
}

/// `boot` is the first serial port (kernel messages, log-in); `shell` the second, for `caselab shell`;
/// `identity` is where a process of the guest waits to be told who the machine is.
public enum ConsoleKind: String, Sendable {
  case boot, shell, identity

  /// The last one's virtio port, and where a guest has it.
  public static let identityName = "org.caselab.identity.0"
  public static let identityPort = "/dev/virtio-ports/" + identityName
}

/// A two-way byte stream to a guest's serial or virtio port.
public protocol ConsoleStream: Sendable {
  /// Nil at the end.
  func read() async throws -> [UInt8]?
  func write(_ bytes: [UInt8]) async throws
  func close() async
}
