import CaseModel

/// What has been read so far, with the words it came from.
struct Findings {
  var detail = InstallationDetail()
  private var known: Set<[String]> = []

  typealias Evidence = InstallationDetail.Evidence

  /// A value that the text has for one field.
  struct Candidate {
    var value: String
    var evidence: Evidence
  }

  /// The one value that all candidates agree on; several make the field unclear.
  mutating func decide(_ field: String, _ candidates: [Candidate]) -> String? {
    let values = candidates.map(\.value).uniqued()
    guard values.count <= 1 else {
      unclear(
        field, Array(values.prefix(20)), "the answers name \(values.count) values",
        candidates[0].evidence)
      return nil
    }
    if let first = candidates.first { detail.evidence[field] = first.evidence }
    return values.first
  }

  mutating func unclear(_ field: String, _ values: [String], _ why: String, _ evidence: Evidence) {
    guard !detail.unclear.contains(where: { $0.field == field && $0.candidates == values }) else {
      return
    }
    detail.unclear.append(.init(field: field, candidates: values, why: why))
    if detail.evidence[field] == nil { detail.evidence[field] = evidence }
  }

  mutating func add(protocol name: String, _ evidence: Evidence) {
    guard !detail.protocols.contains(name) else { return }
    detail.evidence["protocols[\(detail.protocols.count)]"] = evidence
    detail.protocols.append(name)
  }

  mutating func add(_ integration: InstallationDetail.Integration, _ evidence: Evidence) {
    let words = [integration.kind, integration.name ?? "", integration.detail ?? ""]
    guard known.insert(words).inserted else { return }
    detail.evidence["integrations[\(detail.integrations.count)]"] = evidence
    detail.integrations.append(integration)
  }

  mutating func deny(_ kind: String, _ evidence: Evidence) {
    guard !detail.denied.contains(where: { $0.kind == kind }) else { return }
    detail.evidence["denied[\(detail.denied.count)]"] = evidence
    detail.denied.append(.init(kind: kind))
  }

  mutating func keep(_ question: String?, _ lines: [Line]) {
    guard let first = lines.first else { return }
    detail.evidence["other[\(detail.other.count)]"] = first.evidence()
    detail.other.append(
      .init(question: question, text: lines.map { $0.body.trimmed }.joined(separator: "\n")))
  }

  /// The pieces of one log in one file count as one.
  mutating func add(log: InstallationDetail.Attachment, _ evidence: Evidence) {
    let same = detail.logs.indices.first { index in
      detail.logs[index].kind == log.kind
        && detail.evidence["logs[\(index)]"]?.file == evidence.file
    }
    if let same {
      detail.logs[same].lines += log.lines
      return
    }
    detail.evidence["logs[\(detail.logs.count)]"] = evidence
    detail.logs.append(log)
  }
}

extension Sequence where Element: Hashable {
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
