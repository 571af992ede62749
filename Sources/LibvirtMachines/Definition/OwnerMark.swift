import CaseModel
import FoundationXML
import Machines

/// The owner as an element of the domain's metadata.
enum OwnerMark {
  static let namespace = "urn:caselab:owner:1"

  static func element(for owner: Owner) -> XMLElement {
    LibvirtMachines.element(
      "caselab:owner",
      [
        "xmlns:caselab": namespace, "home": owner.home, "case": owner.caseKey,
        "run": String(owner.run), "node": owner.node,
      ])
  }

  /// Nil for what this program has not written: anybody may use our namespace.
  static func owner(in metadata: String) -> Owner? {
    guard metadata.utf8.count <= 4096,
      let root = try? XMLDocument(xmlString: metadata, options: []).rootElement(),
      root.localName == "owner",
      let home = root.value("home"), let caseKey = root.value("case"),
      let run = root.value("run").flatMap(Int.init), let node = root.value("node")
    else { return nil }
    return Owner(home: home, caseKey: caseKey, run: run, node: node)
  }
}
