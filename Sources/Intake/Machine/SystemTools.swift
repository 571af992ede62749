extension SystemTool {
  static let all = [
    hostnamectl, lsbRelease, systeminfo, computerInfo, swVers, profiler, timedatectl, localectl,
    dockerInfo, lscpu, prtconf, goBuild, icinga, node, timeZone,
  ]

  static let hostnamectl = SystemTool(
    [
      (.title, ["operating system"]), (.arch, ["architecture"]), (.host, ["static hostname"]),
    ],
    other: [
      "transient hostname", "pretty hostname", "icon name", "chassis",
      "deployment", "machine id", "boot id", "virtualization", "cpe os name", "kernel",
      "hardware vendor", "hardware model", "firmware version", "firmware date", "os support end",
      "os support remaining", "hardware serial", "firmware age", "location",
    ]
  ) { field, _ in field == .host || field == .other("cpe os name") }

  static let lsbRelease = SystemTool(
    [(.name, ["distributor id"]), (.title, ["description"]), (.version, ["release"])],
    other: ["codename", "lsb version", "no lsb modules are available."]
  ) { field, value in field == .name || (field == .title && OSTitle(value) != nil) }

  /// PowerShell's `Get-ComputerInfo` and `Get-CimInstance Win32_OperatingSystem`.
  static let computerInfo = SystemTool(
    [
      (.title, ["windowsproductname", "osname", "caption"]), (.arch, ["osarchitecture"]),
      (.host, ["csname", "csdnshostname"]),
    ],
    other: [
      "windowsversion", "osversion", "windowscurrentversion",
      "oshardwareabstractionlayer",
      "windowsinstallationtype", "windowseditionid", "version", "buildnumber", "systemdirectory",
      "serialnumber", "registereduser", "organization",
    ]
  ) { field, value in field == .title && OSTitle(value)?.id.hasPrefix("windows") == true }

  static let swVers = SystemTool(
    [(.name, ["productname"]), (.version, ["productversion"])],
    other: ["buildversion", "productversionextra"], minimum: 2)

  static let profiler = SystemTool(
    [(.title, ["system version"])],
    other: [
      "kernel version", "boot volume", "boot mode", "computer name", "user name",
      "secure virtual memory", "system integrity protection", "time since boot",
    ]
  ) { field, value in field == .title && OSTitle(value)?.id == "macos" }

  static let timedatectl = SystemTool(
    [(.zone, ["time zone", "timezone"])],
    other: [
      "local time", "universal time", "rtc time", "ntp service", "system clock synchronized",
      "network time on", "ntp enabled", "ntp synchronized", "rtc in local tz", "dst active",
    ]
  ) { field, value in
    field == .zone && value.last == ")" && value.contains("/") && value.contains(" (")
  }

  static let localectl = SystemTool(
    [(.locale, ["system locale"])],
    other: [
      "vc keymap", "x11 layout", "x11 model", "x11 variant", "x11 options", "vc toggle keymap",
    ]
  ) { field, value in field == .locale && value.starts("LANG=") }

  static let dockerInfo = SystemTool(
    [(.title, ["operating system"]), (.arch, ["architecture"])],
    other: [
      "containers", "running", "paused", "stopped", "images", "server version", "storage driver",
      "logging driver", "cgroup driver", "cgroup version", "kernel version", "ostype", "cpus",
      "total memory", "docker root dir", "default runtime", "init binary", "swarm", "runtimes",
    ], minimum: 4)

  static let lscpu = SystemTool(
    [(.arch, ["architecture"])],
    other: [
      "cpu op-mode(s)", "byte order", "cpu(s)", "vendor id", "model name", "address sizes",
      "on-line cpu(s) list", "thread(s) per core", "core(s) per socket", "socket(s)",
    ])

  /// Of AIX, where the processor's type stands for the architecture.
  static let prtconf = SystemTool(
    [(.arch, ["processor type"])],
    other: [
      "system model", "machine serial number", "processor implementation mode",
      "processor version", "number of processors", "processor clock speed", "cpu type",
      "kernel type", "lpar info", "memory size", "platform firmware level",
    ]
  ) { field, value in field == .arch && value.starts("PowerPC_") }

  /// What programs written in Go say of their own build: `OS/Arch: linux/amd64`.
  static let goBuild = SystemTool(
    [(.arch, ["os/arch"])],
    other: ["git revision", "git branch", "git commit", "go version", "built"]
  ) { field, value in field == .arch && value.words(limit: 2).count == 1 && value.contains("/") }

  static let icinga = SystemTool(
    [(.name, ["platform"]), (.version, ["platform version"]), (.arch, ["architecture"])],
    other: [
      "kernel", "kernel version", "compiler", "build host", "openssl version",
      "build information", "general paths", "config directory", "data directory",
      "log directory", "cache directory", "spool directory", "run directory",
    ])

  /// `System Info:` of `kubectl describe node`.
  static let node = SystemTool(
    [(.title, ["os image"]), (.arch, ["architecture"]), (.cluster, ["kubelet version"])],
    other: [
      "machine id", "system uuid", "boot id", "kernel version", "operating system",
      "container runtime version", "kube-proxy version",
    ], minimum: 4)

  /// PowerShell's `Get-TimeZone`.
  static let timeZone = SystemTool(
    [(.zone, ["id"])],
    other: [
      "displayname", "standardname", "daylightname", "baseutcoffset",
      "supportsdaylightsavingtime",
    ])
}
