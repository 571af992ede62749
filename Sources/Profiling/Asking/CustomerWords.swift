import CaseModel

extension InstallationDetail.Unclear {
  /// `Is it 4.11 or 4.12?`
  var choice: String? {
    let words = candidates.prefix(6).map { $0.printable(limit: 60) }
    guard let first = words.first else { return nil }
    if words.count == 2, words[1] == "no " + first {
      return "Do you use \(first.customersName)?"
    }
    return words.count == 1
      ? "Is it \(first)?"
      : "Is it \(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])?"
  }
}

extension String {
  /// What a customer calls it: `ldap` is LDAP.
  var customersName: String {
    let known = [
      "ldap": "LDAP", "sso": "single sign-on", "active-directory": "Active Directory",
      "nat": "NAT", "ha": "high availability", "load-balancer": "a load balancer",
      "proxy": "a proxy", "firewall": "a firewall", "antivirus": "a virus scanner",
      "network-storage": "network storage", "ftps-implicit": "implicit FTPS",
    ]
    let transfer = ["ftp", "ftps", "sftp", "scp", "http", "https", "as2", "webdav", "smb"]
    return known[self] ?? (transfer.contains(self) ? uppercased() : self)
  }

  /// An operating system as its vendor writes it.
  var osTitle: String {
    let known = [
      "windows-server": "Windows Server", "windows": "Windows", "macos": "macOS",
      "freebsd": "FreeBSD", "aix": "AIX", "solaris": "Solaris", "rhel": "Red Hat Enterprise Linux",
      "sles": "SUSE Linux Enterprise Server", "ol": "Oracle Linux", "amzn": "Amazon Linux",
      "centos": "CentOS", "almalinux": "AlmaLinux", "rocky": "Rocky Linux",
      "opensuse-leap": "openSUSE Leap",
    ]
    return known[self] ?? shown.prefix(1).uppercased() + shown.dropFirst()
  }
}
