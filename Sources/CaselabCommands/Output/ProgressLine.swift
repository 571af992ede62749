import CaseModel
import Foundation
import Synchronization

/// Shows stages on standard error: a live line on a terminal, a line per stage without one. Of several
/// that go on at once the live line has the one that began last.
final class ProgressLine: Sendable {
  private struct State {
    var stages: [(record: StageRecord, began: ContinuousClock.Instant)] = []
    var note = ""
    var ticker: Task<Void, Never>?
  }

  private let state = Mutex(State())
  private let live: Bool
  private let color: Bool

  init(live: Bool = Terminal.errorsAreTerminal, color: Bool = Terminal.errorsHaveColor) {
    self.live = live
    self.color = color
  }

  func begin(_ stage: StageRecord) {
    state.withLock { state in
      state.stages.append((stage, .now))
      state.note = stage.detail
      if live, state.ticker == nil { state.ticker = Task { [weak self] in _ = await self?.tick() } }
    }
    draw()
  }

  func end(_ stage: StageRecord) {
    state.withLock { state in
      state.stages.removeAll {
        $0.record.name == stage.name && $0.record.startedAt == stage.startedAt
      }
      state.note = state.stages.last?.record.detail ?? ""
      guard state.stages.isEmpty else { return }
      state.ticker?.cancel()
      state.ticker = nil
    }
    let mark = stage.outcome == .done ? painted("✓", 32) : painted("✗", 31)
    let time = Wording.duration(stage.duration ?? 0)
    Terminal.say("\(mark) \(stage.name)  \(stage.detail.printable())  \(time)")
    draw()
  }

  func note(_ text: String) {
    state.withLock { $0.note = text }
    draw()
  }

  /// Between stages, or above the live line.
  func say(_ text: String) {
    Terminal.say(text)
    draw()
  }

  /// The line shows elapsed time, so it is drawn each second.
  private func tick() async {
    while !Task.isCancelled {
      do { try await Task.sleep(for: .seconds(1)) } catch { return }
      draw()
    }
  }

  private func draw() {
    guard live else { return }
    let line: String? = state.withLock { state in
      guard let (stage, began) = state.stages.last else { return nil }
      let elapsed = Wording.elapsed((ContinuousClock.now - began).components.seconds)
      let more = state.stages.count > 1 ? " and \(state.stages.count - 1) more" : ""
      return "… \(stage.name)\(more)  \(elapsed)  \(state.note.printable())"
    }
    guard let line else { return }
    Terminal.write("\r\u{1B}[K" + String(line.prefix(Terminal.width - 1)), to: STDERR_FILENO)
  }

  private func painted(_ text: String, _ code: Int) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
