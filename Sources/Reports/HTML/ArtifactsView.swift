import CaseModel

/// What was kept, with excerpts of what is text.
struct ArtifactsView {
  struct Artifact {
    var name: String
    var kind: String
    var size: String
    var digest: String
    var text: String?
    var isOpen: Bool
  }
  var list: [Artifact]
  var summary: String

  /// Characters of all excerpts together, so that the report can still be sent by mail.
  private static let limit = 1_500_000

  /// Nil when nothing was kept.
  init?(
    _ artifacts: [ArtifactRecord], isConsoleOpen: Bool, texts: (ArtifactRecord) -> String?
  ) {
    guard !artifacts.isEmpty else { return nil }
    var left = Self.limit
    list = artifacts.map { artifact in
      let text = left > 0 ? texts(artifact).map { Shown.block(String($0.suffix(left))) } : nil
      left -= text?.count ?? 0
      return Artifact(
        name: Shown.line(artifact.name), kind: Shown.line(artifact.kind),
        size: Quantity.size(artifact.size), digest: Shown.line(artifact.digest), text: text,
        isOpen: isConsoleOpen && artifact.kind == "console")
    }
    let bytes = artifacts.reduce(0) { $0 + $1.size }
    summary = "\(Quantity.count(artifacts.count, "file")), \(Quantity.size(max(0, bytes)))"
  }
}
