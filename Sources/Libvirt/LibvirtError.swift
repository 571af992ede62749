import Clibvirt

/// What libvirt said of a call that failed.
public struct LibvirtError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `virErrorNumber`.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    init(_ number: virErrorNumber) { self.init(rawValue: Int(number.rawValue)) }
  }

  public var code: Code
  /// `virErrorDomain`: the part of libvirt that failed.
  public var domain: Int
  /// Without control characters, bounded: it may quote a guest.
  public var message: String

  public init(code: Code, domain: Int = 0, message: String) {
    self.code = code
    self.domain = domain
    var scalars = message.unicodeScalars.prefix(2000).map { $0.properties.isControl ? " " : $0 }
    while scalars.last == " " { scalars.removeLast() }
    self.message = String(String.UnicodeScalarView(scalars))
  }

  /// The calling thread's last error: read it in the same closure as the call that failed.
  static func last() -> LibvirtError {
    guard let error = virGetLastError()?.pointee else {
      return LibvirtError(code: .internalError, message: "libvirt gave no reason")
    }
    return LibvirtError(
      code: Code(rawValue: Int(error.code)), domain: Int(error.domain),
      message: error.message.map { String(cString: $0) } ?? "libvirt gave no reason")
  }

  public var description: String { message }
}

extension LibvirtError.Code {
  public static let internalError = Self(VIR_ERR_INTERNAL_ERROR)
  public static let invalidConnection = Self(VIR_ERR_INVALID_CONN)
  public static let noDomain = Self(VIR_ERR_NO_DOMAIN)
  public static let noPool = Self(VIR_ERR_NO_STORAGE_POOL)
  public static let noVolume = Self(VIR_ERR_NO_STORAGE_VOL)
  /// The host's libvirt has no driver for that.
  public static let noSupport = Self(VIR_ERR_NO_SUPPORT)
  public static let noMetadata = Self(VIR_ERR_NO_DOMAIN_METADATA)
  public static let operationInvalid = Self(VIR_ERR_OPERATION_INVALID)
  public static let operationFailed = Self(VIR_ERR_OPERATION_FAILED)
  /// The agent is not connected, did not answer libvirt's greeting, or vanished.
  public static let agentUnresponsive = Self(VIR_ERR_AGENT_UNRESPONSIVE)
  /// The agent took the command and did not answer in time.
  public static let agentTimeout = Self(VIR_ERR_AGENT_COMMAND_TIMEOUT)
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// Throws the last error when a libvirt call returned a negative number.
@discardableResult
func check(_ result: Int32) throws(LibvirtError) -> Int32 {
  guard result >= 0 else { throw .last() }
  return result
}

/// Throws the last error when a libvirt call returned no object.
///
/// Not named `check`: a number would fit it, too, and never be compared with 0.
func object<Object>(_ object: Object?) throws(LibvirtError) -> Object {
  guard let object else { throw .last() }
  return object
}
