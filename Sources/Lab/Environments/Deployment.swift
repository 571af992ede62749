import CaseModel
import Foundation
import Machines

/// Puts the product's configuration into a node, starts it and waits until it is healthy.
public struct Deployment: Sendable {
  let profile: EnvironmentProfile
  let product: Product
  /// As the product counts its versions.
  let productVersion: String?
  let steps: StepRunner
  let environment: [String: String]

  /// - Parameters:
  ///   - version: as the package manager writes it, for `CASELAB_VERSION`.
  ///   - productVersion: the same as the product counts.
  public init(
    profile: EnvironmentProfile, product: Product, version: String?,
    productVersion: String?, guest: any Guest, limits: LabLimits,
    note: @escaping @Sendable (String) async -> Void
  ) {
    self.profile = profile
    self.product = product
    self.productVersion = productVersion
    self.steps = StepRunner(guest: guest, limits: limits, note: note)
    environment = StepEnvironment.running(profile, product: product)
      .merging(["CASELAB_VERSION": version ?? ""]) { $1 }
  }

  /// The environment that suites run with.
  public var suiteEnvironment: [String: String] { environment }

  /// Node settings, the environment's description, rendered files, `configure`.
  public func configure(run: Int) async throws {
    try await prepareNode()
    let passwords = Dictionary(
      uniqueKeysWithValues: product.accounts.map { ($0.name, EnvironmentDescription.password()) })
    let description = EnvironmentDescription(
      profile: profile, run: run, product: product, version: productVersion, passwords: passwords)
    try await put(description.json(), at: StepEnvironment.description, mode: "0600")
    try await put(
      Array(description.accountLines.utf8), at: StepEnvironment.accounts, mode: "0600")
    for file in product.files {
      let template = try readTemplate(file.template)
      let text = try TemplateContext(profile: profile, product: product, version: productVersion)
        .render(template, name: file.template)
      try await put(Array(text.utf8), at: file.path, mode: file.mode ?? "0644")
    }
    for step in product.configure { _ = try await steps.run(step, environment: environment) }
  }

  /// Starts the product and tries its health check until it passes.
  ///
  /// A product that does not come up with this configuration is a finding, not a failure of the
  /// lab: nil when it is healthy, or has no check, else what went wrong with the output of what
  /// failed.
  public func start() async throws -> String? {
    for step in product.start {
      do {
        _ = try await steps.run(step, environment: environment)
      } catch let error as CaselabError where error.code == .labFailed {
        guard try await isAlive() else { throw error }
        return error.description
      }
    }
    guard let health = product.health else { return nil }
    return try await wait(until: health)
  }

  private func wait(until health: Product.HealthCheck) async throws -> String? {
    await steps.note("waiting until \(product.title) is healthy")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(health.timeout)
    while true {
      let result = try await steps.guest.run(
        .script(
          health.run, environment: environment,
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
    try await steps.guest.run(GuestCommand(["true"], deadline: .seconds(20))).status == 0
  }

  private func prepareNode() async throws {
    _ = try await steps.run(
      .init(
        name: "prepare the node",
        run: #"""
          mkdir -p -m 0755 /etc/caselab
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
    let path = product.folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path), data.count <= 1 << 20 else {
      throw CaselabError(
        .badInput, "template \"\(path)\" of product \"\(product.name)\" cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func put(_ bytes: [UInt8], at path: String, mode: String) async throws {
    let folder = (path as NSString).deletingLastPathComponent
    let made = try await steps.guest.run(GuestCommand(["mkdir", "-p", folder]))
    guard made.status == 0 else {
      throw CaselabError(
        .labFailed, "folder \"\(folder)\" cannot be made in the guest\(StepRunner.tail(made))")
    }
    try await steps.guest.write(bytes, to: path, mode: mode)
  }
}
