import CaseModel
import Foundation

/// Removes a folder and all in it; not an error when there is none. Does not follow links or cross
/// into a mounted file system, and goes on when the task has been cancelled.
///
/// The root of an image that an ordinary user builds has files of subordinate user IDs, which only
/// a user namespace may remove.
func removeTree(_ path: String) async throws {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  let arguments = ["rm", "-rf", "--one-file-system", "--", path]
  try await Task.detached {
    do {
      try await ToolCommand(arguments, deadline: .seconds(600)).run()
    } catch  where geteuid() != 0 {
      try await UserNamespace.command(arguments, deadline: .seconds(600)).run()
    }
  }.value
}
