extension LogLine {
  /// Lines of logs and traces that carry no time.
  static func unstamped(_ start: ByteReader) -> LogLine? {
    var reader = start
    reader.skipSpaces()
    guard let first = reader.next else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"): return arrows(reader)
    case UInt8(ascii: "*"): return curl(reader)
    case UInt8(ascii: "#"):
      let isHead = ["#Software: ", "#Fields: ", "#Version: ", "#Date: "].contains(
        where: reader.starts)
      return isHead ? LogLine(format: .w3c, isCertain: true) : nil
    case UInt8(ascii: "d") where reader.starts("debug"):
      guard let level = reader.byte(5), level.isDigitByte, reader.byte(6) == UInt8(ascii: ":")
      else {
        return nil
      }
      return LogLine(format: .sshTrace, isCertain: true)
    case UInt8(ascii: "t"), UInt8(ascii: "l"):
      guard reader.starts("time=") || reader.starts("ts=") || reader.starts("level=") else {
        return nil
      }
      return logfmt(reader)
    case UInt8(ascii: "O"), UInt8(ascii: "U"):
      // Around the lines of `ssh -v`, whose they are only there.
      let isAround =
        (reader.starts("OpenSSH_") && reader.contains(", ", within: 60))
        || reader.starts("Unable to negotiate with ")
      return isAround ? LogLine(format: .sshTrace, isCertain: false) : fileZilla(reader)
    case UInt8(ascii: "T"):
      if reader.starts("Traceback (most recent call last):") {
        return LogLine(format: .python, isCertain: true)
      }
      return fileZilla(reader)
    case UInt8(ascii: "a") where reader.starts("at "): return stackFrame(reader)
    default:
      return reader.starts("Caused by: ") || reader.starts("Exception in thread \"")
        ? LogLine(format: .java, isCertain: true) : fileZilla(reader) ?? javaException(reader)
    }
  }

  private static func logfmt(_ start: ByteReader) -> LogLine? {
    for key in ["time=", "ts="] {
      guard let at = start.position(of: key, within: 60) else { continue }
      var reader = start
      reader.index = at + key.utf8.count
      _ = reader.skip("\"")
      if let stamp = reader.stamp() {
        return LogLine(format: .logfmt, stamp: stamp, isCertain: true)
      }
    }
    return nil
  }

  /// lftp's `---> PASV`, `<--- 227 …`, `---- Connecting to …`; curl's `< 220 …`.
  private static func arrows(_ start: ByteReader) -> LogLine? {
    var reader = start
    if reader.literal("---> ") || reader.literal("<--- ") {
      return LogLine(format: .lftp, isCertain: true)
    }
    if reader.literal("---- ") {
      let isKnown = [
        "Connecting to ", "Resolving host ", "Closing ", "Connected to ", "Running connect",
      ]
      .contains(where: reader.starts)
      return isKnown ? LogLine(format: .lftp, isCertain: true) : nil
    }
    guard reader.literal("< "), reader.number(3...3) != nil else { return nil }
    return LogLine(format: .curl, isCertain: true)
  }

  private static func curl(_ start: ByteReader) -> LogLine? {
    var reader = start
    reader.index += 1
    guard reader.next == 32 else { return nil }
    reader.skipSpaces()
    let isTrying =
      reader.starts("Trying ")
      && (reader.byte(7)?.isDigitByte == true || reader.byte(7) == UInt8(ascii: "["))
    if isTrying || reader.starts("TLSv1.") || reader.starts("Connected to ") {
      return LogLine(format: .curl, isCertain: true)
    }
    let known = [
      "SSL connection using ", "Closing connection", "Could not resolve host", "ALPN",
      "Server certificate:", "Connection #",
    ]
    return known.contains(where: reader.starts) ? LogLine(format: .curl, isCertain: false) : nil
  }

  /// `	at org.example.Main.run(Main.java:12)`
  private static func stackFrame(_ reader: ByteReader) -> LogLine? {
    guard reader.bytes.last == UInt8(ascii: ")"),
      reader.contains(".java:") || reader.contains("(Native Method)")
        || reader.contains("(Unknown Source)")
    else { return nil }
    return LogLine(format: .java, isCertain: true)
  }

  /// `java.net.SocketException: Connection reset`
  private static func javaException(_ reader: ByteReader) -> LogLine? {
    guard
      reader.starts("java.") || reader.starts("javax.") || reader.starts("org.")
        || reader.starts("com.")
    else { return nil }
    let name = reader.bytes[reader.index...].prefix(120).prefix {
      $0 > 32 && $0 != UInt8(ascii: ":")
    }
    let isThrown = [Array("Exception".utf8), Array("Error".utf8)].contains {
      name.suffix($0.count).elementsEqual($0)
    }
    return isThrown ? LogLine(format: .java, isCertain: true) : nil
  }

  /// The client's first words in the languages of its users, behind which a tab or spaces stand.
  private static func fileZilla(_ start: ByteReader) -> LogLine? {
    guard start.bytes.prefix(20).contains(UInt8(ascii: ":")),
      let word = fileZillaWords.first(where: start.starts)
    else { return nil }
    var reader = start
    reader.index += word.utf8.count
    while reader.next == 32 || reader.next == 0xA0 || reader.next == 0xC2 { reader.index += 1 }
    guard reader.skip(":"), reader.next == 9 || reader.next == 32 else { return nil }
    let hasTab = reader.next == 9
    reader.skipSpaces()
    let isCode =
      reader.number(3...3) != nil && (reader.next == 32 || reader.next == UInt8(ascii: "-"))
    return LogLine(
      format: .fileZilla, isCertain: hasTab || isCode || isCommand(reader) || isStatus(reader))
  }

  private static func isCommand(_ reader: ByteReader) -> Bool {
    [
      "USER ", "PASS ", "AUTH TLS", "PASV", "EPSV", "MLSD", "LIST", "SYST", "FEAT", "PBSZ", "CWD ",
      "PWD",
    ]
    .contains(where: reader.starts)
  }

  private static func isStatus(_ reader: ByteReader) -> Bool {
    [
      "Connecting to ", "Resolving address", "Connection established", "Disconnected from",
      "Initializing TLS", "Connection attempt failed", "Retrieving directory", "Starting upload",
      "Starting download", "Logged in", "Directory listing", "Verifying certificate",
      "TLS connection established", "Waiting to retry", "Verbinde mit ", "Verbindung hergestellt",
      "Auflösen der IP-Adresse", "Connexion à ", "Conectando a ", "Verbinden met ",
      "Critical error", "Could not connect to server", "Failed to retrieve directory",
    ].contains(where: reader.starts)
  }

  private static let fileZillaWords = [
    "Status", "Command", "Response", "Error", "Trace", "Befehl", "Antwort", "Fehler", "Statut",
    "Commande", "Réponse", "Erreur", "Estado", "Comando", "Respuesta", "Resposta", "Stato",
    "Risposta", "Errore", "Opdracht", "Antwoord", "Fout", "Stan", "Polecenie", "Odpowiedź",
    "Błąd", "Svar", "Kommando", "Fel",
  ]
}
