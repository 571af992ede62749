/// How customers write operating systems, and what os-release calls them.
enum OSNames {
  static let entries = names + codeNames

  private static let names = Lexicon.table(
    """
    rhel: red hat enterprise linux server, red hat enterprise linux, redhat enterprise linux, red hat enterprise, red hat linux, redhat linux, red hat, redhat, rhel, red hat el, rh el
    centos: centos stream, centos linux, centos, cent os
    rocky: rocky linux, rockylinux, rocky?
    almalinux: almalinux, alma linux, alma?
    ol: oracle linux server, oracle linux, oracle enterprise linux, oraclelinux
    fedora: fedora linux, fedora server, fedora workstation, fedora core, fedora
    debian: debian gnu linux, debian linux, debian, debain, debian server
    ubuntu: ubuntu server, ubuntu linux, ubuntu, ubunutu, ubunto, kubuntu, xubuntu, lubuntu
    sles: suse sle, suse linux enterprise server, suse linux enterprise, sles, suse enterprise, suse enterprise linux, suse linux, suse
    opensuse-leap: opensuse leap, opensuse
    opensuse-tumbleweed: opensuse tumbleweed
    amzn: amazon linux, amazonlinux, amzn linux, amazon linux ami, al2023?
    alpine: alpine linux, alpine?
    arch: arch linux, archlinux, arch linux arm, arch?
    manjaro: manjaro linux, manjaro
    gentoo: gentoo linux, gentoo
    linuxmint: linux mint, linuxmint, mint?
    raspbian: raspberry pi os, raspbian, raspios
    slackware: slackware linux, slackware
    nixos: nixos
    void: void linux
    kali: kali linux, kali?
    pop: pop os, popos
    elementary: elementary os
    endeavouros: endeavouros
    mageia: mageia
    devuan: devuan gnu linux, devuan
    deepin: deepin
    zorin: zorin os
    flatcar: flatcar container linux, flatcar
    coreos: fedora coreos, coreos
    dietpi: dietpi
    armbian: armbian
    cloudlinux: cloudlinux, cloud linux
    haos: home assistant os, haos
    clear-linux-os: clear linux
    opensuse-microos: opensuse microos, microos
    nobara: nobara
    guix: guix system
    photon: photon os
    univention: univention corporate server
    openwrt: openwrt
    truenas: truenas core, truenas scale, truenas, freenas
    unraid: unraid, unraid os
    proxmox: proxmox ve, proxmox virtual environment, proxmox
    synology-dsm: synology dsm, dsm?
    qts: qnap qts, qts
    windows-server: microsoft windows server, windows server, win server, ms windows server, windows srv, win srv, windows-server, winserver, windowsserver, windows serveur, serveur windows, servidor windows, windows svr
    windows: microsoft windows, ms windows, windows nt, windows, windws, windwos, widnows, windos, win?
    macos: macos, mac os x, mac os, osx, os x, mac?, macosx, mac osx, osx/macos
    freebsd: freebsd, free bsd
    openbsd: openbsd
    netbsd: netbsd
    dragonfly: dragonfly bsd
    aix: ibm aix, aix
    ibmi: ibm i, os 400, as 400, iseries
    zos: z os, zos
    hpux: hp ux, hpux
    solaris: oracle solaris, sun solaris, solaris?, sunos
    illumos: openindiana, illumos, omnios, smartos
    android: android
    ios: ios?
    """
  ) { .os(id: $0, version: nil) }

  private static let codeNames = [
    ("debian", "8", "jessie"), ("debian", "9", "stretch"), ("debian", "10", "buster"),
    ("debian", "11", "bullseye"), ("debian", "12", "bookworm"), ("debian", "13", "trixie"),
    ("ubuntu", "14.04", "trusty"), ("ubuntu", "16.04", "xenial"), ("ubuntu", "18.04", "bionic"),
    ("ubuntu", "20.04", "focal"), ("ubuntu", "22.04", "jammy"), ("ubuntu", "24.04", "noble numbat"),
    ("ubuntu", "22.04", "jammy jellyfish"), ("ubuntu", "20.04", "focal fossa"),
    ("ubuntu", "24.04", "noble"), ("ubuntu", "18.04", "bionic beaver"),
    ("macos", "10.14", "mojave"), ("macos", "10.15", "catalina"), ("macos", "11", "big sur"),
    ("macos", "12", "monterey"), ("macos", "13", "ventura"), ("macos", "14", "sonoma"),
    ("macos", "15", "sequoia"), ("macos", "10.13", "high sierra"), ("macos", "26", "tahoe"),
    ("amzn", "2", "amzn2"), ("amzn", "2023", "al2023"), ("amzn", "2", "al2"),
    ("windows", "7", "win7"), ("windows", "8", "win8"), ("windows", "10", "win10"),
    ("windows", "11", "win11"), ("windows", "8.1", "win8.1"), ("windows", "xp", "windows xp"),
    ("windows", "10", "w10"), ("windows", "11", "w11"), ("windows", "7", "w7"),
    ("windows-server", "2008", "w2k8"), ("windows-server", "2012", "w2k12"),
    ("windows-server", "2016", "w2k16"), ("windows-server", "2019", "w2k19"),
    ("windows-server", "2022", "w2k22"), ("windows-server", "2025", "w2k25"),
    ("windows-server", "2003", "w2k3"), ("windows-server", "2008", "win2k8"),
    ("windows-server", "2012", "win2k12"), ("windows-server", "2016", "win2k16"),
    ("windows-server", "2019", "win2k19"), ("windows-server", "2022", "win2k22"),
    ("windows-server", "2012", "win2012"), ("windows-server", "2016", "win2016"),
    ("windows-server", "2019", "win2019"), ("windows-server", "2022", "win2022"),
    ("windows-server", "2025", "win2025"),
    ("windows-server", "2008", "server 2008"), ("windows-server", "2012", "server 2012"),
    ("windows-server", "2016", "server 2016"), ("windows-server", "2019", "server 2019"),
    ("windows-server", "2022", "server 2022"), ("windows-server", "2025", "server 2025"),
  ].map { id, version, name in
    Lexicon.Entry(
      keys: Lexicon.keys(name), meaning: .os(id: id, version: version),
      isCommon: [
        "noble", "focal", "sonoma", "ventura", "monterey", "catalina", "mojave", "stretch",
        "buster", "sequoia", "jessie", "tahoe",
      ].contains(name))
  }

  /// Words that stand between an OS's name and its version.
  static let between: Set<String> = [
    "v", "ver", "version", "versions", "release", "linux", "gnu", "server", "os", "lts", "edition",
    "enterprise", "standard", "datacenter", "pro", "professional", "home", "x64", "64bit", "64",
    "bit", "stream", "leap", "desktop", "versie", "wersja", "versao", "versione", "core", "std",
    "education", "essentials", "in", "der", "la", "vm", "node", "sp", "bits", "x86",
    "amd64", "x86_64", "ltsc", "en", "box", "doos", "kiste", "rechner", "lpar", "host", "machine",
    "maschine",
  ]
}
