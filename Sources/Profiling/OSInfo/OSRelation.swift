import CaseModel

/// How an image's OS is related to the one that is wanted, nearest first.
enum OSRelation {
  case same
  /// A point release of it, or the release that it is a point release of.
  case sameRelease
  case clone(Kinship)
  case otherVersion(Kinship?)
  case related(Kinship)
  /// By os-release's `ID_LIKE`, where osinfo-db relates the two by nothing.
  case like(String)
  case sameKernel
  case foreign

  /// The order in which images are considered.
  var rank: Int {
    switch self {
    case .same: 0
    case .sameRelease: 1
    case .clone: 2
    case .otherVersion: 3
    case .related: 4
    case .like: 5
    case .sameKernel: 6
    case .foreign: 7
    }
  }

  var grade: FidelityRow.Grade {
    switch self {
    case .same: .exact
    case .sameRelease, .clone: .equivalent
    case .otherVersion, .related, .like, .sameKernel: .approximate
    case .foreign: .omitted
    }
  }

  /// Relations of osinfo-db between the two, as far as there are any.
  var steps: Int {
    switch self {
    case .clone(let kinship), .related(let kinship), .otherVersion(let kinship?): kinship.steps
    default: 0
    }
  }

  /// In words, for the fidelity of `wanted` when `built` is there instead.
  func told(_ wanted: EnvironmentProfile.OSWanted, _ built: EnvironmentProfile.OSWanted) -> String {
    switch self {
    case .same: "the same version"
    case .sameRelease:
      "\(wanted.version.shown) and \(built.version) are the same release"
    case .clone(let kinship): "built from the same sources: \(kinship.text)"
    case .otherVersion(let kinship):
      "another version of the same OS"
        + (kinship.map { $0.steps > 0 ? ", \($0.distance) away in osinfo-db" : "" } ?? "")
    case .related(let kinship): "\(kinship.distance) away in osinfo-db: \(kinship.text)"
    case .like(let id):
      "\(wanted.id.shown) derives from \(id), in whose line this release follows"
    case .sameKernel: "no relative of it, but Linux too"
    case .foreign: "another family, so nothing that depends on the OS is rebuilt"
    }
  }
}
