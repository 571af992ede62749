import CaseModel

/// The environment as a picture: links are upright lines from the clients' to the product's, nodes
/// stand left of, between and right of them; and what tried to leave.
struct EnvironmentView {
  struct Bar {
    var name: String
    var subnet: String
    var x: Int
    var height: Int
  }
  struct Box {
    var name: String
    var title: String
    var host: String
    var kind: String
    var x: Int
    var y: Int
    var textX: Int
    var nameY: Int
    var titleY: Int
    var hostY: Int
  }
  struct Wire {
    var address: String
    var x1: Int
    var x2: Int
    var y: Int
    var textX: Int
    var textY: Int
  }
  struct Attempts {
    var rows: [Attempt]
  }
  struct Attempt {
    var node: String
    var process: String
    var target: String
    var count: Int
    var when: String
  }
  var summary: String
  var width: Int
  var height: Int
  var bars: [Bar]
  var boxes: [Box]
  var wires: [Wire]
  /// Nil when nothing tried.
  var attempts: Attempts?

  private static let size = (width: 200, height: 64, gap: 20, wire: 110, top: 40)

  /// Nil for a machine alone.
  init?(_ run: RunRecord) {
    guard let environment = run.environment, !environment.links.isEmpty else { return nil }
    let size = Self.size
    let names = environment.links.map(\.name)
    // Column 0 is left of the first link, column n right of the last.
    let columns = (0...names.count).map { column in
      environment.nodes.filter { Self.column(of: $0, names) == column }
        .sorted { (Self.rank($0), $0.name) < (Self.rank($1), $1.name) }
    }
    let rows = max(1, columns.map(\.count).max() ?? 1)
    height = size.top + rows * (size.height + size.gap)
    let pitch = size.width + 2 * size.wire
    width = pitch * names.count + size.width
    let height = height
    bars = environment.links.enumerated().map { index, link in
      Bar(
        name: Shown.line(link.name), subnet: Shown.line(link.subnet),
        x: size.width + size.wire + index * pitch, height: height)
    }
    let bars = bars
    var (boxes, wires) = ([Box](), [Wire]())
    for (column, nodes) in columns.enumerated() {
      for (row, node) in nodes.enumerated() {
        let (x, y) = (column * pitch, size.top + row * (size.height + size.gap))
        boxes.append(
          Box(
            name: Shown.line(node.name), title: Shown.line("\(node.title), \(node.os)", limit: 34),
            host: Shown.line(node.host, limit: 34), kind: node.role.rawValue, x: x, y: y,
            textX: x + 10, nameY: y + 20, titleY: y + 38, hostY: y + 54))
        for (index, link) in names.enumerated() {
          guard let address = node.addresses[link] else { continue }
          let isRight = bars[index].x > x
          let (from, to) = isRight ? (x + size.width, bars[index].x) : (bars[index].x, x)
          let wireY = y + size.height / 2
          wires.append(
            Wire(
              address: Shown.line(address), x1: from, x2: to, y: wireY, textX: from + 6,
              textY: wireY - 6))
        }
      }
    }
    self.boxes = boxes
    self.wires = wires
    let tried = environment.attempts.map {
      Attempt(
        node: Shown.line($0.node), process: Shown.line($0.process ?? "not known"),
        target: Shown.line($0.target), count: $0.count,
        when: Moment.text($0.first, seconds: true))
    }
    attempts = tried.isEmpty ? nil : Attempts(rows: tried)
    summary = "\(environment.nodes.count) machines, \(names.count) links"
  }

  /// Between the two links that it is on; at the clients' side or the product's for one link alone.
  private static func column(of node: RunEnvironment.Node, _ links: [String]) -> Int {
    let own = links.indices.filter { node.addresses[links[$0]] != nil }
    guard let first = own.first else { return links.count }
    if own.count > 1 { return first + 1 }
    return node.role == .client || first < links.count - 1 ? first : first + 1
  }

  private static func rank(_ node: RunEnvironment.Node) -> Int { node.role == .product ? 0 : 1 }
}
