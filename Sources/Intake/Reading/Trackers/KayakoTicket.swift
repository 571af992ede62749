/// A ticket of Kayako, Classic (`posts` with `contents`) or current, as its interfaces give it.
enum KayakoTicket {
  static func read(_ value: JSONValue) -> TrackerThread? {
    let ticket = value["tickets"]?["ticket"] ?? value["ticket"] ?? value["data"] ?? value
    let found = value["posts"] ?? value["messages"] ?? ticket["posts"] ?? ticket["messages"]
    guard let found else { return nil }
    // One post is not wrapped in a list where XML was turned into JSON.
    let inner = found["post"] ?? found["data"] ?? found
    let posts = (inner.items ?? [inner]).compactMap(post)
    guard !posts.isEmpty else { return nil }
    var thread = TrackerThread(
      subject: ticket["subject"]?.text ?? value["subject"]?.text, posts: posts)
    thread.reporter =
      ticket["email"]?.text ?? ticket["requester"]?["full_name"]?.text
      ?? ticket["requester"]?["email"]?.text ?? ticket["requester"]?.text
    thread.fields = KayakoFields.read(
      ticket["custom_fields"] ?? ticket["customfields"] ?? value["customfields"])
    return thread
  }

  private static func post(_ value: JSONValue) -> TrackerThread.Post? {
    guard
      let text = value["contents"]?.text ?? value["body_text"]?.text ?? value["body_html"]?.text
        ?? value["content_text"]?.text
    else { return nil }
    let isHTML =
      value["ishtml"]?.number == 1 || value["is_html"]?.number == 1 || AnyTicket.isHTML(text)
      || value["contents"] == nil && value["body_text"] == nil && value["content_text"] == nil
    return .init(
      author: value["email"]?.text ?? value["fullname"]?.text ?? value["full_name"]?.text
        ?? value["creator"]?["full_name"]?.text ?? value["creator"]?.text,
      text: text,
      time: value["dateline"]?.text ?? value["created_at"]?.text, isHTML: isHTML,
      voice: voice(value))
  }

  /// Classic numbers the kinds of authors: 1 is staff, 2 a user.
  private static func voice(_ post: JSONValue) -> Voice? {
    let creator = post["creator"]
    if let kind = creator?.text?.lowercased() ?? creator?["role"]?["type"]?.text?.lowercased()
      ?? creator?["role"]?.text?.lowercased() ?? post["creator_type"]?.text?.lowercased()
    {
      if post["source"]?.text?.lowercased() == "agent" { return .support }
      if ["1", "staff", "agent", "admin", "owner", "collaborator"].contains(kind) {
        return .support
      }
      if ["2", "user", "client", "customer"].contains(kind) { return .customer }
    }
    if let staff = post["staffid"]?.number { return staff > 0 ? .support : .customer }
    if let isStaff = post["is_requester"]?.number { return isStaff == 1 ? .customer : .support }
    return nil
  }
}

/// The fields that a team added to its form: `title` and `value`, in groups or not.
enum KayakoFields {
  static func read(_ value: JSONValue?) -> [(label: String, value: String)] {
    guard let value else { return [] }
    // `{"product": "Titan", "os": "Windows"}`
    if let members = value.members, value["group"] == nil {
      return members.sorted { $0.key < $1.key }.prefix(200).compactMap { name, field in
        field.text.map { (name.replacing("_", with: " ").capitalizedFirst, $0) }
      }
    }
    let items = value.items ?? value["group"].map { $0.items ?? [$0] } ?? []
    return items.prefix(200).flatMap { item in
      if item["value"] == nil, let inner = item["field"] ?? item["fields"] {
        return read(.array(inner.items ?? [inner]))
      }
      let label =
        item["title"]?.text ?? item["label"]?.text ?? item["name"]?.text
        ?? item["field"]?["title"]?.text
        ?? (item["field"]?["key"] ?? item["key"])?.text?.replacing("_", with: " ").capitalizedFirst
      guard let label, let text = item["value"]?.text ?? item["contents"]?.text,
        !text.contains("\n")
      else { return [(label: String, value: String)]() }
      return [(label, text)]
    }
  }
}
