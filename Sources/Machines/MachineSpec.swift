import CaseModel

/// Whose a machine is: written into its name and its metadata, read back before anything is touched.
public struct Owner: Codable, Hashable, Sendable {
  /// Identity of the `CASELAB_HOME` that made it: 8 hex digits.
  public var home: String
  /// The case's key (`CaseID.key`), or `-` for what belongs to no case.
  public var caseKey: String
  /// Number of the run; 0 for what belongs to no run.
  public var run: Int
  /// The node, or what is built: `product`, `layer`, `probe`.
  public var node: String

  public init(home: String, caseKey: String, run: Int, node: String) {
    self.home = home
    self.caseKey = caseKey
    self.run = run
    self.node = node
  }

  /// `caselab.1f2e3d4c.SUP-1042.3.product`.
  public var machineName: String { "caselab.\(home).\(caseKey).\(run).\(node)" }

  /// Nil for a name that is somebody else's.
  public init?(machineName: String) {
    let parts = machineName.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "caselab", let run = Int(parts[3]) else { return nil }
    self.init(home: parts[1], caseKey: parts[2], run: run, node: parts[4])
    guard self.machineName == machineName else { return nil }
  }
}

public enum Acceleration: String, Codable, Sendable { case kvm, emulation }

/// One machine to start, complete: what a hypervisor needs and nothing of cases or layers.
public struct MachineSpec: Equatable, Sendable {
  public var owner: Owner
  public var uuid: String
  public var title: String
  public var memoryMiB: Int
  public var memory = Memory.own
  public var cpus: Int
  public var acceleration: Acceleration
  public var boot: Boot
  public var disk: Disk
  /// Read-only cloud-init seed (a raw ISO or VFAT image), attached as a virtio disk.
  public var seed: String?
  /// Whether the guest reaches the host's network; only while a layer is built.
  public var uplink: Bool
  /// Network devices that join it to links of its environment, and to nothing else.
  public var ports: [LinkPort] = []
  /// Absolute path of the file that gets what the serial console prints.
  public var consoleLog: String
  public var access = GuestAccess.agent

  public enum Boot: Codable, Equatable, Sendable {
    case kernel(path: String, initrd: String, arguments: String)
    case disk
  }

  /// One end of a link: Ethernet frames in UDP datagrams, on loopback only.
  public struct LinkPort: Codable, Equatable, Sendable {
    /// `52:54:00:4c:00:01`
    public var mac: String
    /// Where the machine sends from and is sent to.
    public var machinePort: Int
    /// Where the link's switch listens.
    public var switchPort: Int
    /// Of both, in 127.0.0.0/8; nil: 127.0.0.1.
    public var address: String?
    public init(mac: String, machinePort: Int, switchPort: Int, address: String? = nil) {
      self.address = address
      self.mac = mac
      self.machinePort = machinePort
      self.switchPort = switchPort
    }
  }

  /// qcow2 overlay, written to by the machine.
  public struct Disk: Equatable, Sendable {
    public var path: String
    /// Those below it, topmost first, all qcow2; nil: as the disk itself says.
    public var backing: [String]?
    public init(path: String, backing: [String]? = nil) {
      self.path = path
      self.backing = backing
    }
  }

  public init(
    owner: Owner, uuid: String, title: String, memoryMiB: Int, cpus: Int,
    acceleration: Acceleration, boot: Boot, disk: Disk, seed: String? = nil, uplink: Bool = false,
    ports: [LinkPort] = [], consoleLog: String, memory: Memory = .own
  ) {
    self.owner = owner
    self.uuid = uuid
    self.title = title
    self.memoryMiB = memoryMiB
    self.cpus = cpus
    self.acceleration = acceleration
    self.boot = boot
    self.disk = disk
    self.seed = seed
    self.uplink = uplink
    self.ports = ports
    self.consoleLog = consoleLog
    self.memory = memory
  }
}
