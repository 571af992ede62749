/// A form that was filled in, exported as its questions with their answers:
/// `{"answers": [{"label": "Product version", "value": "9.2"}]}`.
enum FormAnswers {
  static func read(_ value: JSONValue) -> TrackerThread? {
    for name in [nil] + lists {
      guard let items = (name.map { value[$0] } ?? value)?.items else { continue }
      let fields = items.prefix(200).compactMap(field)
      guard fields.count >= 2, fields.count * 2 > items.count || name != nil else { continue }
      let words = ["description", "message", "comment"].compactMap { value[$0]?.text }
      return TrackerThread(
        subject: value["subject"]?.text ?? value["title"]?.text, fields: fields,
        posts: [.init(text: words.joined(separator: "\n\n"))])
    }
    return nil
  }

  private static let lists = [
    "answers", "fields", "responses", "questions", "form", "form_fields", "custom_fields", "values",
    "submission", "entries",
  ]

  private static func field(_ item: JSONValue) -> (label: String, value: String)? {
    let label = ["label", "question", "title", "name", "prompt", "field"].lazy
      .compactMap { item[$0]?.text ?? item[$0]?["label"]?.text ?? item[$0]?["title"]?.text }.first
    let value = ["value", "answer", "response", "text", "values", "answers", "selected", "options"]
      .lazy.compactMap { item[$0].flatMap(words) }.first
    guard let label, let value, label.utf8.count < 300 else { return nil }
    return (label, value.contains(where: \.isNewline) ? "\n" + value + "\n" : value)
  }

  /// What was typed or chosen; a choice that is not ticked says nothing.
  private static func words(_ value: JSONValue) -> String? {
    if case .bool(let isTicked) = value { return isTicked ? "yes" : nil }
    if let text = value.text { return text }
    if let items = value.items {
      let chosen = items.compactMap(chosen)
      return chosen.isEmpty ? nil : chosen.joined(separator: ", ")
    }
    return value["value"].flatMap(words) ?? value["label"]?.text ?? value["text"]?.text
  }

  private static func chosen(_ option: JSONValue) -> String? {
    if let text = option.text { return text }
    let marks = ["checked", "selected", "ticked", "value"].compactMap { option[$0] }
    let isLeft = marks.contains { if case .bool(false) = $0 { true } else { false } }
    return isLeft ? nil : option["label"]?.text ?? option["name"]?.text ?? option["text"]?.text
  }
}
