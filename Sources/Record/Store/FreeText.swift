import CaseModel
import Foundation
import GRDB

/// Text from outside, kept as it is.
///
/// GRDB binds strings as C strings, which would cut them at a NUL: text with one is kept as a blob.
/// That is why these columns are declared `ANY`.
struct FreeText: DatabaseValueConvertible {
  var text: String
  init(_ text: String) { self.text = text }

  var databaseValue: DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> FreeText? {
    switch value.storage {
    case .string(let text): FreeText(text)
    case .blob(let data): FreeText(String(decoding: data, as: UTF8.self))
    default: nil
    }
  }
}

extension Row {
  func text(_ index: Int) -> String { (self[index] as FreeText).text }
  func optionalText(_ index: Int) -> String? { (self[index] as FreeText?)?.text }

  /// The product's version in three columns: name, wanted, running.
  func version(_ index: Int) -> VersionFound? {
    optionalText(index).map {
      VersionFound(name: $0, wanted: optionalText(index + 1), running: optionalText(index + 2))
    }
  }

  /// The value of an enumeration that the schema constrains to its cases.
  func choice<T: RawRepresentable>(_ index: Int) throws -> T where T.RawValue == String {
    let text: String = self[index]
    guard let value = T(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown \(T.self) \"\(text)\"")
    }
    return value
  }

  /// A column that holds JSON.
  func json<T: Decodable>(_ index: Int, as type: T.Type) throws -> T {
    try JSONDecoder().decode(type, from: Data((self[index] as String).utf8))
  }
}

/// JSON for a column; a NUL in it is written `\u0000`, so it is never cut.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// A duration fit for the record: results from outside can say `nan` or `-1`.
func seconds(_ value: Double) -> Double { value.isFinite ? max(0, value) : 0 }
