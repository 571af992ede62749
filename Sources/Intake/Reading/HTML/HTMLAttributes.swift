import Clibxml2

/// The attributes of an element that say what one sees of it.
struct HTMLAttributes {
  private var values: [String: String] = [:]

  init(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard var attribute = attributes else { return }
    while let name = attribute[0] {
      let key = String(cString: name)
      if Self.known.contains(key) {
        values[key] = attribute[1].map { String(String(cString: $0).prefix(2000)) } ?? ""
      }
      attribute += 2
    }
  }

  private static let known: Set<String> = [
    "hidden", "style", "type", "checked", "selected", "value",
  ]

  /// `hidden`, or a style that keeps the reader from seeing it.
  var isHidden: Bool {
    if values["hidden"] != nil { return true }
    guard let style = values["style"]?.lowercased().filter({ !$0.isWhitespace }) else {
      return false
    }
    return ["display:none", "visibility:hidden", "mso-hide:all"].contains(where: style.contains)
  }

  /// Of a list to choose from one sees what is chosen.
  var isSelected: Bool { values["selected"] != nil }

  var isBox: Bool { ["checkbox", "radio"].contains(values["type"]?.lowercased()) }

  /// What one sees of a form's field: a box, ticked or not, or what was typed.
  var field: String {
    let isChecked = values["checked"] != nil
    switch values["type"]?.lowercased() ?? "text" {
    case "checkbox": return isChecked ? " [x] " : " [ ] "
    case "radio": return isChecked ? " (x) " : " ( ) "
    case "button", "file", "hidden", "image", "password", "reset", "submit": return ""
    default: return values["value"].map { " " + $0 + " " } ?? ""
    }
  }
}
