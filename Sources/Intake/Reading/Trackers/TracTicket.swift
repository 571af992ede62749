/// A ticket of Trac: the tuple of its JSON-RPC interface, or an object with the same names.
enum TracTicket {
  static func read(_ value: JSONValue) -> TrackerThread? {
    if let result = value["result"],
      value["error"] != nil || value["id"] != nil || value.members?.count ?? 0 <= 3,
      let thread = read(result)
    {
      return thread
    }
    // [id, created, changed, attributes]
    if let tuple = value.items, tuple.count >= 4, tuple[0].number != nil,
      tuple[3]["summary"] != nil
    {
      return thread(tuple[3], changes: tuple.dropFirst(4).first?.items ?? [])
    }
    if let ticket = value["ticket"], let log = value["changelog"] ?? value["comments"] {
      let attributes =
        ticket.items.flatMap { $0.count >= 4 ? $0[3] : nil } ?? value["attributes"] ?? ticket
      return attributes["summary"] == nil ? nil : thread(attributes, changes: log.items ?? [])
    }
    let inner = value["attributes"] ?? value
    guard inner["summary"]?.text != nil, value["fields"] == nil,
      inner["description"] != nil || inner["reporter"] != nil
    else { return nil }
    return thread(
      inner, changes: value["changelog"]?.items ?? value["comments"]?.items ?? [])
  }

  private static func thread(_ ticket: JSONValue, changes: [JSONValue]) -> TrackerThread {
    var thread = TrackerThread(
      subject: ticket["summary"]?.text, reporter: ticket["reporter"]?.text)
    thread.fields = (ticket.members ?? [:]).sorted { $0.key < $1.key }.compactMap { key, value in
      guard !unneeded.contains(key), !key.hasPrefix("_"), let text = value.text,
        !text.contains("\n"), text.utf8.count < 300
      else { return nil }
      return (label(key), text)
    }
    thread.posts = [
      .init(author: thread.reporter, text: WikiMarkup.text(ticket["description"]?.text ?? ""))
    ]
    thread.posts += changes.compactMap(post)
    return thread
  }

  /// [time, author, field, old, new, permanent], or an object.
  private static func post(_ change: JSONValue) -> TrackerThread.Post? {
    if let tuple = change.items {
      guard tuple.count >= 5, tuple[2].text == "comment", let text = tuple[4].text else {
        return nil
      }
      return .init(author: tuple[1].text, text: WikiMarkup.text(text), time: time(tuple[0]))
    }
    if let field = change["field"]?.text, field != "comment" { return nil }
    let words =
      change["comment"] ?? change["newvalue"] ?? change["new"] ?? change["body"]
      ?? change["text"]
    guard let text = words?.text else { return nil }
    return .init(
      author: change["author"]?.text, text: WikiMarkup.text(text),
      time: (change["time"] ?? change["date"] ?? change["created"]).flatMap(time))
  }

  /// `{"__jsonclass__": ["datetime", "2026-03-02T08:14:55"]}` or seconds
  private static func time(_ value: JSONValue) -> String? {
    value["__jsonclass__"]?.items?.last?.text ?? value.text
  }

  /// `operating_system` is `Operating system`.
  private static func label(_ key: String) -> String {
    key.replacing("_", with: " ").capitalizedFirst
  }

  private static let unneeded: Set<String> = [
    "summary", "description", "reporter", "status", "resolution", "owner", "cc", "priority",
    "severity", "milestone", "keywords", "type", "time", "changetime", "id", "blocking",
    "blockedby", "parents", "estimatedhours", "totalhours", "created", "modified", "url", "author",
  ]
}
