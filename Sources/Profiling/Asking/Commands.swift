import CaseModel

/// What prints an answer on the customer's operating system, ready to be pasted.
struct Commands {
  typealias Command = OpenQuestion.Command

  private enum Family: String {
    case linux = "Linux"
    case windows = "Windows (PowerShell)"
    case macos = "macOS"
    case freebsd = "FreeBSD"
    case aix = "AIX"
    case solaris = "Solaris"
  }

  /// Nil while the OS is not known.
  private let family: Family?
  private let usesRPM: Bool?
  /// Nil unless it can be part of a command as it is.
  private let product: String?

  /// - Parameter product: nil while nobody knows which it is.
  init(os: String?, product: String?) {
    self.product = product.flatMap { Rule.token.holds($0) && !$0.hasPrefix("-") ? $0 : nil }
    family =
      switch os {
      case nil: nil
      case "windows", "windows-server": .windows
      case "macos": .macos
      case "freebsd": .freebsd
      case "aix": .aix
      case "solaris": .solaris
      default: .linux
      }
    usesRPM =
      switch os {
      case "debian", "ubuntu", "raspbian", "linuxmint", "devuan", "kali": false
      case "rhel", "rocky", "almalinux", "centos", "ol", "fedora", "sles", "opensuse-leap", "amzn":
        true
      default: nil
      }
  }

  var os: [Command] {
    lines { family in
      switch family {
      case .linux: "cat /etc/os-release"
      case .windows: "systeminfo | findstr /B /C:OS"
      case .macos: "sw_vers"
      case .freebsd: "freebsd-version"
      case .aix: "oslevel -s"
      case .solaris: "cat /etc/release"
      }
    }
  }

  var productVersion: [Command] {
    guard let product else { return [] }
    return lines { family in
      switch (family, usesRPM) {
      case (.linux, true?): "rpm -qa | grep -i \(product)"
      case (.linux, false?): "dpkg -l | grep -i \(product)"
      case (.linux, nil): "\(product) --version"
      case (.windows, _): "Get-Package *\(product)* | Format-List Name, Version"
      case (.macos, _): "brew list --versions | grep -i \(product)"
      case (.freebsd, _): "pkg info | grep -i \(product)"
      case (.aix, _): "rpm -qa | grep -i \(product)"
      case (.solaris, _): "pkg list | grep -i \(product)"
      }
    }
  }

  var arch: [Command] {
    lines { $0 == .windows ? "$env:PROCESSOR_ARCHITECTURE" : "uname -m" }
  }

  var timezone: [Command] {
    lines { family in
      switch family {
      case .windows: "tzutil /g"
      case .linux: "timedatectl | grep zone"
      case .macos: "readlink /etc/localtime"
      case .freebsd: "cat /var/db/zoneinfo"
      case .aix, .solaris: "echo $TZ"
      }
    }
  }

  var locale: [Command] {
    lines { $0 == .windows ? "Get-WinSystemLocale" : "locale" }
  }

  /// Where the product's catalogue entry says that logs are, on the systems that it is for.
  func places(of logs: [String]) -> String {
    guard family == .linux || family == nil, !logs.isEmpty else { return "" }
    return " On Linux it is usually \(logs.joined(separator: " or "))."
  }

  private func lines(_ line: (Family) -> String) -> [Command] {
    if let family {
      return [Command(on: family == .windows ? "PowerShell" : nil, line: line(family))]
    }
    return [.linux, .windows, .macos].map { Command(on: $0.rawValue, line: line($0)) }
  }
}
