import CaseModel

typealias Trouble = InstallationDetail.Trouble

extension Trouble {
  init(_ name: String, line: Int? = nil, _ what: String) {
    self.init(file: name.printable(limit: 200), line: line, what: what)
  }

  /// `mail.eml: photo.jpg, line 3: is an image`
  var sentence: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(what)" }
}
