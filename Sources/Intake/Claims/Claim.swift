import CaseModel

/// One thing that the ticket says, with the words it came from.
///
/// Readers only make claims; `Deciding` alone holds them against each other.
struct Claim: Equatable {
  enum Subject: Equatable {
    /// The software under support.
    case product(name: String?, version: String?)
    /// `id` as in os-release; several versions when the words leave open which (`7/8`).
    case os(id: String, versions: [String])
    case arch(String)
    case `protocol`(String)
    case integration(kind: String, name: String?, detail: String?)
    /// A name of the time zone database where it can be told, else as written.
    case timezone(String)
    case locale(String)
    /// A transfer client: `winscp` `6.1`.
    case software(name: String, version: String?)
  }

  /// Whose machine it is about.
  enum Side { case unknown, server, client }

  enum Stance {
    case present, absent, doubtful
    /// It held earlier: `upgraded from 1.3.7`.
    case former
    /// It may hold later, or is only wished for.
    case planned
  }

  /// How it was told; a better one wins over a worse one of the same message.
  enum Source: Int, Comparable {
    case aside, sentence, answer, machine
    static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
  }

  var subject: Subject
  var side = Side.unknown
  /// A label or heading says whose it is: `Server: Windows 10`.
  var isSideAsked = false
  var stance = Stance.present
  var source = Source.sentence
  /// Where it stands, when that says something.
  enum Place {
    case text, title, repository
    /// A list of what is installed or running: of use only for what is named elsewhere as well.
    case list
  }

  var place = Place.text
  /// The software whose machine it is, where the words say so: `HAProxy (2.8.5, Debian 12)`.
  var owner: String?
  /// Says only that it is the same with another version: `with 0.16.3 it's the same`.
  var isPassing = false
  /// How much its words say that the case is about it: `we run X`, rather than `behind X`.
  var emphasis = 0
  /// It is the first thing that its paragraph names.
  var opens = false
  /// It takes an earlier statement back: `sorry, I meant 1.3.8b`.
  var isCorrection = false
  /// What printed it, where a prompt or a heading tells.
  var machine: PrintedMachine?
  /// Of the message it stands in, as `Document.message`: a later one wins.
  var message = 0
  var evidence: InstallationDetail.Evidence
}
