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

  func keep(_ detail: InstallationDetail) throws {
    try Data(Render.json(detail).utf8).write(
      to: URL(filePath: context.home.folder(of: id) + "/detail.json"), options: .atomic)
  }
}
