import CaseModel

/// What it takes to run the same again, and who did what when.
struct ProvenanceView {
  struct Item {
    var name: String
    var value: String
    var note: String?
  }
  struct Line {
    var at: String
    var by: String
    var what: String
  }

  var command: String
  var items: [Item]
  var journal: [Line]
  var profile: String?

  init(_ input: ReportInput) {
    let run = input.run
    command = run.repeatCommand
    profile = run.profile.isEmpty ? nil : Shown.block(run.profile)
    journal = input.journal.filter { $0.run == nil || $0.run == run.number }.map {
      Line(
        at: Moment.text($0.at), by: Shown.line($0.by), what: Shown.line($0.what))
    }
    items = [
      Item(name: "Command", value: Shown.line(run.command)),
      Item(name: "caselab", value: Shown.line(run.toolVersion)),
    ]
    let host = run.host
    for (name, value) in [
      ("libvirt", host.libvirt), ("QEMU", host.qemu), ("Kernel", host.kernel), ("URI", host.uri),
    ] where !value.isEmpty {
      items.append(Item(name: name, value: Shown.line(value)))
    }
    if let image = run.image {
      let name = run.imageName.map { "Image \(Shown.line($0))" } ?? "Image"
      items.append(Item(name: name, value: Shown.line(image)))
    }
    items += run.layers.map {
      Item(
        name: "Layer \(Shown.line($0.name))", value: Shown.line($0.digest),
        note: $0.cached ? "built before" : "built for this run")
    }
  }
}
