/// The profiles of `Get-NetFirewallProfile` and `netsh advfirewall show allprofiles state`.
enum WindowsFirewall {
  static let heads = ["domain"]

  /// `Domain    False` and its two fellows.
  static func read(_ printout: inout Printout) -> Int {
    var states: [Bool] = []
    for offset in 0..<3 {
      guard let words = printout.line(offset)?.words(limit: 3), words.count == 2,
        ["Domain", "Private", "Public"].contains(words[0]), let state = Bool(words[1].lowercased())
      else { return 0 }
      states.append(state)
    }
    let isOn = states.contains(true)
    printout.claim(
      .integration(kind: "firewall", name: isOn ? "Windows Firewall" : nil, detail: nil),
      stance: isOn ? .present : .absent)
    return 3
  }
}
