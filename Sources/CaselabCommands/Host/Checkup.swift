import CaseModel
import Foundation
import Lab
import Machines
import Record

/// Looks at the host the way a run will use it.
struct Checkup {
  let context: Context

  func perform() async -> CheckupReport {
    var report = CheckupReport()
    report.checks.append(homeCheck())
    report.checks.append(catalogueCheck())
    report.checks += Self.tools.map { toolCheck($0.program, package: $0.package) }
    report.checks.append(layersCheck())
    report.checks += await hypervisorChecks()
    return report
  }

  /// Programs that images are built with.
  private static let tools = [
    (program: "qemu-system-x86_64", package: "qemu-system-x86"),
    (program: "qemu-img", package: "qemu-utils"),
    (program: "mmdebstrap", package: "mmdebstrap"),
    (program: "mke2fs", package: "e2fsprogs"),
    (program: "curl", package: "curl"),
    (program: "genisoimage", package: "genisoimage"),
  ]

  private func homeCheck() -> CheckupReport.Check {
    do {
      let store = try context.store()
      return .init(name: "home", good: true, found: "\(context.home.root) (\(store.homeTag))")
    } catch {
      return .init(
        name: "home", good: false, found: "\(error)",
        advice: "set CASELAB_HOME to a folder of your own on a disk with some GiB free")
    }
  }

  private func catalogueCheck() -> CheckupReport.Check {
    do {
      let catalogue = try context.catalogue()
      let found = try
        "\(catalogue.products().count) products, \(catalogue.suites().count) suites, \(catalogue.imageRecipes().count) images"
      return .init(name: "catalogue", good: true, found: found)
    } catch {
      return .init(
        name: "catalogue", good: false, found: "\(error)", advice: "mend the named file")
    }
  }

  private func toolCheck(_ program: String, package: String) -> CheckupReport.Check {
    let found = find(program)
    return .init(
      name: program, good: found != nil, found: found ?? "not found",
      advice: found == nil ? "sudo apt-get install \(package)" : nil)
  }

  private func find(_ program: String) -> String? {
    let path =
      (context.environment["PATH"] ?? "").split(separator: ":").map(String.init) + [
        "/usr/sbin", "/sbin",
      ]
    return path.map { $0 + "/" + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Layers that are packages alone are quicker made on the host, and are the same.
  private func layersCheck() -> CheckupReport.Check {
    func check(_ found: String, advice: String? = nil) -> CheckupReport.Check {
      .init(name: "layers", good: true, found: found, advice: advice)
    }
    guard context.buildsInChroot else { return check("built in machines, as config.yaml has it") }
    guard access("/dev/fuse", R_OK | W_OK) == 0 else {
      return check("built in machines: /dev/fuse is not there, or not open to this user")
    }
    for (program, package) in [("qemu-storage-daemon", "qemu-utils"), ("fuse2fs", "fuse2fs")]
    where find(program) == nil {
      return check(
        "built in machines: there is no \(program)", advice: "sudo apt-get install \(package)")
    }
    return check("packages are installed on this host, without a machine")
  }

  private func hypervisorChecks() async -> [CheckupReport.Check] {
    do {
      let hypervisor = try await context.hypervisor()
      defer { Task { await hypervisor.close() } }
      let facts = try await hypervisor.facts()
      return try await [
        .init(
          name: "libvirt", good: true,
          found: "\(facts.uri): libvirt \(facts.libvirt), QEMU \(facts.qemu)"),
        .init(
          name: "memory", good: facts.freeMemoryMiB == 0 || facts.freeMemoryMiB >= 1024,
          found: "\(facts.freeMemoryMiB) MiB left beside what the host's machines may take",
          advice: facts.freeMemoryMiB < 1024 ? "a node takes 1024 MiB: end other programs" : nil),
        try await accelerationCheck(hypervisor, facts),
        .init(
          name: "ready states", good: true,
          found: hypervisor.cannotSave.map { "none: every environment boots: \($0)" }
            ?? "healthy environments are saved, and gone on from"),
      ] + volumesCheck(hypervisor)
    } catch let error as CaselabError {
      return [.init(name: "libvirt", good: false, found: "\(error)", advice: error.firstHint)]
    } catch {
      return [.init(name: "libvirt", good: false, found: "\(error)")]
    }
  }

  /// Of a host that shares no files with this one.
  private func volumesCheck(_ hypervisor: any Hypervisor) async throws -> [CheckupReport.Check] {
    let store = try context.store()
    do {
      let hosted = try await HostedFiles(
        on: hypervisor, uri: context.uri, home: context.home, homeTag: store.homeTag, ledger: store)
      guard let hosted else { return [] }
      let (count, bytes) = try await hosted.use()
      return [
        .init(
          name: "volumes", good: true,
          found: "\(count) files there, \(Wording.size(bytes)), in \(hosted.folder)")
      ]
    } catch let error as CaselabError {
      return [.init(name: "volumes", good: false, found: "\(error)", advice: error.firstHint)]
    }
  }

  private func accelerationCheck(
    _ hypervisor: any Hypervisor, _ facts: HostFacts
  ) async throws -> CheckupReport.Check {
    guard try await hypervisor.offersKVM() else {
      return .init(
        name: "acceleration", good: true, found: "emulation: the host offers no KVM",
        advice: "guests boot in about 40 s; with read and write access to /dev/kvm in a few")
    }
    let known = try await StoredFindings(store: context.store()).kvmWorks(on: facts)
    let found =
      switch known {
      case true?: "KVM, proven by a boot"
      case false?: "emulation: KVM is offered but a guest failed to boot on it"
      case nil: "KVM is offered; the first run proves it or falls back to emulation"
      }
    return .init(name: "acceleration", good: true, found: found)
  }
}
