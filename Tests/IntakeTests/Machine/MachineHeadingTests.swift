import Testing

@testable import Intake

@Suite struct MachineHeadingTests {
  @Test(arguments: [
    "Client:", "## Client", "On the jump host:", "The partner sent us this (his machine):",
    "Der Partner hat uns das geschickt (seine Maschine):", "Auf meinem Rechner:",
    "From the client to the server:", "**Local Host:**",
  ])
  func `a client's machine`(heading: String) {
    #expect(MachineHeading.role(of: heading[...]) == .client)
  }

  @Test(arguments: [
    "Server:", "### Neuer Server", "gestern alter Server aus, neuer an. Neuer Server:",
    "--- PROD (jnk-p01) ---", "NEU (fs02):", "Our new machine:", "On our production machine:",
    "Sur le serveur :",
    "**Remote Repository Host:**",
  ])
  func `the product's machine`(heading: String) {
    #expect(MachineHeading.role(of: heading[...]) == .product)
  }

  @Test(arguments: [
    "--- TEST (jnk-t01) ---", "ALT (fs01):", "Before:", "The old server:", "Ancien serveur :",
    "Staging:",
    "On another machine it works:",
  ])
  func `a machine beside it`(heading: String) {
    #expect(MachineHeading.role(of: heading[...]) == .other)
  }

  @Test(arguments: [
    "The client is fine, this is what the box prints.", "# psql from the jump host: method 10",
    "Other information:", "Test results:", "# Client disconnects randomly", "## Server crashes",
    "Windows client hangs", "Customer: ACME", "Output of the command:",
    "Old error:",
  ])
  func `no machine is told`(heading: String) {
    #expect(MachineHeading.role(of: heading[...]) == .unknown)
  }

  @Test func `a host's name may tell`() {
    #expect(MachineHeading.role(ofHost: "maxs-mbp") == .client)
    #expect(MachineHeading.role(ofHost: "ftp-srv2") == .product)
    #expect(MachineHeading.role(ofHost: "test-web1") == .other)
    #expect(MachineHeading.role(ofHost: "hera") == .unknown)
  }
}
