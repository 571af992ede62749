import Testing

@testable import Intake

@Suite struct TrackerTests {
  private func read(_ json: String) throws -> Document {
    let read = try readDocument(json, name: "ticket.json")
    #expect(read.kind == .letter)
    return read
  }

  private let expectedIssue = [
    "c00 Subject: Uploads stop", "c00 Repository: example/files", "c00 It is 1.3.8.",
    "s01 We test with 1.3.9.", "c02 And Debian 12.",
  ]

  @Test(arguments: [
    // REST, comments beside the issue, out of order
    """
    {"issue": {"number": 3, "title": "Uploads stop", "user": {"login": "robin"}, "body": "It is 1.3.8.",
      "url": "https://api.forge.example/repos/example/files/issues/3",
      "repository_url": "https://api.forge.example/repos/example/files"},
     "comments": [{"user": {"login": "robin"}, "created_at": "2026-03-03T00:00:00Z", "body": "And Debian 12."},
      {"user": {"login": "mia"}, "created_at": "2026-03-02T00:00:00Z", "body": "We test with 1.3.9."}]}
    """,
    // gh issue view --json
    """
    {"title": "Uploads stop", "author": {"login": "robin", "is_bot": false}, "body": "It is 1.3.8.",
     "url": "https://forge.example/example/files/issues/3",
     "comments": [{"author": {"login": "mia"}, "createdAt": "2026-03-02T00:00:00Z", "body": "We test with 1.3.9."},
      {"author": {"login": "robin"}, "createdAt": "2026-03-03T00:00:00Z", "body": "And Debian 12."}]}
    """,
    // a list
    """
    [{"title": "Uploads stop", "user": {"login": "robin"}, "body": "It is 1.3.8.",
      "html_url": "https://forge.example/example/files/issues/3"},
     {"user": {"login": "mia"}, "body": "We test with 1.3.9."},
     {"user": {"login": "robin"}, "body": "And Debian 12."}]
    """,
  ])
  func anIssueIsReadInEveryFormOfIts(_ json: String) throws {
    #expect(try read(json).shown == expectedIssue)
  }

  @Test func aBotSaysNothing() throws {
    let read = try read(
      """
      {"title": "t", "user": {"login": "robin"}, "body": "It is 1.3.8.", "comments": [
        {"user": {"login": "stale[bot]", "type": "Bot"}, "body": "Version 2 is out."}]}
      """)
    #expect(read.texts(of: .boilerplate) == ["Version 2 is out."])
  }

