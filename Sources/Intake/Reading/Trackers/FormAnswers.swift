/// A form that was filled in, exported as its questions with their answers:
/// `{"answers": [{"label": "Product version", "value": "9.2"}]}`.
enum FormAnswers {
  static func read(_ value: JSONValue) -> TrackerThread? { read(value, depth: 0) }

  private static func read(_ value: JSONValue, depth: Int) -> TrackerThread? {
    for name in [nil] + lists {
      guard let items = (name.map { value[$0] } ?? value)?.items else { continue }
      let fields = items.prefix(200).compactMap(field)
      guard fields.count >= 2, fields.count * 2 > items.count || name != nil else { continue }
      let words = ["description", "message", "comment"].compactMap { value[$0]?.text }
      return TrackerThread(
        subject: value["subject"]?.text ?? value["title"]?.text, fields: fields,
        posts: [.init(text: words.joined(separator: "\n\n"))])
    }
    guard depth < 2 else { return nil }
    return wrappers.lazy.compactMap { name in
      value[name].flatMap { read($0, depth: depth + 1) }
    }.first
  }

  private static let wrappers = ["formResponse", "form_response", "response", "submission", "data"]

  private static let lists = [
    "answers", "fields", "responses", "questions", "form", "form_fields", "custom_fields", "values",
    "submission", "entries",
  ]

  private static func field(_ item: JSONValue) -> (label: String, value: String)? {
    let label = labels.lazy.compactMap { name in
      item[name]?.text ?? item[name]?["label"]?.text ?? item[name]?["title"]?.text
    }.first
    let value = values.lazy.compactMap { item[$0].flatMap(words) }.first
    guard let label, let value, label.utf8.count < 300 else { return nil }
    return (label, value.contains(where: \.isNewline) ? "\n" + value + "\n" : value)
  }

  private static let labels = [
    "label", "question", "title", "name", "prompt", "field", "questionItem",
  ]
  private static let values = [
    "value", "answer", "response", "text", "values", "answers", "selected", "options", "choice",
    "choices", "labels", "boolean", "textAnswers",
  ]

  /// What was typed or chosen; a choice that is not ticked says nothing.
  private static func words(_ value: JSONValue) -> String? {
    if case .bool(let isTicked) = value { return isTicked ? "yes" : nil }
    if let text = value.text { return text }
    if let items = value.items {
      let chosen = items.compactMap(chosen)
      return chosen.isEmpty ? nil : chosen.joined(separator: ", ")
    }
    return ["value", "label", "text", "labels", "answers"].lazy
      .compactMap { value[$0].flatMap(words) }.first
  }

  private static func chosen(_ option: JSONValue) -> String? {
    if let text = option.text { return text }
    let marks = ["checked", "selected", "ticked", "value"].compactMap { option[$0] }
    let isLeft = marks.contains { if case .bool(false) = $0 { true } else { false } }
    return isLeft
      ? nil : ["label", "name", "text", "value"].lazy.compactMap { option[$0]?.text }.first
  }
}
