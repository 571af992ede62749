/// Processor architectures, named as the kernel does.
enum ArchNames {
  static let entries = Lexicon.table(
    """
    x86_64: x86_64, x86-64, 64 bit x86, 64bit x86, x86 64 bit, x86 64bit, x86 64, amd64, x64, intel64, x86_64bit, linux64, em64t
    aarch64: aarch64, arm64, armv8, arm64v8, apple silicon, graviton, apple m1, apple m2, apple m3, apple m4
    armv7l: armv7l, armv7, armhf, arm32
    armv6l: armv6l, armel
    i686: i686, i386, i586, x86?, ia32
    ppc64le: ppc64le, power8 le
    ppc64: ppc64
    s390x: s390x
    riscv64: riscv64
    sparc64: sparc, sparcv9, sparc64, sun4v, sun4u
    mips: mips
    ia64: ia64, itanium
    """
  ) { .arch($0) }
}
