import CaseModel

/// Reads facts from the sections of a ticket and keeps what is left over.
struct AnswerReader {
  private var product: ProductFacts
  private var os = OSFacts()
  private var place = PlaceFacts()
  private var client = ClientFacts()

  init(_ products: [ProductName]) { product = ProductFacts(products) }

  mutating func read(_ sections: [Section], _ findings: inout Findings) {
    var answers = sections.map { section in
      (question: section.question, lines: section.lines.map { Answer($0) })
    }
    for index in answers.indices { read(answers[index].question, &answers[index].lines, &findings) }
    // Only then what stands beside the questions, since it counts only where an answer is missing.
    for index in answers.indices { readBeside(answers[index].question, &answers[index].lines) }
    product.decide(&findings)
    os.decide(&findings)
    place.decide(&findings)
    client.decide(&findings)
    for (question, lines) in answers {
      findings.keep(question?.title, lines.filter(\.hasLeftover).map(\.line))
    }
  }

  private mutating func read(
    _ question: Question?, _ answers: inout [Answer], _ findings: inout Findings
  ) {
    if question == .integrations, IntegrationFacts.isNone(answers), let first = answers.first {
      findings.deny("integration", first.line.evidence())
      for index in answers.indices { answers[index].use(answers[index].words.indices) }
    }
    for index in answers.indices {
      switch question {
      case .product:
        product.read(&answers[index])
        product.readName(&answers[index])
      case .productVersion: readProduct(&answers[index])
      case .os:
        os.read(&answers[index])
        place.read(&answers[index])
      case .protocols:
        ProtocolFacts.read(&answers[index], &findings)
        client.read(&answers[index])
      case .other:
        client.read(&answers[index])
        place.read(&answers[index])
        IntegrationFacts.read(&answers[index], &findings)
      case .integrations:
        place.read(&answers[index])
        IntegrationFacts.read(&answers[index], &findings)
      case .logs, .clientLog: place.read(&answers[index])
      case nil: break
      }
    }
  }

  /// The version of an OS in `1.3.8 on Debian 12` is not the product's.
  private mutating func readProduct(_ answer: inout Answer) {
    let systems = OSMention.all(in: answer).map(\.words)
    var rest = answer
    for words in systems { rest.use(words) }
    product.read(&rest)
    let unused = systems.flatMap { $0 }
    for index in rest.words.indices where rest.isUsed(index) && !unused.contains(index) {
      answer.use(index..<index + 1)
    }
  }

  private mutating func readBeside(_ question: Question?, _ answers: inout [Answer]) {
    for index in answers.indices {
      switch question {
      case .productVersion, .product:
        os.readBeside(&answers[index])
        place.read(&answers[index])
      case .os, .protocols: break
      case nil:
        product.readBeside(&answers[index])
        os.readBeside(&answers[index])
      default: product.readBeside(&answers[index])
      }
    }
  }
}
