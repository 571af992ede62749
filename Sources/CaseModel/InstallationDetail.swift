/// The ticket text's answers as structured facts, each with the words it came from.
///
/// Shape of `caselab intake --json`. A fact that is not stated is nil and named in `missing`.
public struct InstallationDetail: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.installation-detail/1"

  public var schema = currentSchema
  public var product = Software()
  public var os = OperatingSystem()
  public var arch: String?
  /// `ftp`, `ftps`, `sftp`, `scp`, `http`, `https`, `webdav`, `as2`, …
  public var protocols: [String] = []
  /// How TLS begins on FTPS where it is said: `explicit` (RFC 4217), or `implicit` on a port of its
  /// own.
  public var ftpsModes: [String] = []
  public var integrations: [Integration] = []
  public var denied: [Denial] = []
  public var timezone: String?
  public var locale: String?
  public var client: Client?
  /// Excerpts of logs found in the ticket text.
  public var logs: [Attachment] = []
  public var configuration: [Attachment] = []
  /// Answers that no fact could be made of: kept, and shown as `omitted` in the fidelity table.
  public var other: [Answer] = []
  /// Field paths of the open questions: `product.version`, `os`, `protocols`, `log.server`, …
  public var missing: [String] = []
  public var unclear: [Unclear] = []
  /// Field path -> the words it came from.
  public var evidence: [String: Evidence] = [:]
  /// What could not be read, or not wholly.
  public var troubles: [Trouble] = []

  public init() {}

  /// A protocol as the catalogue's products serve it: `ftps` is `ftps`, `ftps-implicit` or both.
  public func served(_ name: String) -> [String] {
    guard name == "ftps", ftpsModes.contains("implicit") else { return [name] }
    return ftpsModes.contains("explicit") ? ["ftps", "ftps-implicit"] : ["ftps-implicit"]
  }

  public struct Software: Codable, Equatable, Sendable {
    public var name: String?
    /// As the customer wrote it, without a leading `v`.
    public var version: String?
    public init(name: String? = nil, version: String? = nil) {
      self.name = name
      self.version = version
    }
  }

  public struct OperatingSystem: Codable, Equatable, Sendable {
    /// As in os-release `ID`, or `windows`, `windows-server`, `macos`, `freebsd`, `aix`, `solaris`.
    public var id: String?
    /// As its vendor writes it: `12`, `22.04`, `8.6`.
    public var version: String?
    /// osinfo-db's short id, when it knows the OS.
    public var osinfo: String?
    public init(id: String? = nil, version: String? = nil, osinfo: String? = nil) {
      self.id = id
      self.version = version
      self.osinfo = osinfo
    }
  }

  public struct Integration: Codable, Equatable, Sendable {
    /// `firewall`, `nat`, `proxy`, `load-balancer`, `ha`, `ldap`, `active-directory`, `sso`, …
    public var kind: String
    public var name: String?
    public var detail: String?
    public init(kind: String, name: String? = nil, detail: String? = nil) {
      self.kind = kind
      self.name = name
      self.detail = detail
    }
  }

  /// What the customer said they do not have.
  public struct Denial: Codable, Equatable, Sendable {
    public var kind: String
    public var present = false
    public init(kind: String) { self.kind = kind }
  }

  public struct Client: Codable, Equatable, Sendable {
    public var os: OperatingSystem?
    public var software: Software?
    public init(os: OperatingSystem? = nil, software: Software? = nil) {
      self.os = os
      self.software = software
    }
  }

  public struct Attachment: Codable, Equatable, Sendable {
    /// `server-log`, `client-log`, `sshd_config`, …
    public var kind: String
    public var name: String?
    public var lines: Int
    /// A log's layout: `syslog`, `filezilla`, `winscp`, …
    public var format: String?
    /// When a log begins and ends, in ISO 8601 as far as it says: `--03-02T08:14:07` has no year.
    public var first: String?
    public var last: String?
    /// A log's own time zone, as it writes it.
    public var timezone: String?
    /// A configuration that is whole and that a node may load as it is, or one of the product's own;
    /// of 256 KiB at most.
    public var text: String?
    public init(kind: String, name: String? = nil, lines: Int) {
      self.kind = kind
      self.name = name
      self.lines = lines
    }
  }

  public struct Answer: Codable, Equatable, Sendable {
    public var question: String?
    public var text: String
    public init(question: String? = nil, text: String) {
      self.question = question
      self.text = text
    }
  }

  public struct Unclear: Codable, Equatable, Sendable {
    public var field: String
    public var candidates: [String]
    public var why: String
    public init(field: String, candidates: [String], why: String) {
      self.field = field
      self.candidates = candidates
      self.why = why
    }
  }

  public struct Trouble: Codable, Equatable, Sendable {
    /// `mail.eml: photo.jpg`
    public var file: String
    /// 1-based.
    public var line: Int?
    /// `is an image`: the file's name goes before it.
    public var what: String
    public init(file: String, line: Int? = nil, what: String) {
      self.file = file
      self.line = line
      self.what = what
    }
  }

  public struct Evidence: Codable, Equatable, Sendable {
    public var file: String
    /// 1-based.
    public var line: Int
    public var text: String
    /// 0 to 1.
    public var confidence: Double
    public init(file: String, line: Int, text: String, confidence: Double = 1) {
      self.file = file
      self.line = line
      self.text = text
      self.confidence = confidence
    }
  }
}
