import CaseModel

/// The run's stages on one scale; offsets and widths are in thousandths of the run's time.
struct TimelineView {
  struct Stage {
    var name: String
    var detail: String?
    var outcome: String
    var took: String
    var offset: Int
    var width: Int
  }
  var stages: [Stage]
  var total: String

  /// Nil when no stage began.
  init?(_ run: RunRecord) {
    guard !run.stages.isEmpty else { return nil }
    var clock = 0.0
    let spans = run.stages.map { stage in
      let start = Moment.seconds(from: run.startedAt, to: stage.startedAt) ?? clock
      // A stage without an end was the last thing that the run did.
      let rest = stage.outcome == .running ? (run.duration ?? start) - start : 0
      let given = stage.duration ?? rest
      let length = given.isFinite ? max(0, given) : 0
      clock = start + length
      return (start: start, length: length)
    }
    let end = max(run.duration ?? 0, spans.map { $0.start + $0.length }.max() ?? 0, 0.001)
    total = Quantity.duration(end)
    stages = zip(run.stages, spans).map { stage, span in
      let width = min(1000, max(4, Int(1000 * span.length / end)))
      return Stage(
        name: Shown.line(stage.name),
        detail: stage.detail.isEmpty ? nil : Shown.line(stage.detail),
        outcome: Self.outcome(stage, run),
        took: Self.took(stage),
        offset: min(1000 - width, Int(1000 * span.start / end)), width: width)
    }
  }

  private static func outcome(_ stage: StageRecord, _ run: RunRecord) -> String {
    stage.outcome == .running && run.outcome != .running ? "unfinished" : stage.outcome.rawValue
  }

  private static func took(_ stage: StageRecord) -> String {
    switch stage.outcome {
    case .skipped: "skipped"
    case .running: "not ended"
    case .done, .failed: stage.duration.map(Quantity.duration) ?? ""
    }
  }
}
