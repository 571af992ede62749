import CaseModel
import Foundation

/// The switch of a case: a process of its own, between the machines.
public enum SwitchProcess {
  /// Serves the links of `folder/links.json` until SIGTERM, or until the folder is gone.
  ///
  /// SIGHUP reads the states and impairments anew. Takes over these signals of the whole process.
  public static func run(folder: String) async throws {
    let bell = try SwitchBell()
    bell.ringOnSignals()
    // A file system that somebody wants to unmount is not held; `folder` is absolute.
    _ = chdir("/")
    try await serve(folder: folder, bell: bell)
  }

  /// On a thread of its own: it waits in poll(2), which Swift's threads are not for.
  static func serve(folder: String, bell: SwitchBell) async throws {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        SwitchBell.admitSignalsOnThisThread()
        continuation.resume(
          with: Result { try SwitchLoop(folder: folder, bell: bell).run() })
      }
      thread.name = "switch"
      thread.start()
    }
  }
}
