import FoundationXML

/// An element of typed parts; the library escapes what stands in them.
func element(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil,
  _ children: [XMLElement] = []
) -> XMLElement {
  let element = XMLElement(name: name, stringValue: text)
  for (name, value) in attributes {
    let attribute = XMLNode(kind: .attribute)
    attribute.name = name
    attribute.stringValue = value
    element.addAttribute(attribute)
  }
  for child in children { element.addChild(child) }
  return element
}

func element(_ name: String, _ children: [XMLElement]) -> XMLElement {
  element(name, [:], children)
}
