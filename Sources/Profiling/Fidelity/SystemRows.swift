import CaseModel

/// The operating system and the architecture.
struct SystemRows {
  var detail: InstallationDetail
  var profile: EnvironmentProfile
  var product: Product
  var doubts: Doubts
  /// What would be built if nobody had edited the profile.
  var nearest: EnvironmentProfile.OSWanted?
  var osinfo: OSInfo?

  var rows: [FidelityRow] { [os, arch] }

  private var os: FidelityRow {
    let doubts = doubts.about("os", "os.id", "os.version")
    let stated = [detail.os.id, detail.os.version].compactMap { $0 }.joined(separator: " ")
    var row = FidelityRow(
      fact: "os", field: "os", asked: doubts.asking(stated.isEmpty ? nil : stated),
      built: profile.os.text, fidelity: .approximate, how: "assumed")
    let search = NearestOS(
      wanted: .init(id: detail.os.id ?? "", version: detail.os.version ?? ""), osinfo: osinfo)
    let relation = search.relation(to: profile.os)
    let life = search.life(of: profile.os)
    switch (detail.os.id, detail.os.version) {
    case (.some, .some):
      row.fidelity = relation.grade
      row.how = relation.told(search.wanted, profile.os)
      row.why = joined(choice(relation, search.wanted), doubts.reason, life)
      if !doubts.isEmpty, row.fidelity != .omitted { row.fidelity = .approximate }
    case (let id?, nil):
      row.fidelity = max(relation.grade, .approximate)
      row.how =
        id == profile.os.id ? "a version of the same OS" : relation.told(search.wanted, profile.os)
      row.why = joined(
        profile.os == nearest
          ? "\(doubts.reason ?? "the version is not stated"); \(newest)"
          : "set in the profile", life)
    case (nil, _):
      row.why = joined(
        profile.os == nearest
          ? "\(doubts.reason ?? "nothing is known of it"); \(newest)"
          : "set in the profile", life)
    }
    if row.fidelity == .omitted { row.built = nil }
    return row
  }

  private var newest: String {
    product.isAbsent
      ? "the newest image that there is" : "the newest image that the product installs on"
  }

  private func choice(_ relation: OSRelation, _ wanted: EnvironmentProfile.OSWanted) -> String? {
    guard profile.os == nearest else { return "\(profile.os.text) is set in the profile" }
    switch relation {
    case .same: return nil
    case .sameRelease: return "there is no image of the very point release"
    case .foreign: return "there is no image of it; \(profile.os.text) is built instead"
    default: return "there is no image of \(wanted.text), and \(profile.os.text) is the nearest"
    }
  }

  private var arch: FidelityRow {
    let doubts = doubts.about("arch")
    let same = detail.arch.map { $0 == profile.arch }
    let how =
      switch same {
      case true?: "the machine has it"
      case false?: "the machine has another: there is no image for it, or the profile sets it"
      case nil: "assumed"
      }
    return FidelityRow(
      fact: "arch", field: "arch", asked: doubts.asking(detail.arch), built: profile.arch,
      fidelity: same == true && doubts.isEmpty ? .exact : .approximate, how: how,
      why: doubts.reason)
  }

  private func joined(_ parts: String?...) -> String? {
    let text = parts.compactMap { $0 }.joined(separator: "; ")
    return text.isEmpty ? nil : text
  }
}
