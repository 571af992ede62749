/// Which names of protocols count: those that the installation uses or the customer tried.
extension PassageReader {
  /// Whether a sentence says that it is used: `FTP server` and `HTTP error` do not.
  func isUse(_ name: String, _ mention: Mention) -> Bool {
    let next = mention.range.upperBound
    if ["http", "https"].contains(name) { return isServed(name, mention) }
    if isCapability(mention) { return false }
    if name == "s3", isSpokenS3(mention) { return true }
    if mention.isCommon {
      return tokens[mention.range.lowerBound].isShouted && isBesideProtocol(mention)
    }
    if isOfForeignList(mention) { return false }
    if tokens[mention.range.lowerBound].gap.has([.slash, .underscore, .hyphen]),
      mention.range.lowerBound > 0,
      self.mention(at: mention.range.lowerBound - 1)?.protocols.isEmpty != false
    {
      return false
    }
    switch name {
    case "rsync": return true
    case "smb" where tokens[mention.range.lowerBound].text == "SMB":
      return next >= tokens.count
        || !["share", "shares", "mount", "signing"].contains(tokens[next].key)
    case "smb", "s3", "nfs":
      return isBesideProtocol(mention) || isTransfer(mention) || isCalledProtocol(mention)
    case "ftp" where isGeneric(mention): return false
    default: return next <= tokens.count
    }
  }

  /// `S3 backend`, `via the S3 profile`: what reaches the files.
  private func isSpokenS3(_ mention: Mention) -> Bool {
    guard tokens[mention.range.lowerBound].text == "S3", mention.range.upperBound < tokens.count,
      tokens[mention.range.upperBound].gap.isSubset(of: [.space, .hyphen]), !passage.has(.title)
    else { return false }
    return ["backend", "api", "profile", "endpoint", "protocol", "gateway", "storage"].contains(
      tokens[mention.range.upperBound].key)
  }

  /// `the FTP server`, `FTP users`: the word that everybody says.
  func isGeneric(_ mention: Mention) -> Bool {
    let next = mention.range.upperBound
    guard mention.protocols == ["ftp"] else { return false }
    if next < tokens.count, tokens[next].gap.isSubset(of: [.space, .hyphen, .line]) {
      return [
        "server", "servers", "service", "site", "daemon", "software", "client", "clients", "user",
        "users", "account", "accounts", "root", "directory", "helper", "dienst", "program",
        "serwer", "host", "space", "folder", "home", "zugang",
      ].contains(tokens[next].key)
    }
    let before = mention.range.lowerBound - 1
    return before >= 0
      && ["serveur", "servidor", "serwer", "serwera", "server"].contains(tokens[before].key)
  }

  /// `ctype, curl, dom, ftp, gd`: a list of other things.
  private func isOfForeignList(_ mention: Mention) -> Bool {
    let (before, after) = (mention.range.lowerBound - 1, mention.range.upperBound)
    guard before >= 1, after + 1 < tokens.count,
      tokens[mention.range.lowerBound].gap.contains(.comma),
      tokens[after].gap.contains(.comma), tokens[before].gap.contains(.comma),
      tokens[after + 1].gap.contains(.comma)
    else { return false }
    return self.mention(at: before)?.protocols.isEmpty != false
      && self.mention(at: after)?.protocols.isEmpty != false
  }

  /// A member of a list of protocols.
  func isBesideProtocol(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    return mentions.contains { other in
      other.range != mention.range && sentence.range.contains(other.range.lowerBound)
        && other.protocols.contains {
          ["ftp", "ftps", "sftp", "scp", "webdav", "as2", "ftps-implicit", "tftp"].contains($0)
        }
        && abs(other.range.lowerBound - mention.range.lowerBound)
          <= (other.protocols == ["tftp"] ? 12 : 4)
    }
  }

  /// `upload over HTTPS`
  func isTransfer(_ mention: Mention) -> Bool {
    let clause = bearing.clause(of: mention.range.lowerBound)
    let says = clause.contains {
      [
        "upload", "uploads", "uploading", "download", "downloads", "transfer", "transfers",
        "hochladen", "televersement", "telechargement", "subir", "files",
      ].contains(tokens[$0].key)
    }
    let before = mention.range.lowerBound - 1
    return says && before >= 0
      && [
        "over", "via", "by", "through", "ueber", "per", "par", "sur", "en", "por", "przez", "op",
        "using",
      ].contains(tokens[before].key)
  }

  /// `NFS protocol 4.2`, `protocol SMB`
  private func isCalledProtocol(_ mention: Mention) -> Bool {
    let (before, after) = (mention.range.lowerBound - 1, mention.range.upperBound)
    return [before, after].contains {
      tokens.indices.contains($0)
        && ["protocol", "protokoll", "protocole", "protocolo", "protocollo"].contains(
          tokens[$0].key)
    }
  }

  /// `curl supports FTP and SFTP`: what a library can do.
  private func isCapability(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound)?.range else { return false }
    let says = sentence.contains { index in
      Self.capabilities.contains(tokens[index].key)
        && (index < mention.range.lowerBound || index + 1 == sentence.upperBound)
    }
    return says
      && sentence.contains { index in
        index < mention.range.lowerBound
          && (self.mention(at: index).map { $0.isComponent || $0.client != nil } ?? false
            || ["library", "libraries", "lib", "module", "plugin", "bibliothek", "bibliotheque"]
              .contains(tokens[index].key))
      }
  }

  private static let capabilities = DenialCues.words(
    "supports supported supporting support capable kann unterstuetzt soporta suporta ondersteunt obsluguje supporta speaks"
  )
}
