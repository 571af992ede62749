import CaseModel

/// Time zone and locale.
enum PlaceRows {
  static func rows(
    _ detail: InstallationDetail, _ profile: EnvironmentProfile, _ doubts: Doubts
  ) -> [FidelityRow] {
    [
      row(
        "timezone", asked: detail.timezone, set: profile.timezone, else: "UTC",
        what: "a time zone", doubts.about("timezone")),
      row(
        "locale", asked: detail.locale, set: profile.locale, else: "the image's",
        what: "a locale", doubts.about("locale")),
    ]
  }

  private static func row(
    _ name: String, asked: String?, set: String?, else usual: String, what: String,
    _ doubts: [InstallationDetail.Unclear]
  ) -> FidelityRow {
    var row = FidelityRow(
      fact: name, field: name, asked: doubts.asking(asked), built: set ?? usual,
      fidelity: .approximate, how: set == nil ? "assumed" : "set in the profile",
      why: doubts.reason)
    guard let asked else { return row }
    if asked == set {
      row.how = "set in the guest"
      if doubts.isEmpty { row.fidelity = .exact }
    } else if set == nil {
      row.built = nil
      row.fidelity = .omitted
      row.how = "left as it is"
      row.why = "not \(what) that can be set, or taken out of the profile"
    }
    return row
  }
}
