/// A text that somebody wrote, with what they quote: gives its lines voice, depth and order.
///
/// `message` of a line becomes 0 for what is new, -1 for what that quotes, and so on.
struct Letter {
  var lines: [Line]
  /// From the mail's header, or the author of a comment.
  var sender: Sides.Person?
  var recipient: Sides.Person?
  /// On a mailing list others than the customer write too, who are no colleagues.
  var isOfList = false
  /// Where nothing tells, who wrote what is new.
  var voice = Voice.customer
  /// Whether bare quotes are surely of somebody else.
  var isReply = false

  func marked(_ sides: inout Sides) -> [Line] {
    var lines = lines
    FormComments.mark(&lines)
    if let page = ThreadPage.find(in: lines) { return page.marked(lines) }
    if let chat = ChatTranscript.find(in: lines) { return chat.marked(lines) }
    QuoteMarks.mark(&lines)
    var history = History(
      voice: sender.flatMap { sides.voice(of: $0) } ?? (isOfStranger(sides) ? .support : voice),
      isReply: isReply || Self.answersInline(lines), isForward: Self.isForward(lines))
    if let sender { sides.learn(sender, history.voice) }
    if let recipient, history.voice == .customer, !isOfList { sides.learnOurs(recipient) }
    history.mark(&lines, &sides)
    InlineAnswers.mark(&lines)
    lines = Repetition.reduce(lines)
    Signature.mark(&lines)
    Disclaimer.mark(&lines)
    return lines
  }

  /// Who answers the customer, or writes to the list that the customer wrote to.
  private func isOfStranger(_ sides: Sides) -> Bool {
    guard sender != nil, sides.hasCustomer else { return false }
    return isOfList || recipient.flatMap { sides.voice(of: $0) } == .customer
  }

  /// `Subject: FW: …`
  private static func isForward(_ lines: [Line]) -> Bool {
    guard let subject = lines.first?.text.lowercased(), subject.hasPrefix("subject: ") else {
      return false
    }
    let words = subject.dropFirst(9)
    return ["fw:", "fwd:", "wg:", "tr:", "rv:", "enc:", "doorst:", "pd:", "i:"].contains {
      words.hasPrefix($0)
    }
  }

  /// Two quotes or more with words of their own below: nobody quotes themselves so.
  private static func answersInline(_ lines: [Line]) -> Bool {
    var (answered, isQuoted) = (0, false)
    for line in lines where !line.isVoid {
      if line.depth == 0, isQuoted { answered += 1 }
      isQuoted = line.depth > 0
    }
    return answered >= 2
  }
}
