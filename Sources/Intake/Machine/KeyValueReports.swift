/// Reports of `key:value` or `key="value"` lines that only one program writes.
enum KeyValueReports {
  static let heads =
    ["redis_version", "majorversion", "productversion"]
    + ["\"ansible_architecture\"", "\"ansible_distribution\"", "\"ansible_distribution_ver"]

  static func read(_ printout: inout Printout) -> Int {
    var values: [String: (text: Substring, offset: Int)] = [:]
    var count = 0
    while count < 80, let line = printout.line(count), let (key, value) = pair(line) {
      if values[key] == nil { values[key] = (value, count) }
      count += 1
    }
    if let (text, offset) = values["redis_version"], let version = PrintedVersion.plain(text) {
      printout.claim(.product(name: "redis", version: version), at: offset, source: .sentence)
      claimArch(values["os"], &printout)
      return count
    }
    if values["os_name"]?.text == "DSM", let (text, offset) = values["productversion"] {
      printout.claim(.os(id: "synology-dsm", versions: [String(text)]), at: offset)
      return count
    }
    return ansible(values, &printout) ? count : 0
  }

  /// The facts that Ansible gathers of a host.
  private static func ansible(
    _ values: [String: (text: Substring, offset: Int)], _ printout: inout Printout
  ) -> Bool {
    guard let (name, offset) = values["ansible_distribution"] else { return false }
    claimArch(values["ansible_architecture"], &printout)
    let version = values["ansible_distribution_version"]?.text ?? ""
    guard let title = OSTitle("\(name) \(version)"[...].trimmedSpace) else { return true }
    printout.claim(title.subject, at: offset)
    return true
  }

  private static func claimArch(
    _ value: (text: Substring, offset: Int)?, _ printout: inout Printout
  ) {
    guard let (text, offset) = value,
      let arch = text.words(limit: 8).last.flatMap(Architecture.name)
    else { return }
    printout.claim(.arch(arch), at: offset)
  }

  /// `redis_mode:standalone`, `os_name="DSM"`, `"ansible_kernel": "5.10.0-26-amd64",`
  private static func pair(_ line: Substring) -> (String, Substring)? {
    guard let sign = line.utf8.firstIndex(where: { $0 == 58 || $0 == 61 }) else { return nil }
    let marks: Set<Character> = ["\"", "'", ",", " "]
    let key = line[..<sign].filter { !marks.contains($0) }
    guard !key.isEmpty, key.utf8.allSatisfy(\.isNameByte) else { return nil }
    var value = line[line.utf8.index(after: sign)...].trimmedSpace
    while let last = value.last, marks.contains(last) { value = value.dropLast() }
    while let first = value.first, marks.contains(first) { value = value.dropFirst() }
    return (key, value)
  }
}
