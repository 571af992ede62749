/// What `kubectl version`, `kubectl get …` and `helm list` print.
enum KubernetesTables {
  static let heads = ["name", "namespace", "client"]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    if let value = text.after("Client Version: ") { return version(value, &printout) }
    guard text.starts("NAME"), text.has(" AGE") || text.has(" CHART") else { return 0 }
    let columns = Columns(text)
    var count = 1
    while count < 200, let row = printout.line(count), !row.isEmpty, !PasteHeading.isFence(row),
      row.utf8.first.map({ !ShellPrompt.mayStart(row, $0) || ShellPrompt(row) == nil }) == true
    {
      read(row, columns, at: count, &printout)
      count += 1
    }
    guard count > 1 else { return 0 }
    claimContainer(&printout)
    return count
  }

  /// `Client Version: v1.29.1`, `Kustomize Version: …`, `Server Version: v1.27.9`
  private static func version(_ value: Substring, _ printout: inout Printout) -> Int {
    let labels = ["client version", "kustomize version", "server version"]
    guard value.starts("v1.") || value.starts("version.Info{"),
      let next = printout.line(1)?.labelled?.label, labels.contains(next)
    else { return 0 }
    var count = 1
    while count < 3, let label = printout.line(count)?.labelled?.label, labels.contains(label) {
      count += 1
    }
    claimContainer(&printout)
    return count
  }

  private static func claimContainer(_ printout: inout Printout) {
    printout.claim(.integration(kind: "container", name: "Kubernetes", detail: nil))
  }

  private static func read(
    _ row: Substring, _ columns: Columns, at offset: Int, _ printout: inout Printout
  ) {
    if let title = OSTitle(columns.value("OS-IMAGE", in: row)) {
      printout.claim(.os(id: title.id, versions: title.version.map { [$0] } ?? []), at: offset)
    }
    // `harbor-1.13.1` is the chart, the application has a version of its own.
    let chart = columns.value("CHART", in: row).split(separator: "-")
    let version = PrintedVersion.plain(columns.value("APP VERSION", in: row))
    if chart.count > 1, let version {
      let software = NamedSoftware(chart.dropLast().joined(separator: "-")[...])
      printout.claim(
        .product(name: software.product, version: version), at: offset, place: .list)
    }
  }

  /// Where the columns of a table begin, by its head.
  private struct Columns {
    private var starts: [(name: String, offset: Int)] = []

    init(_ head: Substring) {
      var wasSpace = 2
      for (offset, byte) in head.utf8.enumerated() {
        if byte == 32 || byte == 9 {
          wasSpace = byte == 9 ? 2 : wasSpace + 1
          if wasSpace == 1, !starts.isEmpty { starts[starts.count - 1].name += " " }
        } else {
          // `APP VERSION` is one column.
          if wasSpace >= 2 { starts.append((name: "", offset: offset)) }
          starts[starts.count - 1].name.unicodeScalars.append(Unicode.Scalar(byte))
          wasSpace = 0
        }
      }
      for index in starts.indices { starts[index].name = starts[index].name.trimmed }
    }

    func value(_ name: String, in row: Substring) -> Substring {
      guard let index = starts.firstIndex(where: { $0.name == name }) else { return "" }
      let bytes = row.utf8
      let end = index + 1 < starts.count ? starts[index + 1].offset : bytes.count
      guard bytes.count > starts[index].offset else { return "" }
      let tail = bytes.dropFirst(starts[index].offset).prefix(end - starts[index].offset)
      return Substring(tail).trimmedSpace
    }
  }
}
