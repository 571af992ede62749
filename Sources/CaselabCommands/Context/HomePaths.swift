import CaseModel
import Foundation

/// Where things live, from environment variables (XDG Base Directory Specification 0.8).
struct HomePaths {
  var environment: [String: String]

  /// - Throws: `usage` when CASELAB_HOME is not absolute.
  func home() throws -> Home {
    let root = environment["CASELAB_HOME"].nonEmpty ?? dataHome + "/caselab"
    guard root.hasPrefix("/"), !root.contains("\0") else {
      throw CaselabError(.usage, "CASELAB_HOME \"\(root.printable())\" is not an absolute path")
    }
    return Home(root: NSString(string: root).standardizingPath)
  }

  var configuration: String {
    (environment["XDG_CONFIG_HOME"].nonEmpty ?? userHome + "/.config") + "/caselab/config.yaml"
  }

  /// CASELAB_PROFILES (colon-separated), then what ships with the tool.
  func profileFolders() -> [String] {
    let own = (environment["CASELAB_PROFILES"] ?? "").split(separator: ":").map(String.init)
    return own + [shipped].compactMap { $0 }
  }

  /// `Profiles` of the checkout that the binary was built in, or `share/caselab/Profiles` of its prefix.
  private var shipped: String? {
    guard let binary = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    var folder = NSString(string: binary).deletingLastPathComponent
    while folder != "/" {
      for candidate in [folder + "/Profiles", folder + "/share/caselab/Profiles"]
      where FileManager.default.fileExists(atPath: candidate + "/products") {
        return candidate
      }
      folder = NSString(string: folder).deletingLastPathComponent
    }
    return nil
  }

  private var userHome: String { environment["HOME"].nonEmpty ?? NSHomeDirectory() }
  private var dataHome: String {
    environment["XDG_DATA_HOME"].nonEmpty ?? userHome + "/.local/share"
  }
}
