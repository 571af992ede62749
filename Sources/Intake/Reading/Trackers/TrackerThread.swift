/// A ticket with its comments, as every tracker has it.
struct TrackerThread {
  struct Post {
    var author: String?
    /// What people read of the author, where that is not what tells authors apart.
    var name: String?
    var text: String
    /// As the tracker writes it; ISO dates and numbers of seconds sort as they are.
    var time: String?
    var isHTML = false
    /// What the tracker itself says of the author.
    var voice: Voice?
    /// Nobody wrote it: a program did.
    var isAutomatic = false
  }

  var subject: String?
  /// `Version` and the like, in the tracker's order.
  var fields: [(label: String, value: String)] = []
  var reporter: String?
  /// The first is the ticket's description.
  var posts: [Post] = []

  /// The messages as letters; lines are numbered through.
  func letters(file: String) -> [Letter] {
    var letters: [Letter] = []
    var number = 1
    for (index, post) in posts.enumerated() {
      var lines = index == 0 ? heading(file, &number) : []
      let text = Array(post.text.utf8)
      let found = TextLines.split(
        post.isHTML ? HTMLText.lines(of: text) : text, file: file, from: number)
      lines += found.lines
      number += found.lines.count
      if post.isAutomatic { for line in lines.indices { lines[line].voice = .boilerplate } }
      letters.append(
        Letter(lines: lines, voice: index == 0 ? .customer : voice(of: post), isReply: index > 0))
    }
    return letters
  }

  private func heading(_ file: String, _ number: inout Int) -> [Line] {
    let labelled = (subject.map { [("Subject", $0)] } ?? []) + fields
    let lines = labelled.flatMap { label, value in
      TextLines.split(Array("\(label): \(value)".utf8), file: file).lines.map(\.text)
    }
    defer { number += lines.count }
    return lines.enumerated().map { Line(file: file, number: number + $0, text: $1) }
  }

  private func voice(of post: Post) -> Voice {
    if let voice = post.voice { return voice }
    if post.author == reporter { return .customer }
    // Where our side signs with its role, others are the customer's colleagues.
    let isOurs = (post.name ?? post.author).map(Sides.isOurs) ?? true
    return !isOurs && posts.contains { ($0.name ?? $0.author).map(Sides.isOurs) == true }
      ? .customer : .support
  }

  /// The description first, then the comments by their time; without times as they stand.
  mutating func sortComments() {
    guard let first = posts.first, posts.dropFirst().allSatisfy({ $0.time != nil }) else { return }
    let comments = posts.dropFirst().enumerated().sorted {
      ($0.element.time ?? "", $0.offset) < ($1.element.time ?? "", $1.offset)
    }
    posts = [first] + comments.map(\.element)
  }
}
