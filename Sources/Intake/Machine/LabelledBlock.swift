/// Output of `Label: value` lines: `hostnamectl`, `lsb_release -a`, `systeminfo`, `timedatectl`, …
enum LabelledBlock {
  static let heads: [String] = {
    Set(SystemTool.all.flatMap(\.labels.keys).map { $0[...].head }).sorted()
  }()

  static func read(_ printout: inout Printout) -> Int {
    guard printout.index >= printout.deadEnd, let (label, _) = printout.text.labelled else {
      return 0
    }
    var longest = 1
    for tool in SystemTool.all where tool.labels[label] != nil {
      let (values, count) = gather(tool, printout)
      let isTold = values.count >= tool.minimum || isAsked(printout)
      if isTold || values.contains(where: { tool.isOwn($0.key, $0.value.text) }) {
        tool.claim(values, &printout)
        return count
      }
      longest = max(longest, count)
    }
    printout.deadEnd = printout.index + longest
    return 0
  }

  private static func isAsked(_ printout: Printout) -> Bool {
    printout.command == .plain
  }

  private static func gather(
    _ tool: SystemTool, _ printout: Printout
  ) -> (values: SystemTool.Values, count: Int) {
    var values: SystemTool.Values = [:]
    var (count, end) = (0, 0)
    let column = printout.text.valueColumn ?? 0
    while count < 400, count - end < 2, let line = printout.line(count) {
      if let (label, value) = line.labelled, let field = tool.labels[label] {
        if values[field] == nil { values[field] = (value, count) }
        end = count + 1
      } else if count > 0, tool.continues(line, indent: printout.indent(count), column: column) {
        end = count + 1
      } else if !line.isEmpty {
        break
      }
      count += 1
    }
    return (values, end)
  }
}
