/// An issue of GitHub: of the REST API, of `gh issue view --json`, or with its comments beside it.
enum GitHubIssue {
  static func read(_ value: JSONValue) -> TrackerThread? {
    if let items = value.items { return read(issueAndComments: items) }
    if let issue = value["issue"], issue["title"] != nil {
      return thread(issue, comments: value["comments"]?.items ?? issue["comments"]?.items ?? [])
    }
    guard value["title"]?.text != nil,
      value["body"] != nil || value["description"] != nil
        || value["number"] != nil || value["iid"] != nil
    else { return nil }
    let comments =
      value["comments"]?.items ?? value["notes"]?.items ?? value["discussion"]?.items ?? []
    return thread(value, comments: comments)
  }

  /// `[issue, comment, comment]`; a list of issues is none.
  private static func read(issueAndComments items: [JSONValue]) -> TrackerThread? {
    let issues = items.filter { $0["title"]?.text != nil && $0["body"] != nil }
    let comments = items.filter { $0["title"] == nil && $0["body"] != nil && login($0) != nil }
    if issues.count == 1, let issue = issues.first, comments.count + 1 == items.count {
      return thread(issue, comments: comments)
    }
    // Comments alone, as one page of the API has them.
    guard issues.isEmpty, !comments.isEmpty, comments.count == items.count else { return nil }
    return TrackerThread(reporter: login(comments[0]), posts: comments.map(post))
  }

  private static func thread(_ issue: JSONValue, comments: [JSONValue]) -> TrackerThread {
    var thread = TrackerThread(subject: issue["title"]?.text, reporter: login(issue))
    if let repository = repository(issue) { thread.fields.append(("Repository", repository)) }
    thread.fields += AnyTicket.facts(in: issue)
    thread.posts = [post(issue)] + comments.filter { $0["system"]?.number != 1 }.map(post)
    return thread
  }

  private static func post(_ value: JSONValue) -> TrackerThread.Post {
    let author = login(value)
    let isBot =
      author?.hasSuffix("[bot]") == true || value["user"]?["type"]?.text == "Bot"
      || value["author"]?["is_bot"]?.number == 1
    return .init(
      author: author,
      text: value["body"]?.text ?? value["description"]?.text ?? value["note"]?.text ?? "",
      time: value["created_at"]?.text ?? value["createdAt"]?.text,
      isAutomatic: isBot)
  }

  private static func login(_ value: JSONValue) -> String? {
    let author = value["user"] ?? value["author"] ?? value["reporter"] ?? value["creator"]
    return author?["login"]?.text ?? author?["username"]?.text ?? author?.text
  }

  /// `owner/name`
  private static func repository(_ issue: JSONValue) -> String? {
    if let name = issue["repository"]?["full_name"]?.text
      ?? issue["repository"]?["nameWithOwner"]?.text
    {
      return name
    }
    let fields = ["repository_url", "html_url", "url", "web_url"]
    let links = fields.compactMap { issue[$0]?.text }
    for link in links {
      let parts = link.split(separator: "/").drop { !$0.contains(":") }.dropFirst(2)
      let path = Array(parts.first == "repos" ? parts.dropFirst() : parts)
      if path.count >= 2 { return "\(path[0])/\(path[1])" }
    }
    return nil
  }
}
