/// Names of processor architectures as machines print them, and as the kernel does.
enum Architecture {
  private static let names = [
    "x86_64": "x86_64", "amd64": "x86_64", "x86-64": "x86_64", "x64": "x86_64",
    "aarch64": "aarch64", "arm64": "aarch64", "i686": "i686", "i586": "i686", "i386": "i686",
    "x86": "i686", "ppc64le": "ppc64le", "ppc64el": "ppc64le", "ppc64": "ppc64",
    "s390x": "s390x", "armv7l": "armv7l", "armhf": "armv7l", "armv6l": "armv6l", "arm": "arm",
    "riscv64": "riscv64", "ia64": "ia64", "sparc64": "sparc64", "mips": "mips", "mips64": "mips64",
    "loongarch64": "loongarch64",
  ]

  static func name(of word: Substring) -> String? {
    word.utf8.count <= 12 ? names[word.lowercased()] : nil
  }
}
