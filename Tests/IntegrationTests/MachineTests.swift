import Foundation
import Testing

/// Everything that boots real guests, one after the other: the host has few cores.
/// The time limit is for a test that hangs, so that the others still run.
@Suite(.serialized, .timeLimit(.minutes(30))) struct MachineTests {}

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
  var number: Int
  var outcome: String
  var message: String?
  var image: String?
  var product: Product?
  var layers: [Layer]
  var stages: [Stage]
  var tests: [Test]
  var artifacts: [Artifact]

  func tests(_ status: String) -> [Test] { tests.filter { $0.status == status } }
}
