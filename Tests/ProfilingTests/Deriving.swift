import CaseModel
import Profiling

/// The profile of a server on Debian 12 with what `change` adds to it, by the catalogue of the
/// repository.
func derived(
  _ product: String = "proftpd", version: String? = "1.3.8",
  _ change: (inout InstallationDetail) -> Void
) throws -> EnvironmentProfile {
  var detail = InstallationDetail()
  detail.product = .init(name: product, version: version)
  detail.os = .init(id: "debian", version: "12")
  change(&detail)
  return try Profiler.derive(
    detail, case: CaseID("SUP-1"), catalogue: Catalogue(folders: [repositoryProfiles]), osinfo: nil)
}

extension InstallationDetail.Attachment {
  /// A file of configuration; without a text where it was not kept.
  init(kind: String, name: String? = nil, text: String?) {
    self.init(kind: kind, name: name, lines: 1)
    self.text = text
  }
}
