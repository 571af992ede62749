/// How customers write operating systems, and what os-release calls them.
enum OSNames {
  /// Longest names first.
  static let names: [(words: [String], id: String)] = [
    ("red hat enterprise linux server", "rhel"), ("red hat enterprise linux", "rhel"),
    ("redhat enterprise linux", "rhel"), ("red hat", "rhel"), ("redhat", "rhel"), ("rhel", "rhel"),
    ("centos stream", "centos"), ("centos linux", "centos"), ("centos", "centos"),
    ("rocky linux", "rocky"), ("rocky", "rocky"), ("almalinux", "almalinux"),
    ("alma linux", "almalinux"), ("oracle linux", "ol"), ("oracle enterprise linux", "ol"),
    ("fedora", "fedora"), ("debian gnu linux", "debian"), ("debian linux", "debian"),
    ("debian", "debian"), ("ubuntu server", "ubuntu"), ("ubuntu linux", "ubuntu"),
    ("ubuntu", "ubuntu"), ("suse linux enterprise server", "sles"),
    ("suse linux enterprise", "sles"), ("sles", "sles"), ("opensuse leap", "opensuse-leap"),
    ("amazon linux", "amzn"), ("alpine linux", "alpine"), ("alpine", "alpine"),
    ("microsoft windows server", "windows-server"), ("windows server", "windows-server"),
    ("win server", "windows-server"), ("microsoft windows", "windows"), ("windows", "windows"),
    ("macos", "macos"), ("mac os x", "macos"), ("mac os", "macos"), ("os x", "macos"),
    ("freebsd", "freebsd"), ("ibm aix", "aix"), ("aix", "aix"), ("oracle solaris", "solaris"),
    ("solaris", "solaris"),
  ].map { (Question.words($0.0), $0.1) }.sorted { $0.words.count > $1.words.count }

  /// Words that stand between an OS's name and its version.
  static let between: Set<String> = [
    "v", "ver", "version", "release", "linux", "gnu", "server", "os", "lts", "edition",
    "enterprise",
    "standard", "datacenter", "pro", "professional",
  ]

  /// Code names of releases that are nothing else: of Debian and of Ubuntu.
  static let codeNames: [String: (id: String, version: String)] = [
    "stretch": ("debian", "9"), "buster": ("debian", "10"), "bullseye": ("debian", "11"),
    "bookworm": ("debian", "12"), "trixie": ("debian", "13"), "xenial": ("ubuntu", "16.04"),
    "bionic": ("ubuntu", "18.04"), "focal": ("ubuntu", "20.04"), "jammy": ("ubuntu", "22.04"),
    "noble": ("ubuntu", "24.04"),
  ]
}
