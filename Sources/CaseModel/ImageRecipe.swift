/// How a base image comes into being: `Profiles/images/<name>.yaml`.
public struct ImageRecipe: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.image/1"

  public var schema: String
  /// `debian-12`.
  public var name: String
  public var os: EnvironmentProfile.OSWanted
  public var arch: String
  /// Exactly one of `build` and `pull`; neither for an imported image.
  public var build: Build?
  public var pull: Pull?

  /// Built from packages with mmdebstrap(1).
  public struct Build: Codable, Equatable, Sendable {
    public var suite: String
    public var components: [String]
    public var packages: [String]
    /// Scripts run in the new root (mmdebstrap's `--customize-hook`, through chroot).
    public var customize: [String]
    public var diskGiB: Int
    /// Added to the kernel command line.
    public var kernelArguments: String
    enum CodingKeys: String, CodingKey {
      case suite, components, packages, customize
      case diskGiB = "disk_gib"
      case kernelArguments = "kernel_arguments"
    }
  }

  /// A vendor's disk image.
  public struct Pull: Codable, Equatable, Sendable {
    public var url: String
    /// Hex.
    public var sha256: String?
    public var sha512: String?
  }
}

/// What an image is: kept beside its disk as `manifest.json`.
public struct ImageManifest: Codable, Equatable, Sendable {
  public static let currentSchema = "caselab.image-manifest/1"

  public var schema = currentSchema
  public var name: String
  public var os: EnvironmentProfile.OSWanted
  public var arch: String
  /// `sha256:` and hex, over the disk, kernel and initrd as stored.
  public var digest: String
  /// Bytes on disk.
  public var size: Int64
  /// `built`, `imported` or `pulled`, and from what.
  public var origin: String
  /// Made here from packages: no machine has ever written to its disk.
  public var isBuilt: Bool { origin.hasPrefix("built ") }
  /// Whether the lab has no way into its machines: its disk is taken as it is.
  public var isClosed: Bool { access == ImageAccess.none }
  /// ISO 8601, UTC.
  public var madeAt: String
  public var toolVersion: String
  /// File names in the image's folder; kernel and initrd are nil when the disk boots itself.
  public var disk = "disk.qcow2"
  public var kernel: String?
  public var initrd: String?
  public var kernelArguments: String?
  /// Whether a cloud-init seed is attached at first boot.
  public var cloudInit = false
  /// Nil: by the agent.
  public var access: ImageAccess?

  public init(
    name: String, os: EnvironmentProfile.OSWanted, arch: String, digest: String, size: Int64,
    origin: String, madeAt: String, toolVersion: String
  ) {
    self.name = name
    self.os = os
    self.arch = arch
    self.digest = digest
    self.size = size
    self.origin = origin
    self.madeAt = madeAt
    self.toolVersion = toolVersion
  }
}

extension ImageRecipe {
  /// Of an image that is there: it names it, and makes nothing.
  public init(_ image: ImageManifest) {
    self.init(
      schema: Self.currentSchema, name: image.name, os: image.os, arch: image.arch, build: nil,
      pull: nil)
  }
}
