import CaseModel
import Foundation
import Machines
import Record
import SyntheticMachines
import Testing

@testable import CaselabCommands

/// Runs whose machines are on a host that shares nothing with this one.
@Suite struct ElsewhereTests {
  private func there(_ lab: SyntheticLab) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: lab.folder + "/there").sorted()
  }

  private func transfer(_ ended: CaseRunner.Ended) -> String? {
    ended.run.stages.first { $0.name == "transfer" }?.detail
  }

  @Test func theSecondRunFindsWhatTheFirstOneCopied() async throws {
    let lab = try await SyntheticLab(isElsewhere: true)
    let first = try await lab.run()
    #expect(transfer(first)?.hasPrefix("1 of 1 files of images and layers") == true)
    let second = try await lab.run()
    #expect(transfer(second) == "images and layers are there")
    #expect(second.run.stages.contains { $0.name == "boot" }, "there are no ready states")
    #expect(try there(lab).count == 2, "the image's disk and its mark")
    #expect(lab.hypervisor.running.isEmpty)
    #expect(try lab.context.store().resources().isEmpty)
  }

  @Test func whatIsNeededByNobodyGoesWithGarbage() async throws {
    let lab = try await SyntheticLab(isElsewhere: true)
    _ = try await lab.run(keep: .always)
    let kept = try there(lab)
    #expect(kept.count == 4, "its disk and console, too")
    let cleaning = Cleaning(context: lab.context, store: try lab.context.store())
    #expect(try await cleaning.strays().isEmpty)
    _ = try await cleaning.clean(lab.context.store().resources().map(\.resource))
    #expect(try there(lab).count == 2)

    try FileManager.default.removeItem(atPath: lab.context.home.images)
    let strays = try await cleaning.strays()
    #expect(strays.map(\.kind) == [.volume])
    let report = try await cleaning.clean(strays)
    #expect(report.left.isEmpty, "\(report.left)")
    #expect(try there(lab).isEmpty)
  }

  @Test func aFailedBootLeavesOnlyWhatOthersNeed() async throws {
    let lab = try await SyntheticLab(trouble: .diesWhileBooting, isElsewhere: true)
    let ended = try await lab.run()
    #expect(ended.run.outcome == .labFailed)
    #expect(try there(lab).count == 2)
    #expect(try lab.context.store().resources().isEmpty)
  }
}
