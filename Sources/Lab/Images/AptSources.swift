import CaseModel

/// Where this host gets Debian from, by its own apt configuration; no mirror is named in Caselab.
struct AptSources: Equatable, Sendable {
  /// Without a slash at the end.
  var archive: String
  var security: String?

  /// Fields that `indextargets` is asked for, tab-separated.
  static let format =
    "$(TARGET_OF)\t$(CREATED_BY)\t$(REPO_URI)\t$(RELEASE)\t$(COMPONENT)\t$(ORIGIN)\t$(LABEL)"

  /// From the output of `apt-get indextargets --format …` and the host's own release name.
  ///
  /// Origin and label are empty before the first `apt-get update`; the release then decides, and
  /// mmdebstrap's signature check refuses what is not Debian.
  init?(indexTargets text: String, codename: String) {
    let rows = text.split(separator: "\n").compactMap(Row.init)
    let suites = [codename, "stable", "oldstable", "testing", "unstable", "sid"]
    let archives = rows.filter { $0.label == "Debian" && suites.contains($0.release) }
    let unlabelled = rows.filter { $0.label.isEmpty && suites.contains($0.release) }
    guard let archive = (archives + unlabelled).first?.uri else { return nil }
    self.archive = archive
    security =
      rows.first { $0.label == "Debian-Security" }?.uri
      ?? rows.first { $0.label.isEmpty && suites.map { $0 + "-security" }.contains($0.release) }?
      .uri
  }

  private struct Row {
    var uri: String
    var release: String
    var label: String

    /// Nil for what is not an http(s) index of binary packages of component `main`.
    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7, fields[0] == "deb", fields[1] == "Packages", fields[4] == "main",
        fields[2].contains(/^https?:\/\/[^\s\[\]]+$/)
      else { return nil }
      uri = fields[2].hasSuffix("/") ? String(fields[2].dropLast()) : fields[2]
      release = fields[3]
      label = fields[6]
    }
  }

  /// The suites of a Debian release, as (URI, suite).
  func suites(of release: String) -> [(uri: String, suite: String)] {
    let rolling = ["sid", "unstable", "testing", "experimental"].contains(release)
    guard !rolling else { return [(archive, release)] }
    return [(archive, release), (archive, release + "-updates")]
      + (security.map { [($0, release + "-security")] } ?? [])
  }
}
