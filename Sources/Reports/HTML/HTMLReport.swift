import CaseModel
import Mustache

/// A run as one HTML file that refers to nothing outside itself and needs no script.
public enum HTMLReport {
  public static func render(_ input: ReportInput) throws -> String {
    // A nonce lets the page's own style sheet through the content security policy and no other.
    let nonce =
      String(UInt64.random(in: 0 ... .max), radix: 16)
      + String(UInt64.random(in: 0 ... .max), radix: 16)
    return try render(input, nonce: nonce)
  }

  static func render(_ input: ReportInput, nonce: String) throws -> String {
    try library.get().render(RunPage(input, nonce: nonce), withTemplate: "run") ?? ""
  }

  /// The templates of `Templates/`, by the names they call each other.
  static let sources: KeyValuePairs<String, [UInt8]> = [
    "run": PackageResources.run_mustache,
    "style": PackageResources.style_css,
    "tests": PackageResources.tests_mustache,
    "fidelity": PackageResources.fidelity_mustache,
    "environment": PackageResources.environment_mustache,
    "timeline": PackageResources.timeline_mustache,
    "artifacts": PackageResources.artifacts_mustache,
    "provenance": PackageResources.provenance_mustache,
  ]

  private static let library = Result {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      try library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    return library
  }
}
