import Foundation

/// Properties of a system in a pasted JSON object: `"os.name": "Windows Server 2019"`.
enum SystemJSON {
  static let heads = ["{", "{\""]

  static func read(_ printout: inout Printout) -> Int {
    guard printout.text.utf8.first == UInt8(ascii: "{"), let count = length(printout),
      let object = object(printout, count)
    else { return 0 }
    var values: [String: String] = [:]
    gather(object, &values, depth: 0)
    let found = values.keys.filter(marks.contains)
    guard found.count >= 2 else { return 0 }
    if let title = (values["os.name"] ?? values["os_name"] ?? values["os"]).flatMap({
      OSTitle($0[...])
    }) {
      printout.claim(title.subject, source: .answer)
    }
    if let arch = (values["os.arch"] ?? values["arch"]).flatMap({ Architecture.name(of: $0[...]) })
    {
      printout.claim(.arch(arch), source: .answer)
    }
    if let zone = (values["user.timezone"] ?? values["timezone"]).flatMap({ ZoneText.name($0[...]) }
    ) {
      printout.claim(.timezone(zone), source: .answer)
    }
    // `"version": {"tag": "v0.48.3"}`
    if let version = values["tag"].flatMap({ PrintedVersion.plain($0[...]) }) {
      printout.claim(.product(name: nil, version: version), source: .answer)
    }
    return count
  }

  private static let marks: Set<String> = [
    "os.name", "os.version", "os.arch", "user.timezone", "java.version", "java.vendor",
    "java.runtime.version", "os_name", "os_version", "file.encoding",
  ]

  /// Up to the line on which the braces are even again.
  private static func length(_ printout: Printout) -> Int? {
    var (depth, count) = (0, 0)
    while count < 400, let line = printout.line(count) {
      depth += line.utf8.count { $0 == UInt8(ascii: "{") }
      depth -= line.utf8.count { $0 == UInt8(ascii: "}") }
      count += 1
      if depth <= 0 { return count > 2 ? count : nil }
    }
    return nil
  }

  private static func object(_ printout: Printout, _ count: Int) -> [String: Any]? {
    let text = (0..<count).compactMap { printout.line($0) }.joined(separator: "\n")[...]
    guard text.utf8.count <= 100_000, text.has("os.") || text.has("os_") || text.has("java.") else {
      return nil
    }
    return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }

  private static func gather(_ object: [String: Any], _ values: inout [String: String], depth: Int)
  {
    for (key, value) in object where values.count < 400 {
      if let text = value as? String {
        values[key] = text
      } else if let inner = value as? [String: Any], depth < 6 {
        gather(inner, &values, depth: depth + 1)
      }
    }
  }
}
