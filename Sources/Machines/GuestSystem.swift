import Foundation

/// What scripts are for in a guest: `sh`, or PowerShell.
public enum GuestSystem: Sendable { case posix, windows }

extension GuestCommand {
  /// A script for the guest's own shell; values come in the environment.
  public static func script(
    _ text: String, for system: GuestSystem, environment: [String: String] = [:],
    deadline: Duration = .seconds(60)
  ) -> GuestCommand {
    switch system {
    case .posix: script(text, environment: environment, deadline: deadline)
    case .windows: powershell(text, environment: environment, deadline: deadline)
    }
  }

  /// A script for Windows PowerShell 5.1, where every error ends it with status 1.
  ///
  /// Script and variables go by standard input, as JSON, to a script that is always the same: nothing
  /// is ever part of a command line, and the variables are added to those that the machine has.
  static func powershell(
    _ text: String, environment: [String: String], deadline: Duration
  ) -> GuestCommand {
    struct Given: Encodable {
      var environment: [String: String]
      var script: String
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Two texts and a dictionary of texts are always JSON.
    let given = (try? encoder.encode(Given(environment: environment, script: text))) ?? Data()
    return GuestCommand(
      [
        "powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass",
        "-OutputFormat", "Text", "-EncodedCommand",
        loader.data(using: .utf16LittleEndian)?.base64EncodedString() ?? "",
      ], input: Array(given), deadline: deadline)
  }

  /// Its own exit status is that of the last program that the script ran, as a shell's is.
  public static let loader = #"""
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    $utf8 = New-Object Text.UTF8Encoding $false
    [Console]::OutputEncoding = $utf8
    $reader = New-Object IO.StreamReader([Console]::OpenStandardInput(), $utf8)
    $given = $reader.ReadToEnd() | ConvertFrom-Json
    foreach ($each in $given.environment.PSObject.Properties) {
      [Environment]::SetEnvironmentVariable($each.Name, [string]$each.Value, 'Process')
    }
    $global:LASTEXITCODE = 0
    try {
      & ([ScriptBlock]::Create($given.script)) | Out-String -Stream -Width 4096 |
        ForEach-Object { [Console]::Out.WriteLine($_) }
    } catch {
      [Console]::Error.WriteLine(($_ | Out-String).Trim())
      exit 1
    }
    $status = $global:LASTEXITCODE
    if ($status -lt 0 -or $status -gt 255) { $status = 255 }
    exit $status
    """#
}
