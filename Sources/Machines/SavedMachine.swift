/// A machine as it stood at one moment, but for its disk: the same machine can go on from it, any
/// number of times.
///
/// The memory is shared by all that go on from it through the host's page cache; each has for itself
/// only the pages that it writes.
public struct SavedMachine: Codable, Equatable, Sendable {
  /// Absolute path of the file that was the machine's memory.
  public var memory: String
  /// Absolute path of the state of everything else: processors and devices, some 500 KB.
  public var state: String

  public init(memory: String, state: String) {
    self.memory = memory
    self.state = state
  }
}

extension MachineSpec {
  /// Where a machine's memory is.
  public enum Memory: Codable, Equatable, Sendable {
    /// Gone with the machine.
    case own
    /// In a file that stays, so that the machine can be saved; made when it is not there.
    case kept(file: String)
    /// The machine does not boot: it stands still there until it is resumed.
    case saved(SavedMachine)
  }
}
