/// What the lab does in a node with Windows, in PowerShell; values come in the environment.
///
/// Paths begin with a slash there too: Windows takes them on the drive of its system.
enum WindowsScripts {
  /// Windows has no time zones of the database, and its locale takes a restart: that stays the image's.
  static let prepare = #"""
    New-Item -ItemType Directory -Force -Path /etc/caselab | Out-Null
    Set-Content -Encoding ASCII -LiteralPath /etc/caselab/links -Value @()
    if ($env:CASELAB_WINDOWS_ZONE) { Set-TimeZone -Id $env:CASELAB_WINDOWS_ZONE }
    """#

  /// As `GuestNetwork` does it, but for the computer's own name, which takes a restart.
  static let network = #"""
    $short = ($env:CASELAB_HOST -split '\.')[0]
    $hosts = @('127.0.0.1 localhost', '::1 localhost')
    $hosts += "$env:CASELAB_ADDRESS $env:CASELAB_HOST $short $env:CASELAB_NODE"
    $hosts += $env:CASELAB_HOSTS -split "`n"
    Set-Content -Encoding ASCII -LiteralPath "$env:SystemRoot\System32\drivers\etc\hosts" -Value $hosts
    $links = @()
    foreach ($line in ($env:CASELAB_NETWORK -split "`n")) {
      $mac, $name, $address, $prefix = $line -split ' '
      $adapter = Get-NetAdapter | Where-Object { ($_.MacAddress -replace '-', ':') -eq $mac }
      if (-not $adapter) { throw "no network device has the address $mac" }
      if ($adapter.Name -ne $name) { Rename-NetAdapter -Name $adapter.Name -NewName $name }
      Set-NetIPInterface -InterfaceAlias $name -AddressFamily IPv4 -Dhcp Disabled
      Get-NetIPAddress -InterfaceAlias $name -AddressFamily IPv4 -ErrorAction SilentlyContinue |
        Remove-NetIPAddress -Confirm:$false
      New-NetIPAddress -InterfaceAlias $name -IPAddress $address -PrefixLength $prefix | Out-Null
      $links += "$name $address $prefix"
    }
    Set-Content -Encoding ASCII -LiteralPath /etc/caselab/links -Value $links
    foreach ($line in ($env:CASELAB_ROUTES -split "`n" | Where-Object { $_ })) {
      $subnet, $via = $line -split ' '
      $way = Find-NetRoute -RemoteIPAddress $via | Select-Object -First 1
      New-NetRoute -DestinationPrefix $subnet -InterfaceIndex $way.InterfaceIndex -NextHop $via |
        Out-Null
    }
    if ($env:CASELAB_GATEWAY) {
      $first = ($links[0] -split ' ')[0]
      New-NetNeighbor -InterfaceAlias $first -IPAddress $env:CASELAB_GATEWAY -State Permanent `
        -LinkLayerAddress ($env:CASELAB_SINK -replace ':', '-') | Out-Null
      New-NetRoute -DestinationPrefix 0.0.0.0/0 -InterfaceAlias $first -NextHop $env:CASELAB_GATEWAY |
        Out-Null
      Set-DnsClientServerAddress -InterfaceAlias $first -ServerAddresses $env:CASELAB_GATEWAY
    }
    """#

  static let folder = "New-Item -ItemType Directory -Force -Path $env:CASELAB_FOLDER | Out-Null"

  /// `CASELAB_VARIABLES` has the names; services find them when they start next.
  static let variables = #"""
    foreach ($name in ($env:CASELAB_VARIABLES -split "`n")) {
      $value = [Environment]::GetEnvironmentVariable($name, 'Process')
      [Environment]::SetEnvironmentVariable($name, $value, 'Machine')
    }
    """#

  /// Prints `key=value` lines, as `Verification.script` does.
  static let facts = #"""
    $system = Get-CimInstance Win32_OperatingSystem
    $build = [int]$system.BuildNumber
    if ($system.ProductType -ne 1) {
      "os=windows-server $([regex]::Match($system.Caption, '20\d\d( R2)?').Value)"
    } else {
      $version = if ($build -ge 22000) { '11' } elseif ($build -ge 10240) { '10' } else { '8.1' }
      "os=windows $version"
    }
    "arch=$(if ([Environment]::Is64BitOperatingSystem) { 'x86_64' } else { 'i686' })"
    "kernel=$($system.Version)"
    "cpus=$env:NUMBER_OF_PROCESSORS"
    "timezone=$((Get-TimeZone).Id)"
    $links = @(Get-NetAdapter | ForEach-Object { $_.Name } | Sort-Object)
    "links=$(if ($links) { $links -join ' ' } else { 'none' })"
    $ports = Get-NetTCPConnection -State Listen -ErrorAction SilentlyContinue
    "ports=$(($ports | ForEach-Object { $_.LocalPort } | Sort-Object -Unique) -join ' ')"
    foreach ($name in ($env:CASELAB_VARIABLES -split "`n" | Where-Object { $_ })) {
      "variable $name=$([Environment]::GetEnvironmentVariable($name, 'Machine'))"
    }
    """#

  /// `CASELAB_GLOBS` has patterns; prints size and path of the files that they match.
  static let files = #"""
    Get-ChildItem -File -Path ($env:CASELAB_GLOBS -split "`n") -ErrorAction SilentlyContinue |
      Select-Object -First 50 |
      ForEach-Object { "$($_.Length) $($_.FullName.Substring(2).Replace('\', '/'))" }
    """#

  /// The last events of the system and its programs.
  static let events = #"""
    Get-WinEvent -LogName System, Application -MaxEvents 400 | Sort-Object TimeCreated |
      ForEach-Object {
        $text = "$($_.Message)" -replace '\s+', ' '
        '{0:o} {1} {2}[{3}]: {4}' -f $_.TimeCreated, $_.LevelDisplayName, $_.ProviderName, $_.Id,
          $text.Substring(0, [Math]::Min(400, $text.Length))
      }
    """#

  static let programs = #"""
    $keys = 'HKLM:\Software', 'HKLM:\Software\WOW6432Node'
    $keys | ForEach-Object { "$_\Microsoft\Windows\CurrentVersion\Uninstall\*" } |
      ForEach-Object { Get-ItemProperty $_ -ErrorAction SilentlyContinue } |
      Where-Object { $_.DisplayName } |
      ForEach-Object { "$($_.DisplayName)`t$($_.DisplayVersion)" } | Sort-Object -Unique
    """#

  /// The agent answers before the network is there.
  static let uplink = #"""
    foreach ($second in 1..60) {
      if (Get-NetRoute -DestinationPrefix 0.0.0.0/0 -ErrorAction SilentlyContinue) { exit 0 }
      Start-Sleep -Seconds 1
    }
    throw 'no default route within 60 s'
    """#

  /// `CASELAB_GLOBS` has patterns, `CASELAB_LINES` how many lines of each file.
  static let tails = #"""
    $files = Get-ChildItem -File -Path ($env:CASELAB_GLOBS -split "`n") -ErrorAction SilentlyContinue
    foreach ($file in $files) {
      "==> $($file.FullName) <=="
      Get-Content -LiteralPath $file.FullName -Tail ([int]$env:CASELAB_LINES)
    }
    """#
}
