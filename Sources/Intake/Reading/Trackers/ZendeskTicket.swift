/// A ticket of Zendesk: `ticket` with `comments` of numbered authors, whom `users` tells apart.
enum ZendeskTicket {
  static func read(_ value: JSONValue) -> TrackerThread? {
    let ticket = value["ticket"] ?? value
    guard ticket["requester_id"] != nil || ticket["requester"] != nil,
      let subject = ticket["subject"] ?? ticket["raw_subject"]
    else { return nil }
    let roles = Dictionary(
      (value["users"]?.items ?? ticket["users"]?.items ?? []).compactMap { user in
        user["id"]?.text.map { ($0, user["role"]?.text ?? "") }
      }, uniquingKeysWith: { first, _ in first })
    let requester = ticket["requester_id"]?.text ?? ticket["requester"]?["id"]?.text
    var thread = TrackerThread(subject: subject.text, reporter: requester)
    thread.fields = KayakoFields.read(ticket["custom_fields"])
    let names = Dictionary(
      (value["users"]?.items ?? ticket["users"]?.items ?? []).compactMap { user in
        user["id"]?.text.flatMap { id in user["name"]?.text.map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let comments = value["comments"]?.items ?? ticket["comments"]?.items ?? []
    thread.posts = comments.compactMap { comment in
      let plain = comment["plain_body"]?.text ?? comment["body"]?.text
      guard let text = plain ?? comment["html_body"]?.text else { return nil }
      let author = comment["author_id"]?.text ?? comment["author"]?["id"]?.text
      let role = author.flatMap { roles[$0] } ?? comment["author"]?["role"]?.text
      let isOurs = role == "agent" || role == "admin"
      return .init(
        author: author, name: author.flatMap { names[$0] }, text: text,
        time: comment["created_at"]?.text, isHTML: plain == nil,
        voice: author == requester ? .customer : isOurs ? .support : nil,
        isAutomatic: comment["public"]?.number == 0)
    }
    // As a rule it is the first comment.
    if let text = ticket["description"]?.text, thread.posts.first?.text.trimmed != text.trimmed {
      thread.posts.insert(.init(author: requester, text: text), at: 0)
    }
    return thread.posts.isEmpty ? nil : thread
  }
}
