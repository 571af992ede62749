import CaseModel
import Foundation
import Machines

/// Puts the configuration of a node's product or companion into it, starts it and waits until it is
/// healthy.
public struct Deployment: Sendable {
  let layout: EnvironmentLayout
  let node: Topology.Node
  let deployable: any Deployable
  /// Of the product, as the product counts its versions.
  let version: String?
  let guest: any Guest
  let steps: StepRunner
  /// What its scripts, and suites that run in it, get.
  public let environment: [String: String]

  /// - Parameters:
  ///   - package: version of the product as the package manager writes it, for `CASELAB_VERSION`.
  ///   - version: the same as the product counts.
  public init(
    _ layout: EnvironmentLayout, node: Topology.Node, package: String?, version: String?,
    guest: any Guest, limits: LabLimits, note: @escaping @Sendable (String) async -> Void
  ) {
    self.layout = layout
    self.node = node
    self.version = version
    deployable = layout.deployable(node)
    self.guest = guest
    steps = StepRunner(limits: limits, note: note, system: guest.system) { try await guest.run($0) }
    environment = StepEnvironment.fitting(
      StepEnvironment.running(layout, in: node).merging(["CASELAB_VERSION": package ?? ""]) { $1 },
      guest.system)
  }

  /// The same for a check of another node, which may not be the first of its role.
  public func environment(checking other: Topology.Node) -> [String: String] {
    environment.merging(StepEnvironment.variables(of: other, layout, from: node)) { $1 }
  }

  /// Time zone, locale, names and links, what the node must know of the environment.
  ///
  /// - Parameter authority: the case's own, by path; made here and returned where it is empty.
  public func prepare(authority: [SharedFile]) async throws -> [SharedFile] {
    guard guest.system == .posix else { return try await prepareWindows(authority: authority) }
    try await prepareNode()
    if node.role == .product {
      try await NodeSystem(wanted: layout.profile.system, guest: guest).apply()
    }
    if !node.interfaces.isEmpty {
      let (step, values) = GuestNetwork.step(layout.topology, node, hasSink: layout.hasSink)
      _ = try await steps.run(step, environment: environment.merging(values) { $1 })
      _ = try await steps.run(ConnectionTrace.start, environment: environment)
    }
    try await putWhatItIsTold()
    try await put(
      Array(GuestCertificates.script.utf8), at: StepEnvironment.certificate, mode: "0755")
    if node.role == .product, let certificate = layout.profile.product.certificate {
      try await put(Array(certificate.utf8), at: CustomerCertificate.path, mode: "0644")
    }
    guard authority.isEmpty else {
      try await receive(authority)
      return authority
    }
    _ = try await steps.run(
      .init(name: "certificate authority", run: GuestCertificates.authority),
      environment: environment)
    return try await SharedFile.fetch(StepEnvironment.authority, from: guest)
  }

  /// The description of the environment, accounts, and the profile's own files.
  func putWhatItIsTold() async throws {
    let description = EnvironmentDescription(layout, in: node, version: version)
    try await put(description.json(), at: StepEnvironment.description, mode: "0600")
    try await put(Array(layout.accountLines.utf8), at: StepEnvironment.accounts, mode: "0600")
    for (name, text) in layout.profile.nodes[node.name]?.files.sorted(by: { $0.key < $1.key }) ?? []
    {
      try await put(Array(text.utf8), at: StepEnvironment.files + "/" + name, mode: "0600")
    }
  }

  /// The environment's names and time where there are any, rendered files, then `configure`.
  public func configure() async throws {
    let roles = Set(layout.topology.nodes.map(\.role))
    if guest.system == .posix, node.role == .product, !roles.isDisjoint(with: [.names, .time]) {
      _ = try await steps.run(Self.namesAndTime, environment: environment)
    }
    for file in deployable.files {
      let template = try readTemplate(file.template)
      let text = try TemplateContext(layout: layout, node: node, version: version)
        .render(template, name: file.template)
      try await put(Array(text.utf8), at: file.path, mode: file.mode ?? "0644")
    }
    for step in deployable.configure { _ = try await steps.run(step, environment: environment) }
  }

  /// What a server of names or time shares makes a product's node use it.
  private static let namesAndTime = Product.Step(
    name: "names and time",
    run: """
      for each in names time; do
        [ ! -x "/etc/caselab/$each/use" ] || "/etc/caselab/$each/use"
      done
      """, timeout: 120)

