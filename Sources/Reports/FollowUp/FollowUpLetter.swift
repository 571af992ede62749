import CaseModel
import Mustache

/// The mail with the open questions, as text, as HTML and as a message that a mail program opens.
public struct FollowUpLetter: Sendable {
  /// What the answers are used for; every letter says it.
  public static let promise =
    "The information is used solely for support and development and is not shared."

  let followUp: FollowUp

  public init(_ followUp: FollowUp) { self.followUp = followUp }

  public var subject: String { "[\(followUp.case)] Questions about your installation" }

  var opening: String {
    followUp.questions.isEmpty
      ? "thank you: there is nothing more that we need to know to rebuild your installation."
      : "to rebuild your installation and look into the problem, the following would help us most. Short answers are enough; please write them below the questions. What you do not know you can leave out."
  }

  var call: String? {
    followUp.recommendsCall && !followUp.questions.isEmpty
      ? "We have asked several times by now. If a short call is easier for you, tell us when it suits you."
      : nil
  }

  public var text: String {
    var parts = ["Hello,", Self.wrapped(opening)]
    parts += followUp.questions.enumerated().map { index, question in
      let number = "\(index + 1). "
      let margin = String(repeating: " ", count: number.count)
      var lines = [number + Self.wrapped(Shown.line(question.text), margin: margin)]
      if !question.commands.isEmpty { lines.append(margin + "This prints the answer:") }
      lines += question.commands.map { command in
        margin + "  " + (command.on.map { Shown.line($0) + ":  " } ?? "") + Shown.line(command.line)
      }
      return lines.joined(separator: "\n")
    }
    if let call { parts.append(Self.wrapped(call)) }
    return (parts + [Self.wrapped(Self.promise)]).joined(separator: "\n\n") + "\n"
  }

  public func html() throws -> String {
    try Self.template.get().render(FollowUpPage(self))
  }

  private static let template = Result {
    try MustacheTemplate(
      string: String(decoding: PackageResources.followup_mustache, as: UTF8.self))
  }

  /// Lines of 72 characters, as mail programs expect of plain text.
  private static func wrapped(_ text: String, margin: String = "") -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, margin.count + last.count + word.count < 72 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n" + margin)
  }
}

/// What the letter's template shows; every text in it has gone through `Shown`.
struct FollowUpPage {
  struct Question {
    var text: String
    var commands: [Command]
    var hasCommands: Bool
  }
  struct Command {
    var on: String?
    var line: String
  }
  var subject: String
  var opening: String
  var questions: [Question]
  var call: String?
  var promise = FollowUpLetter.promise

  init(_ letter: FollowUpLetter) {
    subject = Shown.line(letter.subject)
    opening = letter.opening
    call = letter.call
    questions = letter.followUp.questions.map { question in
      Question(
        text: Shown.line(question.text),
        commands: question.commands.map {
          Command(on: $0.on.map { Shown.line($0) }, line: Shown.line($0.line))
        }, hasCommands: !question.commands.isEmpty)
    }
  }
}