  @Test func theCommentsOfAnIssueFormAreNobodysWords() throws {
    let read = try read(
      #"""
      {"title": "t", "user": {"login": "robin"}, "body": "<!-- e.g. 9.9\r\nmore -->\r\nVersion: <!-- 9.8 --> 1.3.8\r\n```\r\n<!-- kept -->\r\n```"}
      """#)
    #expect(
      read.texts(of: .customer) == [
        "Subject: t", "Version:  1.3.8", "```", "<!-- kept -->", "```",
      ])
  }

  @Test func aQuoteOfAnEarlierCommentIsItsAuthors() throws {
    let read = try read(
      """
      {"title": "t", "user": {"login": "robin"}, "body": "It is version 1.3.7.", "comments": [
        {"user": {"login": "kim"}, "body": "> It is version 1.3.7.\\n\\nTry 1.3.9."},
        {"user": {"login": "robin"}, "body": "> Try 1.3.9.\\n\\nI have 1.3.8."}]}
      """)
    #expect(
      read.shown.dropFirst(2) == [
        "c10 > It is version 1.3.7.", "s02 Try 1.3.9.", "s12 > Try 1.3.9.", "c04 I have 1.3.8.",
      ])
  }

  @Test func jiraFieldsBecomeLabelledLines() throws {
    let wiki =
      #"h3. Setup\r\n||OS||Debian 12||\r\n{code:bash}\r\nuname -a\r\n{code}\r\n*1.3.8* on [page|https://example.com/9.9]"#
    let read = try read(
      """
      {"key": "F-1", "names": {"customfield_1": "Protocol"}, "fields": {"summary": "Uploads stop",
       "project": {"key": "F", "name": "Files"}, "versions": [{"name": "4.11"}], "fixVersions": [{"name": "4.12"}],
       "components": [{"name": "SFTP"}], "environment": "Debian 12\\nx86_64", "customfield_1": {"value": "FTPS"},
       "reporter": {"name": "robin"}, "description": "\(wiki)",
       "comment": {"comments": [{"author": {"name": "mia"}, "body": "{quote}\\n1.3.8\\n{quote}\\nWe look.", "created": "2026-03-02"}]}}}
      """)
    #expect(
      read.texts(of: .customer) == [
        "Subject: Uploads stop", "Project: Files", "Version: 4.11", "Component: SFTP",
        "Environment:", "Debian 12", "x86_64", "Protocol: FTPS", "## Setup", "OS: Debian 12", "```",
        "uname -a", "```", "1.3.8 on page", "> 1.3.8",
      ])
    #expect(read.texts(of: .support) == ["We look."])
  }

  @Test func jiraDocumentsAreRead() throws {
    func text(_ words: String, _ marks: String = "[]") -> String {
      #"{"type":"text","text":"\#(words)","marks":\#(marks)}"#
    }
    func node(_ type: String, _ content: String...) -> String {
      #"{"type":"\#(type)","content":[\#(content.joined(separator: ","))]}"#
    }
    let cells = node(
      "tableRow", node("tableHeader", node("paragraph", text("OS"))),
      node("tableCell", node("paragraph", text("Debian 12"))))
    let struck = text("1.3.7", #"[{"type":"strike"}]"#)
    let document = node(
      "doc",
      node(
        "paragraph", text("It is "), struck, text("1.3.8"), #"{"type":"hardBreak"}"#, text("here")),
      node(
        "bulletList", node("listItem", node("paragraph", text("one"))),
        node("listItem", node("paragraph", text("two")))),
      node("blockquote", node("paragraph", text("asked"))), node("codeBlock", text("uname\\nls")),
      node("table", cells))
    let read = try read(
      #"{"fields": {"summary": "t", "creator": {"accountId": "1"}, "description": \#(document)}}"#)
    #expect(
      read.lines.map(\.text).filter { !$0.isEmpty } == [
        "Subject: t", "It is 1.3.8", "here", "- one", "- two", "> asked", "uname", "ls",
        "OS: Debian 12",
      ])
  }

  @Test(arguments: [
    """
    {"id": 1, "error": null, "result": [7, {"__jsonclass__": ["datetime", "2026-03-02T08:00:00"]}, 0,
      {"summary": "Uploads stop", "reporter": "robin", "version": "1.3.8", "component": "mod_sftp", "operating_system": "Debian 12",
       "status": "new", "milestone": "1.3.9", "description": "See log.\\r\\n{{{\\r\\nlog\\r\\n}}}"},
      [[{"__jsonclass__": ["datetime", "2026-03-03T08:00:00"]}, "mia", "comment", "1", "Which log?", 1],
       [{"__jsonclass__": ["datetime", "2026-03-03T08:00:00"]}, "mia", "version", "", "1.3.8", 1]]]}
    """,
    """
    {"summary": "Uploads stop", "reporter": "robin", "version": "1.3.8", "component": "mod_sftp", "operating_system": "Debian 12",
     "description": "See log.\\n{{{\\nlog\\n}}}", "comments": [{"author": "mia", "time": 5, "comment": "Which log?"}]}
    """,
  ])
  func tracTicketsAreRead(_ json: String) throws {
    let read = try read(json)
    #expect(
      read.texts(of: .customer) == [
        "Subject: Uploads stop", "Component: mod_sftp", "Operating system: Debian 12",
        "Version: 1.3.8", "See log.", "```", "log", "```",
      ])
    #expect(read.texts(of: .support) == ["Which log?"])
  }

  @Test(arguments: [
    """
    {"ticket": {"subject": "Uploads stop", "customfields": [{"title": "Version", "value": "1.3.8"}]}, "posts": [
      {"creator": "2", "fullname": "Robin", "dateline": "1", "contents": "Hello"},
      {"creator": "1", "fullname": "Mia", "dateline": "2", "contents": "<p>Which OS?</p>", "ishtml": "1"},
      {"creator": "2", "fullname": "Robin", "dateline": "3", "contents": "Debian 12"}]}
    """,
    """
    {"data": {"subject": "Uploads stop", "custom_fields": [{"field": {"title": "Version"}, "value": "1.3.8"}], "posts": [
      {"creator": {"full_name": "Robin", "role": {"type": "CUSTOMER"}}, "created_at": "1", "contents": "Hello"},
      {"creator": {"full_name": "Mia", "role": {"type": "AGENT"}}, "created_at": "2", "contents": "Which OS?"},
      {"creator": {"full_name": "Robin", "role": {"type": "CUSTOMER"}}, "created_at": "3", "contents": "Debian 12"}]}}
    """,
    """
    {"ticket": {"subject": "Uploads stop", "requester_id": 1, "custom_fields": [{"title": "Version", "value": "1.3.8"}]},
     "users": [{"id": 1, "role": "end-user"}, {"id": 2, "role": "agent"}], "comments": [
      {"author_id": 1, "created_at": "1", "body": "Hello"}, {"author_id": 2, "created_at": "2", "body": "Which OS?"},
      {"author_id": 1, "created_at": "3", "body": "Debian 12"}]}
    """,
  ])
  func ticketsOfHelpDesksAreRead(_ json: String) throws {
    #expect(
      try read(json).shown == [
        "c00 Subject: Uploads stop", "c00 Version: 1.3.8", "c00 Hello", "s01 Which OS?",
        "c02 Debian 12",
      ])
  }

  @Test(arguments: [
    // Redmine
    """
    {"issue": {"id": 3, "subject": "Uploads stop", "author": {"name": "Robin"}, "description": "Hello",
     "journals": [{"user": {"name": "Mia"}, "notes": "Which OS?"}, {"user": {"name": "Robin"}, "notes": "Debian 12"}]}}
    """,
    // Intercom
    """
    {"type": "conversation", "title": "Uploads stop", "source": {"author": {"type": "user", "name": "Robin"}, "body": "<p>Hello</p>"},
     "conversation_parts": {"conversation_parts": [
      {"part_type": "comment", "author": {"type": "admin", "name": "Mia"}, "body": "<p>Which OS?</p>", "created_at": 2},
      {"part_type": "comment", "author": {"type": "user", "name": "Robin"}, "body": "<p>Debian 12</p>", "created_at": 3}]}}
    """,
    """
    {"subject": "Uploads stop", "messages": [{"role": "customer", "text": "Hello"}, {"role": "agent", "text": "Which OS?"},
     {"role": "customer", "text": "Debian 12"}]}
    """,
  ])
  func ticketsOfOtherProgramsAreReadByTheirFields(_ json: String) throws {
    #expect(
      try read(json).shown == [
        "c00 Subject: Uploads stop", "c00 Hello", "s01 Which OS?", "c02 Debian 12",
      ])
  }

  @Test(arguments: [
    """
    {"tytuł": "Uploads stop", "zgłaszający": "robin", "opis": "Hello", "komentarze": [
      {"autor": "wsparcie", "data": "2026-03-02 08:14", "treść": "Which OS?"},
      {"autor": "robin", "data": "2026-03-02 09:14", "treść": "Debian 12"}]}
    """,
    """
    {"Titel": "Uploads stop", "Ersteller": "robin", "Beschreibung": "Hello", "Kommentare": [
      {"Autor": "mia", "Inhalt": "Which OS?"}, {"Autor": "robin", "Inhalt": "Debian 12"}]}
    """,
    """
    [{"id": 7, "attributes": {"summary": "Uploads stop", "reporter": "robin", "description": "Hello"},
      "comments": [{"author": "mia", "comment": "Which OS?"}, {"author": "robin", "comment": "Debian 12"}]}]
    """,
    """
    {"status": 200, "data": {"subject": "Uploads stop", "requester": {"full_name": "Robin"}, "posts": [
      {"creator": "Robin", "source": "MAIL", "contents": "Hello"},
      {"creator": "Mia", "source": "AGENT", "contents": "Which OS?"},
      {"creator": "Robin", "source": "MAIL", "contents": "Debian 12<br>"}]}}
    """,
  ])
  func fieldsOfOtherNamesAreRead(_ json: String) throws {
    #expect(
      try read(json).shown == [
        "c00 Subject: Uploads stop", "c00 Hello", "s01 Which OS?", "c02 Debian 12",
      ])
  }

  @Test func factsBesideTheTitleAreRead() throws {
    let read = try read(
      """
      {"titulo": "Uploads stop", "producto": "ProFTPD", "sistema_operativo": "Debian 12", "descripcion": "Hola"}
      """)
    #expect(
      Set(read.texts(of: .customer)) == [
        "Subject: Uploads stop", "Product: ProFTPD", "Sistema operativo: Debian 12", "Hola",
      ])
  }

  @Test func anInternalNoteIsNobodysAnswer() throws {
    let read = try read(
      """
      {"ticket": {"subject": "t", "requester_id": 1, "description": "It is 1.3.8."}, "comments": [
        {"author_id": 2, "public": false, "created_at": "1", "body": "like the one with 1.3.9"},
        {"author_id": 2, "public": true, "created_at": "2", "body": "Which OS?"}]}
      """)
    #expect(read.texts(of: .customer) == ["Subject: t", "It is 1.3.8."])
    #expect(read.texts(of: .boilerplate) == ["like the one with 1.3.9"])
  }

  @Test func whoSignsWithoutARoleBesideTheSupportIsAColleague() throws {
    let read = try read(
      """
      {"fields": {"summary": "t", "reporter": {"displayName": "Robin"}, "description": "It is 1.3.7.", "comment": {"comments": [
        {"author": {"displayName": "Vendor Support"}, "body": "Which OS?"},
        {"author": {"displayName": "Kim"}, "body": "It is 1.3.8 now."}]}}}
      """)
    #expect(read.texts(of: .customer) == ["Subject: t", "It is 1.3.7.", "It is 1.3.8 now."])
  }

  @Test(arguments: [
    """
    {"form": "Open a case", "answers": [{"label": "Product version", "value": "1.3.8"},
     {"label": "Protocols", "value": ["SFTP", "FTPS"]}, {"label": "LDAP", "value": false}, {"label": "Log", "value": ""}]}
    """,
    """
    {"fields": [{"question": "Product version", "answer": "1.3.8"}, {"question": "Protocols",
     "answers": [{"label": "SFTP", "checked": true}, {"label": "FTP", "checked": false}, {"label": "FTPS", "checked": true}]}]}
    """,
    """
    {"formResponse": {"answers": [{"questionItem": {"title": "Product version"}, "textAnswers": {"answers": [{"value": "1.3.8"}]}},
     {"questionItem": {"title": "Protocols"}, "textAnswers": {"answers": [{"value": "SFTP"}, {"value": "FTPS"}]}}]}}
    """,
  ])
  func anExportedFormIsItsAnswers(_ json: String) throws {
    #expect(
      try read(json).texts(of: .customer) == ["Product version: 1.3.8", "Protocols: SFTP, FTPS"])
  }

  @Test func headingsOfWikisStayHeadings() {
    #expect(WikiMarkup.text("=== Setup ===") == "## Setup")
    #expect(WikiMarkup.text("'''Version:'''") == "**Version**")
    #expect(WikiMarkup.text("|Proxy (e.g. Squid)| |").isEmpty)
  }

  @Test(arguments: [
    #"{"bindings": [{"port": 2022}]}"#, "[Unit]\nDescription=x", "{ not json", "[]", "{}", "[1, 2]",
    String(repeating: "[", count: 100_000), #"{"title": 3}"#,
  ])
  func whatIsNoTicketIsText(_ json: String) throws {
    let read = try readDocument(json, name: "config.json")
    #expect(read.kind == .attachment)
  }

  @Test func severalTicketsAreSeveralDocuments() throws {
    let read = documents(
      (
        "t.json",
        #"[{"title": "a", "body": "x", "user": {"login": "r"}}, {"title": "b", "body": "y", "user": {"login": "r"}}]"#
      ))
    #expect(read.map(\.name) == ["t.json: ticket 1", "t.json: ticket 2"])
  }
}