  /// Files that other nodes share, at their own paths.
  public func receive(_ files: [SharedFile]) async throws {
    for file in files { try await put(file.bytes, at: file.path, mode: file.mode) }
  }

  /// What the nodes configured after this one get of it.
  public func shared() async throws -> [SharedFile] {
    try await SharedFile.fetch(deployable.shares, from: guest)
  }

  /// Which processes of the node opened connections since it was prepared.
  public func connections() async throws -> ConnectionTrace {
    guard guest.system == .posix else { return ConnectionTrace("") }
    return try await ConnectionTrace.read(from: guest)
  }

  /// Starts it and tries its health check until it passes.
  ///
  /// What does not come up with this configuration is a finding, not a failure of the
  /// lab: nil when it is healthy, or has no check, else what went wrong with the output of what
  /// failed.
  public func start() async throws -> String? {
    for step in deployable.start {
      do {
        _ = try await steps.run(step, environment: environment)
      } catch let error as CaselabError where error.code == .labFailed {
        guard try await isAlive() else { throw error }
        return error.description
      }
    }
    guard let health = deployable.health else { return nil }
    return try await wait(until: health)
  }

  private func wait(until health: Product.HealthCheck) async throws -> String? {
    await steps.note("waiting until \(deployable.title) is healthy")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(health.timeout)
    while true {
      let result = try await guest.run(
        .script(
          health.run, for: guest.system, environment: environment,
          deadline: max(.seconds(5), end - clock.now)))
      if result.status == 0 { return nil }
      guard clock.now < end else {
        return "health check failed for \(health.timeout) s\(StepRunner.tail(result))"
      }
      // The agent has no event for a listening port: the check is tried again, a second apart.
      try await Task.sleep(for: .seconds(1))
    }
  }

  private func isAlive() async throws -> Bool {
    try await guest.run(.script("exit 0", for: guest.system, deadline: .seconds(20))).status == 0
  }

  private func prepareNode() async throws {
    _ = try await steps.run(
      .init(
        name: "prepare the node",
        run: #"""
          mkdir -p -m 0755 /etc/caselab
          : >/etc/caselab/links
          if [ -e "/usr/share/zoneinfo/$CASELAB_TIMEZONE" ]; then
            ln -sf "/usr/share/zoneinfo/$CASELAB_TIMEZONE" /etc/localtime
            echo "$CASELAB_TIMEZONE" > /etc/timezone
          fi
          if [ -n "$CASELAB_LOCALE" ]; then
            # locale(1) complains about one that is not there, and still ends well.
            if [ -n "$(LC_ALL="$CASELAB_LOCALE" locale charmap 2>&1 >/dev/null)" ]; then
              charset=$(printf '%s' "$CASELAB_LOCALE" | sed -n 's/^[^.]*\.\([^@]*\).*$/\1/p')
              localedef -i "$(printf '%s' "$CASELAB_LOCALE" | sed 's/\.[^@]*//')" \
                -f "${charset:-UTF-8}" "$CASELAB_LOCALE" || :
            fi
            for file in /etc/default/locale /etc/locale.conf; do
              [ ! -d "${file%/*}" ] || printf 'LANG=%s\n' "$CASELAB_LOCALE" > "$file"
            done
            systemctl set-environment "LANG=$CASELAB_LOCALE" || :
          fi
          """#, timeout: 180), environment: environment)
  }

  private func readTemplate(_ name: String) throws -> String {
    let path = deployable.folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path), data.count <= 1 << 20 else {
      throw CaselabError(
        .badInput, "template \"\(path)\" of \"\(deployable.name)\" cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func put(_ bytes: [UInt8], at path: String, mode: String) async throws {
    let folder = (path as NSString).deletingLastPathComponent
    let made = try await guest.run(
      guest.system == .windows
        ? .script(WindowsScripts.folder, for: .windows, environment: ["CASELAB_FOLDER": folder])
        : GuestCommand(["mkdir", "-p", folder]))
    guard made.status == 0 else {
      throw CaselabError(
        .labFailed, "folder \"\(folder)\" cannot be made in the guest\(StepRunner.tail(made))")
    }
    try await guest.write(bytes, to: path, mode: mode)
  }
}
