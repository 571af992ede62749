import FoundationXML

/// Storage pools and volumes as libvirt's XML: https://libvirt.org/formatstorage.html.
enum VolumeXML {
  /// A folder as a pool.
  ///
  /// - Parameter isOpen: whether others may enter it, who then must know a file's name: QEMU as a user
  ///   of its own.
  static func pool(named name: String, folder: String, isOpen: Bool) -> String {
    text(
      element(
        "pool", ["type": "dir"],
        [
          element("name", text: name),
          element(
            "target",
            [
              element("path", text: folder),
              element("permissions", [element("mode", text: isOpen ? "0711" : "0700")]),
            ]),
        ]))
  }

  /// A file of `size` bytes, all of them a hole; whatever its format will be.
  static func volume(named name: String, size: Int64) -> String {
    text(
      element(
        "volume",
        [
          element("name", text: name),
          element("capacity", ["unit": "bytes"], text: String(size)),
          element("allocation", ["unit": "bytes"], text: "0"),
          element(
            "target",
            [
              element("format", ["type": "raw"]),
              element("permissions", [element("mode", text: "0600")]),
            ]),
        ]))
  }

  private static func text(_ root: XMLElement) -> String {
    XMLDocument(rootElement: root).xmlString(options: [.nodePrettyPrint, .nodeCompactEmptyElement])
  }

  /// `<pool><target><path>` of a pool that is there.
  static func folder(ofPool definition: String) -> String? {
    XMLRecord.all(in: definition)?.first { $0.path == "pool/target/path" }?.text
  }
}
