import CaseModel

/// The installation detail for a person: each fact with the words it came from, then what is open.
struct DetailText {
  private let detail: InstallationDetail

  init(_ detail: InstallationDetail) { self.detail = detail }

  var text: String {
    var parts: [String] = []
    if !facts.isEmpty {
      parts.append(Table(header: ["FACT", "VALUE", "FROM", "WORDS"], rows: facts.map(row)).text())
    }
    if !detail.unclear.isEmpty {
      parts.append(
        detail.unclear.map {
          "unclear: \($0.field.printable()): \($0.candidates.joined(separator: " or ").printable()) (\($0.why.printable()))"
        }.joined(separator: "\n"))
    }
    if !detail.missing.isEmpty {
      parts.append("not stated: " + detail.missing.map { $0.printable() }.joined(separator: ", "))
    }
    if !detail.troubles.isEmpty {
      parts.append(Self.troubles(detail.troubles))
    }
    return parts.joined(separator: "\n\n")
  }

  /// One line for each file that could not be read, or not wholly.
  static func troubles(_ troubles: [InstallationDetail.Trouble]) -> String {
    troubles.map { trouble in
      let line = trouble.line.map { ", line \($0)" } ?? ""
      return "not read: \(trouble.file.printable())\(line): \(trouble.what.printable())"
    }.joined(separator: "\n")
  }

  private struct Fact {
    var name: String
    var value: String
    /// Field paths under which its evidence may be, the best first.
    var evidence: [String]
  }

  private func row(_ fact: Fact) -> [String] {
    let found = fact.evidence.lazy.compactMap { detail.evidence[$0] }.first
    let sure = found.map { $0.confidence < 1 ? " (sure to \(Int($0.confidence * 100)) %)" : "" }
    return [
      fact.name, fact.value, found.map { "\($0.file):\($0.line)" } ?? "-",
      (found?.text ?? "-") + (sure ?? ""),
    ]
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?, _ evidence: String...) {
      if let value { facts.append(Fact(name: name, value: value, evidence: evidence)) }
    }
    add("product", detail.product.name, "product.name", "product")
    add("product.version", detail.product.version, "product.version", "product")
    add("os", detail.os.id, "os.id", "os", "os.version")
    add("os.version", detail.os.version, "os.version", "os")
    add("arch", detail.arch, "arch")
    for (index, name) in detail.protocols.enumerated() {
      let mode = name == "ftps" && detail.ftpsModes == ["implicit"] ? ", implicit" : ""
      add("protocol", name + mode, "protocols[\(index)]")
    }
    for (index, integration) in detail.integrations.enumerated() {
      add(
        integration.kind, integration.name ?? integration.detail ?? "yes", "integrations[\(index)]")
    }
    for (index, denial) in detail.denied.enumerated() {
      add(denial.kind, "no", "denied[\(index)]")
    }
    add("timezone", detail.timezone, "timezone")
    add("locale", detail.locale, "locale")
    add("client.os", detail.client?.os.flatMap(Self.words), "client.os", "client.os.id", "client")
    add(
      "client.software", detail.client?.software.flatMap(Self.words), "client.software",
      "client.software.name", "client")
    for (index, log) in detail.logs.enumerated() {
      add(log.kind, "\(log.name.map { $0 + ", " } ?? "")\(log.lines) lines", "logs[\(index)]")
    }
    for (index, file) in detail.configuration.enumerated() {
      add(file.kind, file.name ?? "\(file.lines) lines", "configuration[\(index)]")
    }
    for (index, answer) in detail.other.enumerated() {
      add(answer.question ?? "other words", "kept", "other[\(index)]")
    }
    return facts
  }

  private static func words(_ os: InstallationDetail.OperatingSystem) -> String? {
    joined([os.id, os.version])
  }

  private static func words(_ software: InstallationDetail.Software) -> String? {
    joined([software.name, software.version])
  }

  private static func joined(_ words: [String?]) -> String? {
    let found = words.compactMap { $0 }
    return found.isEmpty ? nil : found.joined(separator: " ")
  }
}
