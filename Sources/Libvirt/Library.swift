import Clibvirt
import Glibc

/// libvirt's per-process state: set up at the first connection, never at start-up.
enum Library {
  static func start() { _ = started }

  private static let started: Void = {
    virInitialize()
    // Writing to a daemon that has just died would end this process.
    signal(SIGPIPE, SIG_IGN)
    // Without this libvirt prints every error on standard error.
    virSetErrorFunc(nil, { _, _ in })
    virEventRegisterDefaultImpl()
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        // Sleeps in poll(2); it fails only when libvirt's own state is broken.
        while virEventRunDefaultImpl() >= 0 {}
        return nil
      }, nil)
    pthread_detach(thread)
  }()
}

/// A version as libvirt counts: major * 1,000,000 + minor * 1,000 + release.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var number: UInt
  public init(number: UInt) { self.number = number }
  public init(_ major: UInt, _ minor: UInt, _ release: UInt = 0) {
    number = major * 1_000_000 + minor * 1000 + release
  }
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  public var description: String {
    "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
  }
}
