import CaseModel
import Testing

@Suite struct CaselabErrorTests {
  @Test func everyKindOfFailureHasItsOwnExitStatus() {
    let statuses = CaselabError.Code.allCases.map(\.exitStatus)
    #expect(Set(statuses).count == statuses.count)
    #expect(!statuses.contains(0) && !statuses.contains(1))
  }

  @Test func tellsItsCausesAndTheInnermostHintThatIsGiven() {
    let cause = CaselabError(.unreachable, "socket \"x\" is closed", hint: "start libvirtd")
    let error = CaselabError(.labFailed, "node \"product\" did not start", cause: cause)
    #expect(error.description == "node \"product\" did not start: socket \"x\" is closed")
    #expect(error.firstHint == "start libvirtd")
  }
}
