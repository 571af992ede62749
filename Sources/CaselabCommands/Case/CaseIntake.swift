import CaseModel
import Foundation
import Intake
import Lab
import Profiling

/// From a case's files to its installation detail and profile; what `case open` and `case add` share.
struct CaseIntake {
  var id: CaseID
  var context: Context
  var catalogue: Catalogue

  init(_ id: CaseID, in context: Context) throws {
    self.id = id
    self.context = context
    catalogue = try context.catalogue()
  }

  func read(_ files: [TicketFile]) throws -> InstallationDetail {
    try Intake.read(files, products: CatalogueNames.products(of: catalogue))
  }

  func derive(_ detail: InstallationDetail) throws -> EnvironmentProfile {
    try Profiler.derive(
      detail, case: id, catalogue: catalogue, osinfo: OSInfo.standard(context.environment))
  }

  /// The profile as it becomes with the new detail: an edited one stays as somebody edited it.
  ///
  /// - Returns: nil for the profile when it stays.
  func rederive(
    from old: InstallationDetail, to new: InstallationDetail
  ) throws -> (profile: EnvironmentProfile, isReplaced: Bool) {
    let (present, yaml) = try ProfileFile.load(id, in: context)
    let isEdited = try ProfileDocument.write(derive(old)) != yaml
    return isEdited ? (present, false) : (try derive(new), true)
  }

  func keep(_ detail: InstallationDetail) throws {
    try Data(Render.json(detail).utf8).write(
      to: URL(filePath: context.home.folder(of: id) + "/detail.json"), options: .atomic)
  }

  func keep(_ profile: EnvironmentProfile) throws {
    try Data(ProfileDocument.write(profile).utf8).write(
      to: URL(filePath: context.home.profile(of: id)), options: .atomic)
  }
}
