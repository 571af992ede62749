/// The head of each message on a page that a help desk printed: `Robin Example, 06 Mar 2024 10:11`,
/// `*** CUSTOMER 17-OCT-2023 03:12 UTC ***`.
enum DatedHead {
  /// The authors, in lower case, by line; none where it is not two who write.
  static func all(in lines: [Line]) -> [Int: String] {
    var heads: [Int: String] = [:]
    for index in lines.indices where lines[index].text.utf8.count < 80 {
      if let author = author(lines[index].text) { heads[index] = author }
    }
    return Set(heads.values).count >= 2 ? heads : [:]
  }

  private static func author(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")),
      text.utf8.last(where: { $0 != 32 }) != UInt8(ascii: ":")
    else { return nil }
    let words = text.split { " ,*_|–—[]".contains($0) }
    guard (3...12).contains(words.count),
      let date = words.firstIndex(where: { $0.first?.isNumber == true }), (1...5).contains(date),
      words[date...].contains(where: isClock),
      words[date...].allSatisfy({ $0.first?.isNumber == true || isOfDate($0) })
    else { return nil }
    let name = words[..<date].filter { !["on", "at", "am", "le", "el", "-", "wrote"].contains($0) }
    guard !name.isEmpty, name.allSatisfy({ $0.first?.isUppercase == true || $0.first == "(" }),
      name.allSatisfy({ $0.allSatisfy { $0.isLetter || "().'-".contains($0) } }),
      !name.contains(where: isOfDate)
    else { return nil }
    return name.joined(separator: " ").lowercased()
  }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":")
    return (2...3).contains(parts.count)
      && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
  }

  private static func isOfDate(_ word: Substring) -> Bool {
    let key = Folding.key(String(word)).prefix(3)
    return [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mae",
      "mai", "okt", "dez", "fev", "avr", "jui", "aou", "ene", "abr", "ago", "dic", "utc", "gmt",
      "am", "pm", "at", "uhr", "cet", "ces", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "um",
      "a", "de", "set", "out", "mrt", "mei",
    ].contains(String(key)) && word.utf8.count <= 9
  }
}
