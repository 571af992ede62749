import CaseModel

/// What is kept with the case, and, but for configuration that a node loads or that the product's
/// machine is set by, not built: logs, configuration, other doubts, what could not be read, other
/// words.
enum KeptRows {
  /// Where the profile has the product's.
  static let settings = "product.settings"

  static func rows(
    _ detail: InstallationDetail, _ product: Product, _ nodes: BuiltNodes, _ doubts: Doubts
  ) -> [FidelityRow] {
    attachments(
      "logs", detail.logs, how: "kept with the case", why: "to be compared with what the lab logs")
      + zip(
        attachments(
          "configuration", detail.configuration, how: "kept with the case",
          why: "the lab's configuration comes from the profile"), detail.configuration
      ).map { row, sent in
        var row = SystemChoice.row(nodes.row(row, for: sent), for: sent, in: nodes.profile)
        row = CertificateChoice.row(row, for: sent, in: nodes.profile)
        return HeardSettings(deployable: product).row(
          row, for: sent, built: nodes.profile.product.settings, in: settings,
          rest:
            "nothing else of the file is taken over; product.configuration takes lines as they are")
      }
      + doubts.others.map { index, doubt in
        FidelityRow(
          fact: "unclear \(doubt.field.shown)", field: "unclear[\(index)]", asked: doubt.told,
          built: nil, fidelity: .omitted, how: "not built", why: doubt.why.shown)
      }
      + detail.troubles.enumerated().map { index, trouble in
        FidelityRow(
          fact: "not read", field: "troubles[\(index)]",
          asked: "\(trouble.file.shown) \(trouble.what.shown)", built: nil, fidelity: .omitted,
          how: "kept as it is", why: "what it says is not known")
      }
      + detail.other.enumerated().map { index, answer in
        let question = answer.question?.shown ?? ""
        return FidelityRow(
          fact: question.isEmpty ? "other words" : question, field: "other[\(index)]",
          asked: answer.text.shown, built: nil, fidelity: .omitted, how: "kept as it is",
          why: "these words, or some of them, became no fact")
      }
  }

  private static func attachments(
    _ field: String, _ attachments: [InstallationDetail.Attachment], how: String, why: String
  ) -> [FidelityRow] {
    attachments.enumerated().map { index, attachment in
      let name = attachment.name.map { " \($0.shown)" } ?? ""
      return FidelityRow(
        fact: attachment.kind.shown, field: "\(field)[\(index)]",
        asked: "\(attachment.lines) lines\(name)", built: nil, fidelity: .omitted, how: how,
        why: why)
    }
  }
}
