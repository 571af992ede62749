/// The paths under one `CASELAB_HOME`; a value, it touches no disk.
public struct Home: Sendable, Equatable {
  /// Absolute, without a trailing slash.
  public var root: String
  public init(root: String) { self.root = root }

  public var database: String { root + "/caselab.sqlite" }
  public var images: String { root + "/images" }
  public var layers: String { root + "/layers" }
  /// Environments that can be gone on from, disk and memory.
  public var readyStates: String { root + "/ready" }
  public var cases: String { root + "/cases" }
  public var artifacts: String { root + "/artifacts" }
  /// What is being made; swept by `gc`, never read as finished.
  public var work: String { root + "/work" }
  /// Lock files, one per case, image and layer.
  public var locks: String { root + "/locks" }

  public func folder(of id: CaseID) -> String { cases + "/" + id.key }
  public func profile(of id: CaseID) -> String { folder(of: id) + "/profile.yaml" }
  /// The last derivation, unedited: what an edit is told from.
  public func derived(of id: CaseID) -> String { folder(of: id) + "/derived.yaml" }
  /// What was understood of the ticket.
  public func detail(of id: CaseID) -> String { folder(of: id) + "/detail.json" }
  /// The JSON Schema that an editor finds from a profile, as `../../profile.schema.json`.
  public var profileSchema: String { root + "/profile.schema.json" }
  public func tickets(of id: CaseID) -> String { folder(of: id) + "/ticket" }
  public func run(_ number: Int, of id: CaseID) -> String { folder(of: id) + "/runs/\(number)" }
}
