/// A line with a shell's prompt and the command typed behind it.
struct ShellPrompt {
  var host: String?
  var command: OutputOf?
  /// Whether the line itself says no more than that the command was typed.
  var isRead: Bool
  /// The command ran in a container.
  var isInside: Bool

  /// Whether one of a prompt's signs stands where it can; most lines have none.
  static func mayStart(_ text: Substring, _ first: UInt8) -> Bool {
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
      return true
    }
    if first >= 0x80 { return text.first.map(arrows.contains) == true }
    guard first.isLetterByte || first == UInt8(ascii: "[") || first == UInt8(ascii: "(") else {
      return false
    }
    return text.withBytes { bytes in
      var hasSign = false
      for byte in bytes.prefix(80) {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "-"):
          hasSign = true
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "%"):
          if hasSign || byte == UInt8(ascii: "$") { return true }
        case 32: if !hasSign, first.isLetterByte, !text.starts("PS ") { return false }
        default: break
        }
      }
      return false
    }
  }

  /// Nil where no known command follows; a prompt with a host may have any.
  init?(_ text: Substring) {
    guard let (prompt, rest) = Self.split(text) else { return nil }
    let typed = Self.withoutContainer(rest)
    command = OutputOf(command: typed)
    isInside = typed != rest
    host = Self.host(in: prompt)
    guard command != nil || host != nil || prompt.utf8.count > 3 else { return nil }
    // `# date` may be a heading, and `sftp partner@host` tells of SFTP.
    isRead = (host != nil || prompt == "$" && command != nil) && !Self.tells(rest)
  }

  private static func split(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    for mark in ["$ ", "# ", "% "] {
      if let rest = text.after(mark) { return (text.prefix(1), rest.trimmedSpace) }
    }
    if let first = text.first, arrows.contains(first) { return splitArrow(text) }
    if isWindows(text) {
      guard let end = text.utf8.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let rest = text[text.utf8.index(after: end)...].trimmedSpace
      return rest.isEmpty ? nil : (text[..<end], rest)
    }
    return splitUnix(text) ?? splitShort(text)
  }

  /// `bash$ oslevel -s`, `web1$ uname -m`: one word and a command that is known.
  private static func splitShort(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    guard let sign = text.utf8.prefix(30).firstIndex(of: UInt8(ascii: "$")),
      text[..<sign].utf8.allSatisfy({ $0.isNameByte || "-.".utf8.contains($0) })
    else { return nil }
    let rest = text[text.utf8.index(after: sign)...]
    guard rest.utf8.first == 32, OutputOf(command: rest) != nil else { return nil }
    return (text[..<sign], rest.trimmedSpace)
  }

  /// `root@web1:~# `, `[root@web1 ~]# `, `web1:~ anna$ `, `bash-4.2$ `
  private static func splitUnix(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    let bytes = text.utf8
    var place = bytes.startIndex
    var (length, spaces, hasAt, hasColon) = (
      0, 0, false, text.starts("bash-") || text.starts("sh-")
    )
    while place < bytes.endIndex, length < 80, spaces <= 2 {
      let byte = bytes[place]
      let next = bytes.index(after: place)
      switch byte {
      case UInt8(ascii: "@"): hasAt = true
      case UInt8(ascii: ":"): hasColon = true
      case 32: spaces += 1
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        guard next < bytes.endIndex, bytes[next] == 32 else { break }
        guard hasAt || hasColon else { return nil }
        return (text[..<place], text[next...].trimmedSpace)
      default: break
      }
      place = next
      length += 1
    }
    return nil
  }

  private static let arrows: Set<Character> = ["➜", "❯", "›", "λ"]

  /// `➜  ~ uname -m`, `➜  site git:(main) ✗ node -v`: the command is what is known as one.
  private static func splitArrow(_ text: Substring) -> (prompt: Substring, rest: Substring)? {
    let words = text.dropFirst().words(limit: 5)
    guard let command = words.first(where: { OutputOf(command: text[$0.startIndex...]) != nil })
    else { return nil }
    return (text[..<command.startIndex].prefix(3), text[command.startIndex...])
  }

  /// `PS C:\>`, `C:\Users\anna>`
  private static func isWindows(_ text: Substring) -> Bool {
    let path = text.after("PS ") ?? text
    let bytes = Array(path.utf8.prefix(3))
    return bytes.count == 3 && bytes[0].isLetterByte && bytes[1] == UInt8(ascii: ":")
      && bytes[2] == UInt8(ascii: "\\")
  }

  private static func host(in prompt: Substring) -> String? {
    // All Windows prompts of a ticket are one machine's, and no other's.
    if isWindows(prompt) { return "c:" }
    guard let at = prompt.utf8.firstIndex(of: UInt8(ascii: "@")) else {
      guard let colon = prompt.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return PrintedMachine.host(prompt[..<colon])
    }
    let name = prompt[prompt.utf8.index(after: at)...].utf8.prefix {
      $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    return PrintedMachine.host(Substring(name))
  }

  /// `docker exec -it sftpgo cat /etc/os-release`: what a container prints is not the machine's.
  private static func withoutContainer(_ command: Substring) -> Substring {
    let words = command.words(limit: 12)
    guard words.count > 3, ["docker", "podman", "kubectl"].contains(words[0]),
      let exec = words.prefix(4).firstIndex(of: "exec")
    else { return command }
    var rest = words[(exec + 1)...]
    while let first = rest.first, first.starts("-") {
      rest = rest.dropFirst(["-u", "-n", "-c", "-e", "-w"].contains(first) ? 2 : 1)
    }
    rest = rest.dropFirst()
    if rest.first == "--" { rest = rest.dropFirst() }
    return rest.first.map { command[$0.startIndex...] } ?? command
  }

  /// Whether the command names what is used: `lftp ftps://…`, `docker run drakkan/sftpgo`.
  private static func tells(_ command: Substring) -> Bool {
    var words = command.words(limit: 6).map { $0.lowercased() }
    if words.first == "sudo" { words.removeFirst() }
    guard let program = words.first?.split(whereSeparator: { "/\\".contains($0) }).last else {
      return false
    }
    if transfers.contains(String(program)) { return !words.dropFirst().contains("--version") }
    return installers.contains(String(program))
      && !Set(words).isDisjoint(with: [
        "install", "run", "up", "pull", "compose", "apply", "upgrade",
      ])
  }

  private static let transfers: Set<String> = [
    "sftp", "ftp", "lftp", "curl", "wget", "scp", "rsync", "smbclient", "mount", "ncftp", "psftp",
    "winscp.com", "mount.cifs", "davfs", "rclone", "java", "openssl", "gnutls-cli",
  ]
  private static let installers: Set<String> = [
    "docker", "podman", "helm", "kubectl", "apt", "apt-get", "yum", "dnf", "zypper", "brew", "pip",
    "pip3", "snap", "pkg", "npm",
  ]
}
