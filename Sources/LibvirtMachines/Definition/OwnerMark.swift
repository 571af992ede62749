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

  /// Nil for what this program has not written: anybody may use our namespace, by which libvirt
  /// found the element (and which it leaves out of what it returns).
  static func owner(in metadata: String) -> Owner? {
    guard metadata.utf8.count <= 4096,
      let mark = XMLRecord.all(in: metadata)?.last, mark.path == "owner",
      let home = mark.attributes["home"], let caseKey = mark.attributes["case"],
      let run = mark.attributes["run"].flatMap(Int.init), let node = mark.attributes["node"]
    else { return nil }
    return Owner(home: home, caseKey: caseKey, run: run, node: node)
  }
}
