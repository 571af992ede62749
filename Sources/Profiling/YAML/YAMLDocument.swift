import CaseModel
import Foundation

/// A decoded document and what is needed to tell more problems with their places.
struct YAMLDocument<Value: Decodable> {
  var value: Value
  var check: ShapeCheck
  /// With defaults filled in.
  var checked: YAMLValue

  /// Throws `Problems` when the text is not YAML, or not of the shape.
  init(_ yaml: String, file: String, shape: Shape) throws(Problems) {
    var check = ShapeCheck(file: file)
    guard let tree = try YAMLTree.parse(yaml, file: file) else {
      throw Problems(list: [
        Problem(file: file, line: 1, column: 1, path: "", message: "is empty")
      ])
    }
    guard let checked = check.value(of: tree, shape) else { throw Problems(list: check.problems) }
    do {
      value = try checked.decoded()
    } catch {
      // A shape that lets through what the type refuses, such as a number beyond its range.
      throw Problems(list: [
        Problem(file: file, line: 1, column: 1, path: "", message: "cannot be read: \(error)")
      ])
    }
    self.check = check
    self.checked = checked
  }
}
