import Foundation
import Testing

/// Everything that boots real guests, one after the other: the host has few cores.
/// The time limit is for a test that hangs, so that the others still run.
@Suite(.serialized, .timeLimit(.minutes(60))) struct MachineTests {}

/// The parts of a run's JSON that tests look at.
struct RunJSON: Decodable {
  struct Test: Decodable {
    var suite: String
    var group: String
    var name: String
    var status: String
    var message: String?
    var output: String?
  }
  struct Stage: Decodable {
    var name: String
    var outcome: String
  }
  struct Artifact: Decodable {
    var name: String
    var kind: String
    var digest: String
    var size: Int
  }
  struct Layer: Decodable {
    var name: String
    var digest: String
    var cached: Bool
  }
  struct Product: Decodable {
    var wanted: String?
    var running: String?
  }
  struct Environment: Decodable {
    struct Node: Decodable { var name: String }
    struct Attempt: Decodable {
      var node: String
      var target: String
      var process: String?
    }
    var nodes: [Node]
    var attempts: [Attempt]
  }
  struct Fact: Decodable {
    var fact: String
    var found: String?
    var status: String
  }
  var number: Int
  var outcome: String
  var message: String?
  var image: String?
  var product: Product?
  var layers: [Layer]
  var stages: [Stage]
  var tests: [Test]
  var facts: [Fact]
  var artifacts: [Artifact]
  var environment: Environment?

  func tests(_ status: String) -> [Test] { tests.filter { $0.status == status } }
}
