import CaseModel

/// Where this host gets Debian from, by its own apt configuration; no mirror is named in Caselab.
struct AptSources: Equatable, Sendable {
  /// Without a slash at the end.
  var archive: String
  var security: String?

  /// Fields that `indextargets` is asked for, tab-separated.
  static let format = "$(TARGET_OF)\t$(CREATED_BY)\t$(REPO_URI)\t$(COMPONENT)\t$(LABEL)"

  /// From the output of `apt-get indextargets --format …`; nil when it names no Debian. It is empty
  /// before the first `apt-get update`.
  init?(indexTargets text: String) {
    let rows = text.split(separator: "\n").compactMap(Row.init)
    guard let archive = rows.first(where: { $0.label == "Debian" }) else { return nil }
    self.archive = archive.uri
    security = rows.first { $0.label == "Debian-Security" }?.uri
  }

  private struct Row {
    var uri: String
    var label: String

    /// Nil for what is not an http(s) index of binary packages of component `main`.
    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, fields[0] == "deb", fields[1] == "Packages", fields[3] == "main",
        fields[2].contains(/^https?:\/\/[^\s\[\]]+$/)
      else { return nil }
      uri = fields[2].hasSuffix("/") ? String(fields[2].dropLast()) : fields[2]
      label = fields[4]
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
