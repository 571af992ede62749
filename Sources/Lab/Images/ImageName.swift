import CaseModel

/// An image's name is part of paths: letters, digits and `. _ -`, beginning with one of the first.
enum ImageName {
  static func check(_ name: String) throws(CaselabError) {
    guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/.asciiOnlyWordCharacters()) == nil
    else { return }
    throw CaselabError(
      .badInput, "image name \"\(name.printable(limit: 80))\" is malformed",
      hint: "1-64 letters, digits and . _ -, like debian-12")
  }
}
