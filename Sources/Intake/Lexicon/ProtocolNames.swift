/// How file transfer protocols are written.
enum ProtocolNames {
  static let entries = Lexicon.table(
    """
    ftp: ftp, plain ftp, clear ftp, unencrypted ftp, ftp plain
    ftps: ftps, ftpes, ftp ssl, ftp tls, ftp over tls, ftp over ssl, ftp with tls, ftp with ssl, ftp over ssl tls, ftp via tls, ftp mit tls, ftp ueber tls, ftp sobre tls, ftp sobre ssl, ftp sur tls, ftp over explicit tls, ftp over tls ssl, ftp ssl tls, ftp tls ssl, ftp por tls, ftp met tls, ftp z tls, explicit ftps, ftps explicit, secure ftp over tls, ftp through tls, ftp explicit tls, ftp con tls, ftp con ssl, ftp avec tls, ftp via ssl, ftp met ssl, ftp mit ssl, explicit tls, explicit ssl, tls explicit, explizites tls, explizit tls, tls explicite, tls explicito, tls esplicito, expliciete tls
    ftps-implicit: implicit ftps, ftps implicit, implizites ftps, implicit tls, implicit ssl, ftps implicite, ftps implicito, ftps implizit, ftp over implicit tls, ftps in implicit mode, impliciete ftps, ftps im impliziten modus, ftps mode implicite, ftps en mode implicite, ftps implicit mode
    sftp: sftp, ftp over ssh, ssh ftp, ssh file transfer, sftp2, ssh sftp, ssh file transfer protocol, sftp over ssh
    scp: scp, scp2
    http: http
    https: https, http over tls, http s
    webdav: webdav, webdavs, dav?, davs, davfs, davfs2
    as2: as2
    as3: as3
    as4: as4
    oftp: oftp
    oftp2: oftp2
    tftp: tftp
    rsync: rsync
    smb: smb, smb2, smb3, cifs?
    nfs: nfs?
    s3: s3?
    pesit: pesit
    """
  ) { .protocol([$0]) }
}
