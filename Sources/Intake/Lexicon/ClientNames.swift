/// Programs that transfer files as a client.
enum ClientNames {
  static let entries = Lexicon.table(
    """
    air explorer, andftp, asyncssh, axway desktop, chilkat, coreftp, cyberduck cli, davfs2, duck
    duck cli, expandrive, fireftp, flashfxp, fluentftp, flysystem, freefilesync, ftplib, gftp, goodsync
    insomnia, jsch, kodi, krusader, lftp, libssh, libssh2, maverick, mobaxterm, nautilus, ncftp
    netdrive, nppftp, owlfiles, paramiko, pcmanfm, phpseclib, pscp, psftp, putty, pysftp
    raidrive, rclone, royal tsx, russh, solid explorer, sshfs, sshj, sublime sftp, termius
    thunar, wget, xftp, yafc
    filezilla: filezilla client, filezilla, file zilla, filezilla pro
    winscp: winscp, win scp
    cyberduck: cyberduck, cyber duck
    mountain duck: mountain duck
    curl: curl, libcurl
    cuteftp: cuteftp, cute ftp
    ws_ftp: ws_ftp pro, ws_ftp professional, ws_ftp, ws ftp
    core ftp: core ftp le, core ftp
    smartftp: smartftp, smart ftp
    transmit: panic transmit, transmit?
    forklift: forklift?
    total commander: total commander
    bitvise ssh client: bitvise ssh client, bitvise client, bitvise tunnelier
    secure crt: securecrt, securefx
    beyond compare: beyond compare
    sftp netdrive: sftp net drive
    ssh.net: ssh.net
    ssh2-sftp-client: ssh2 sftp client, ssh2-sftp-client
    git-ftp: git ftp
    apache commons net: commons net
    dolphin: dolphin?
    firefox: mozilla firefox, firefox, firefox esr
    chrome: google chrome, chrome
    chromium: chromium
    edge: microsoft edge, ms edge, edge?
    safari: safari
    brave: brave browser, brave?
    opera: opera browser, opera?
    internet explorer: internet explorer
    net-sftp: net sftp
    net-ssh: net ssh
    edtftpj: edtftpj, edtftpnet
    rebex sftp: rebex sftp
    basic-ftp: basic ftp
    commons-vfs: commons vfs
    node-ssh: node ssh
    vscode-sftp: vscode sftp
    warp: warp terminal
    tabby: tabby terminal
    remote desktop manager: remote desktop manager
    fe file explorer: fe file explorer
    finder: macos finder, finder?
    windows explorer: windows explorer, file explorer
    minio client: minio client, mc?
    documents by readdle: readdle documents
    postman: postman?
    """
  ) { .client($0) }
}
