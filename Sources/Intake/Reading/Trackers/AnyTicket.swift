/// A ticket or chat of a program that is not known, by what its fields are called: a subject or a
/// text, and a list of messages with their authors.
enum AnyTicket {
  static func read(_ value: JSONValue) -> TrackerThread? {
    let subject = text(value, ["title", "subject", "summary", "short_description"])
    let first = opening(value)
    let messages = messages(in: value)
    guard subject != nil || first != nil, first != nil || !messages.isEmpty else { return nil }
    var thread = TrackerThread(subject: subject, reporter: author(value) ?? first?.author)
    for name in ["variables", "custom_fields", "customfields", "custom", "fields"] {
      thread.fields += KayakoFields.read(value[name])
    }
    thread.fields += facts(in: value)
    thread.posts = (first.map { [$0] } ?? []) + messages
    if thread.reporter == nil {
      thread.reporter = thread.posts.first { $0.voice != .support }?.author
    }
    guard subject != nil || thread.posts.count > 1 else { return nil }
    return thread.posts.isEmpty ? nil : thread
  }

  /// `"version": "9.2"` beside the subject.
  static func facts(in value: JSONValue) -> [(label: String, value: String)] {
    KayakoFields.read(value).filter { asksForFact($0.label) }
  }

  private static func asksForFact(_ label: String) -> Bool {
    let keys = Lexicon.keys(label)
    return keys.count == 1 && LabelWords.versionWords.contains(keys[0])
      || LabelWords.byFirstWord[keys.first ?? ""]?.contains {
        $0.phrase == keys && ![.nothing, .title, .repository, .logs, .other].contains($0.topic)
      } == true
  }

  /// What the ticket itself says, or the message that began a chat.
  private static func opening(_ value: JSONValue) -> TrackerThread.Post? {
    if let source = value["source"], let post = post(source) { return post }
    guard let text = text(value, texts) else { return nil }
    return .init(author: author(value), text: text, isHTML: isHTML(text), voice: .customer)
  }

  private static func messages(in value: JSONValue) -> [TrackerThread.Post] {
    for name in lists {
      guard let list = value[name] else { continue }
      let posts = (list.items ?? list[name]?.items ?? []).prefix(2000).compactMap(post)
      if !posts.isEmpty { return posts }
    }
    return []
  }

  private static func post(_ value: JSONValue) -> TrackerThread.Post? {
    guard let text = text(value, texts) else { return nil }
    let kind = value["part_type"]?.text ?? value["type"]?.text
    let isInternal =
      kind == "note" || value["internal"]?.number == 1 || value["private"]?.number == 1
      || value["public"]?.number == 0 || value["private_notes"]?.number == 1
    return .init(
      author: author(value), text: text,
      time: self.text(
        value, ["created_at", "createdAt", "created_on", "created", "time", "date", "timestamp"]),
      isHTML: isHTML(text), voice: voice(value), isAutomatic: isInternal)
  }

  private static func author(_ value: JSONValue) -> String? {
    for name in people {
      guard let person = value[name] else { continue }
      if let words = person.text
        ?? text(person, ["email", "login", "username", "name", "displayName", "id"])
      {
        return words
      }
    }
    return nil
  }

  /// What the program says of the author.
  private static func voice(_ value: JSONValue) -> Voice? {
    let roles =
      [value["role"], value["author_type"], value["sender_type"], value["from"]]
      + people.map { value[$0]?["type"] } + people.map { value[$0]?["role"] }
    for role in roles.compactMap({ $0?.text?.lowercased() }) {
      if ["agent", "admin", "staff", "bot", "support", "operator", "assistant"].contains(role) {
        return .support
      }
      if ["user", "customer", "client", "lead", "contact", "requester", "visitor", "end-user"]
        .contains(role)
      {
        return .customer
      }
    }
    return nil
  }

  private static func text(_ value: JSONValue, _ names: [String]) -> String? {
    names.lazy.compactMap { value[$0]?.text }.first
  }

  static func isHTML(_ text: String) -> Bool {
    ["<p>", "<br", "<div", "</"].contains { text.contains($0) }
  }

  private static let texts = [
    "description", "body", "text", "content", "message", "comment", "notes", "note", "details",
  ]
  private static let lists = [
    "comments", "messages", "conversation_parts", "journals", "notes", "posts", "replies",
    "articles", "updates", "thread", "transcript", "conversation", "chat",
  ]
  private static let people = [
    "author", "user", "reporter", "creator", "requester", "customer", "created_by", "from",
    "sender", "opened_by", "caller", "requested_for",
  ]
}
