import CaseModel

/// One thing that went into a layer: what tells two layers of one name apart.
public struct LayerInput: Codable, Equatable, Sendable {
  /// `step "packages"`, `version wanted`, or `below`.
  public var name: String
  /// Short ones as they are, scripts as `sha256:` of their text.
  public var value: String

  /// The input that is another layer, or the image.
  public static let below = "what it stands on"

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  init(_ name: String, script: String) {
    self.init(name, LayerRecipe.digest(of: [script]))
  }
}

extension LayerRecipe {
  /// Everything that its digest is made of but its name.
  public var inputs: [LayerInput] {
    var inputs = [
      LayerInput("format of layers", String(Self.formatVersion)),
      LayerInput(LayerInput.below, parent),
    ]
    inputs += steps.map { LayerInput("step \"\($0.name)\"", script: $0.run) }
    inputs += environment.sorted { $0.key < $1.key }.map { LayerInput("variable \($0)", $1) }
    if let version {
      inputs.append(LayerInput("version wanted", version.wanted ?? ""))
      inputs.append(LayerInput("list of versions", script: version.probe.available ?? ""))
      inputs.append(LayerInput("pattern of versions", version.probe.pattern))
    }
    return inputs
  }
}

/// An input that one layer has otherwise than another; nil where one of them has none of it.
public struct LayerDifference: Codable, Equatable, Sendable {
  public var input: String
  public var here: String?
  public var there: String?

  public static func between(_ here: [LayerInput], _ there: [LayerInput]) -> [LayerDifference] {
    func value(_ name: String, _ inputs: [LayerInput]) -> String? {
      inputs.first { $0.name == name }?.value
    }
    let names =
      here.map(\.name)
      + there.map(\.name).filter { name in
        !here.contains { $0.name == name }
      }
    return names.compactMap { name in
      let (here, there) = (value(name, here), value(name, there))
      return here == there ? nil : LayerDifference(input: name, here: here, there: there)
    }
  }
}
