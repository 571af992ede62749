extension SystemTool {
  static let all = [
    hostnamectl, lsbRelease, systeminfo, computerInfo, swVers, profiler, timedatectl, localectl,
    dockerInfo,
  ]

  static let hostnamectl = SystemTool(
    [(.title, ["operating system"]), (.arch, ["architecture"])],
    other: [
      "static hostname", "transient hostname", "pretty hostname", "icon name", "chassis",
      "deployment", "machine id", "boot id", "virtualization", "cpe os name", "kernel",
      "hardware vendor", "hardware model", "firmware version", "firmware date", "os support end",
      "os support remaining", "hardware serial", "firmware age", "location",
    ]
  ) { field, _ in field == .other("static hostname") || field == .other("cpe os name") }

  static let lsbRelease = SystemTool(
    [(.name, ["distributor id"]), (.title, ["description"]), (.version, ["release"])],
    other: ["codename", "lsb version", "no lsb modules are available."]
  ) { field, value in field == .name || (field == .title && OSTitle(value) != nil) }

  /// In English, German, French, Spanish and Portuguese.
  static let systeminfo = SystemTool(
    [
      (
        .title,
        [
          "os name", "betriebssystemname", "nom du système d’exploitation",
          "nom du système d'exploitation", "nombre del sistema operativo",
          "nome do sistema operacional", "nome so", "nome sistema operativo",
          "nazwa systemu operacyjnego",
        ]
      ),
      (
        .arch,
        [
          "system type", "systemtyp", "type du système", "tipo de sistema", "tipo do sistema",
          "typ systemu", "tipo sistema",
        ]
      ),
      (.zone, ["time zone", "zeitzone", "fuseau horaire", "zona horaria", "fuso horário"]),
      (
        .locale,
        [
          "system locale", "systemgebietsschema", "option régionale du système",
          "configuración regional del sistema", "localidade do sistema",
        ]
      ),
    ],
    other: [
      "host name", "os version", "os manufacturer", "os configuration", "os build type",
      "registered owner", "registered organization", "product id", "original install date",
      "system boot time", "system manufacturer", "system model", "processor(s)", "bios version",
      "windows directory", "system directory", "boot device", "input locale",
      "total physical memory", "available physical memory", "virtual memory",
      "page file location(s)",
      "domain", "logon server", "hotfix(s)", "network card(s)", "hyper-v requirements",
      "virtual memory: max size", "virtual memory: available", "virtual memory: in use",
      "hostname", "betriebssystemversion", "betriebssystemhersteller",
      "betriebssystemkonfiguration",
      "betriebssystem-buildtyp", "registrierter benutzer", "registrierte organisation",
      "produkt-id",
      "ursprüngliches installationsdatum", "systemstartzeit", "systemhersteller", "systemmodell",
      "prozessor(en)", "bios-version", "windows-verzeichnis", "system-verzeichnis", "startgerät",
      "eingabegebietsschema", "gesamter physischer speicher", "verfügbarer physischer speicher",
      "virtueller arbeitsspeicher", "auslagerungsdateipfad(e)", "domäne", "anmeldeserver",
      "netzwerkkarte(n)", "nom de l’hôte", "nom de l'hôte", "version du système", "domaine",
      "nombre de host", "versión del sistema operativo", "nome do host",
    ], indent: 12
  ) { field, value in field == .title && value.starts("Microsoft Windows ") }

  /// PowerShell's `Get-ComputerInfo` and `Get-CimInstance Win32_OperatingSystem`.
  static let computerInfo = SystemTool(
    [(.title, ["windowsproductname", "osname", "caption"])],
    other: [
      "windowsversion", "osversion", "osarchitecture", "windowscurrentversion",
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
}
