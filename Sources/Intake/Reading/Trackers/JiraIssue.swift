/// An issue of Jira's REST API, with text as wiki markup (version 2) or documents (version 3).
enum JiraIssue {
  static func read(_ value: JSONValue) -> TrackerThread? {
    guard let fields = value["fields"], fields.members != nil,
      fields["summary"] != nil || fields["description"] != nil
    else { return nil }
    let reporter = person(fields["reporter"]) ?? person(fields["creator"])
    var thread = TrackerThread(subject: fields["summary"]?.text, reporter: reporter)
    if let project = fields["project"]?["name"]?.text {
      thread.fields.append(("Project", project))
    }
    if let versions = names(fields["versions"]) { thread.fields.append(("Version", versions)) }
    if let parts = names(fields["components"]) { thread.fields.append(("Component", parts)) }
    if let environment = fields["environment"].flatMap(text) {
      thread.fields += labelled("Environment", environment)
    }
    thread.fields += customFields(value, fields)
    thread.posts = [.init(author: reporter, text: fields["description"].flatMap(text) ?? "")]
    for comment in fields["comment"]?["comments"]?.items ?? value["comments"]?.items ?? [] {
      thread.posts.append(
        .init(
          author: person(comment["author"]), name: comment["author"]?["displayName"]?.text,
          text: comment["body"].flatMap(text) ?? "",
          time: comment["created"]?.text,
          isAutomatic: comment["author"]?["accountType"]?.text == "app"))
    }
    return thread
  }

  /// What a team added to its forms; `expand=names` says what they are called.
  private static func customFields(
    _ value: JSONValue, _ fields: JSONValue
  ) -> [(label: String, value: String)] {
    let names = value["names"]?.members ?? [:]
    return (fields.members ?? [:]).sorted { $0.key < $1.key }.flatMap { key, field in
      guard key.hasPrefix("customfield_"), let label = names[key]?.text,
        let value = text(field) ?? field["value"]?.text ?? Self.names(field)
      else { return [(label: String, value: String)]() }
      return labelled(label, value)
    }
  }

  /// A value of several lines goes below its label.
  private static func labelled(_ label: String, _ value: String) -> [(label: String, value: String)]
  {
    [(label, value.contains("\n") ? "\n" + value : value)]
  }

  private static func text(_ value: JSONValue) -> String? {
    if value["type"]?.text == "doc" { return JiraDocument.text(value) }
    return value.text.map(WikiMarkup.text)
  }

  private static func names(_ value: JSONValue?) -> String? {
    let names = (value?.items ?? []).compactMap { $0["name"]?.text ?? $0["value"]?.text ?? $0.text }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func person(_ value: JSONValue?) -> String? {
    value?["accountId"]?.text ?? value?["key"]?.text ?? value?["name"]?.text
      ?? value?["displayName"]?.text
  }
}
