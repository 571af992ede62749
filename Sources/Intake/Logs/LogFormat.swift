/// How a log is laid out, which tells what wrote it.
enum LogFormat: String {
  case syslog, rfc5424, journal, proftpd, vsftpd, xferlog, openssh, samba, squid, dmesg, klog
  case combined, w3c, json, logfmt, java, python
  case windowsEvent = "windows-event"
  case fileZilla = "filezilla"
  case fileZillaServer = "filezilla-server"
  case winSCP = "winscp"
  case lftp, curl, rclone
  case sshTrace = "ssh-trace"
  /// Stamps, and nothing else that is known.
  case stamped

  /// Whether only a transfer client writes it.
  var isClient: Bool {
    switch self {
    case .fileZilla, .winSCP, .lftp, .curl, .rclone, .sshTrace: true
    default: false
    }
  }
}

/// One line of a log.
struct LogLine {
  var format: LogFormat
  var stamp: LogStamp?
  /// Whether it can be taken for a log's line where it stands alone.
  var isCertain: Bool
  /// Who speaks in a chat would stand where this begins.
  var message = 0
}
