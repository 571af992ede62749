import CaseModel
import Foundation
import Synchronization

/// Shows stages on standard error: a live line on a terminal, a line per stage without one.
final class ProgressLine: Sendable {
  private struct State {
    var stage: StageRecord?
    var began = ContinuousClock.now
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
    let ticker = live ? Task { [weak self] in _ = await self?.tick() } : nil
    state.withLock { state in
      state.ticker?.cancel()
      state = State(stage: stage, began: .now, note: stage.detail, ticker: ticker)
    }
    draw()
  }

  func end(_ stage: StageRecord) {
    state.withLock { state in
      state.ticker?.cancel()
      state = State()
    }
    let mark = stage.outcome == .done ? painted("✓", 32) : painted("✗", 31)
    let time = Wording.duration(stage.duration ?? 0)
    Terminal.say("\(mark) \(stage.name)  \(stage.detail.printable())  \(time)")
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
      guard let stage = state.stage else { return nil }
      let elapsed = Wording.elapsed((ContinuousClock.now - state.began).components.seconds)
      return "… \(stage.name)  \(elapsed)  \(state.note.printable())"
    }
    guard let line else { return }
    Terminal.write("\r\u{1B}[K" + String(line.prefix(Terminal.width - 1)), to: STDERR_FILENO)
  }

  private func painted(_ text: String, _ code: Int) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
