/// What a question, a label or a heading asks for.
enum Topic: Hashable {
  case product, version, os, protocols, logs, clientLog, other, integrations, arch, timezone, locale
  /// The client's software or machine.
  case client
  /// Subject lines and titles.
  case title
  /// `owner/name` of the tracker.
  case repository
  /// Dates, people, priorities: nothing is read from the answer.
  case nothing

  init(_ question: Question) {
    switch question {
    case .product: self = .product
    case .productVersion: self = .version
    case .os: self = .os
    case .protocols: self = .protocols
    case .logs: self = .logs
    case .clientLog: self = .clientLog
    case .other: self = .other
    case .integrations: self = .integrations
    }
  }
}

/// What a label or heading says about the words it stands before.
struct Label {
  var topics: Set<Topic> = []
  var side = Claim.Side.unknown
  /// `Previous version`, `Planned upgrade`.
  var stance: Claim.Stance?
  /// It names something itself, so it is read together with its answer: `SFTPGo version`.
  var isNamed = false
  /// What our own side asked, to be read with a plain yes or no.
  var asked: [Token] = []
  /// The systems that the question gives to choose from, with their versions.
  var offered: [Offer] = []
  /// Nothing that is known, but it looks like one: `remote-ftp: 1.2.1`.
  var isPair = false
  /// `Other protocols`: there are some beside what is answered.
  var isFurther = false
  /// The unknown name of software before `version`.
  var name: String?

  var asksNothing: Bool { topics.isEmpty && side == .unknown && !isNamed }
}
