/// Tables and blocks of `docker ps`, `docker images`, `docker compose ps` and `docker version`.
enum DockerTable {
  static let heads = ["container", "repository", "client", "server", "name"]

  static func read(_ printout: inout Printout) -> Int {
    let text = printout.text
    if text.starts("CONTAINER ID ") || text.starts("NAME ") && text.has(" IMAGE ") {
      return rows(&printout)
    }
    if text.starts("REPOSITORY ") && text.has("IMAGE ID") { return images(&printout) }
    return version(&printout)
  }

  /// `CONTAINER ID   IMAGE                COMMAND   …` and its rows.
  private static func rows(_ printout: inout Printout) -> Int {
    var count = 1
    while count < 200, let line = printout.line(count) {
      let words = line.words(limit: 3)
      guard words.count == 3, isImage(words[1]) else { break }
      ContainerImage(words[1]).claim(at: count, &printout)
      count += 1
    }
    if count > 1 { printout.claim(printout.isAsked(of: "podman") ? podman : container, at: 1) }
    return count
  }

  private static let podman = Claim.Subject.integration(
    kind: "container", name: "Podman", detail: nil)

  /// `REPOSITORY   TAG   IMAGE ID`: what was pulled, running or not.
  private static func images(_ printout: inout Printout) -> Int {
    var count = 1
    while count < 200, let line = printout.line(count) {
      let words = line.words(limit: 3)
      guard words.count == 3, isImage(words[0]) else { break }
      let image = ContainerImage("\(words[0]):\(words[1])"[...])
      if let version = image.version {
        printout.claim(
          .product(name: image.software.product, version: version), at: count, place: .list)
      }
      count += 1
    }
    if count > 1 { printout.claim(container, at: 1) }
    return count
  }

  private static let container = Claim.Subject.integration(
    kind: "container", name: "Docker", detail: nil)

  private static func isImage(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { $0.isNameByte || "-./:@<>".utf8.contains($0) }
      && word.utf8.contains(where: \.isLetterByte)
  }

  /// `Client: Docker Engine - Community`, ` Version: 24.0.7`, … neither is a machine's role.
  private static func version(_ printout: inout Printout) -> Int {
    guard printout.text.starts("Client:") || printout.text.starts("Server:"),
      let next = printout.line(1)?.labelled?.label,
      ["version", "engine", "cloud integration", "context"].contains(next),
      printout.text.has("Docker") || next == "engine"
        || (2...6).contains(where: { offset in
          ["api version", "os/arch"].contains(printout.line(offset)?.labelled?.label)
        })
    else { return 0 }
    var (count, end) = (1, 1)
    while count < 60, let line = printout.line(count) {
      if let (label, value) = line.labelled {
        if label == "os/arch",
          let arch = Architecture.name(of: value.split(separator: "/").last ?? "")
        {
          printout.claim(.arch(arch), at: count)
        } else if label == "version", let version = PrintedVersion.upstream(value) {
          printout.claim(.product(name: "docker", version: version), at: count, place: .list)
        }
        end = count + 1
      } else if !line.isEmpty {
        break
      }
      count += 1
    }
    printout.claim(container)
    return end
  }
}
