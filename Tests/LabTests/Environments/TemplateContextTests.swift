import CaseModel
import Testing

@testable import Lab

@Suite struct TemplateContextTests {
  private func render(
    _ template: String, _ change: (inout EnvironmentProfile) -> Void = { _ in }
  ) throws -> String {
    var profile = Sample.profile
    change(&profile)
    let layout = try Sample.layout(profile)
    let node = try #require(layout.topology.nodes.first)
    return try TemplateContext(layout: layout, node: node, version: "1.2")
      .render(template, name: "test.mustache")
  }

  @Test func settingsOfTheProfileWinOverTheProductsDefaults() throws {
    let text = try render(
      "{{settings.passive_ports}}|{{#settings.require_tls}}tls{{/settings.require_tls}}"
    ) {
      $0.product.settings = ["require_tls": .bool(true)]
    }
    #expect(text == "4000 4010|tls")
  }

  @Test func onlyProtocolsOfTheProfileHaveASection() throws {
    let template =
      "{{#protocols.ftp}}ftp {{port}}{{/protocols.ftp}}{{#protocols.ftps_implicit}}implicit{{/protocols.ftps_implicit}}"
    #expect(try render(template) == "ftp 21")
    #expect(try render(template) { $0.protocols = ["ftps-implicit"] } == "implicit")
  }

  @Test func nothingIsEscapedAsHTML() throws {
    let text = try render("{{configuration}}") { $0.product.configuration = "<Limit \"A&B\">\n" }
    #expect(text == "<Limit \"A&B\">\n")
  }

  @Test func aValueWithALineEndIsBadInput() {
    #expect {
      _ = try render("{{settings.passive_ports}}") {
        $0.product.settings = ["passive_ports": .string("1\nInclude /etc/shadow")]
      }
    } throws: { ($0 as? CaselabError)?.code == .badInput }
  }
}
