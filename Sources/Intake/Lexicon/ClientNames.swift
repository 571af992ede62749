/// Programs that transfer files as a client.
enum ClientNames {
  static let entries = Lexicon.table(
    """
    filezilla: filezilla client, filezilla, file zilla, filezilla pro
    winscp: winscp, win scp
    cyberduck: cyberduck, cyber duck
    mountain duck: mountain duck
    lftp
    curl: curl, libcurl
    wget
    rclone
    psftp
    pscp
    putty
    ncftp
    sshfs
    cuteftp: cuteftp, cute ftp
    ws_ftp: ws_ftp pro, ws_ftp professional, ws_ftp, ws ftp
    core ftp: core ftp le, core ftp
    coreftp
    smartftp: smartftp, smart ftp
    flashfxp
    transmit: panic transmit, transmit?
    forklift: forklift?
    total commander: total commander
    bitvise ssh client: bitvise ssh client, bitvise client, bitvise tunnelier
    mobaxterm
    secure crt: securecrt, securefx
    fireftp
    gftp
    yafc
    termius
    duck
    beyond compare: beyond compare
    sftp netdrive: sftp net drive
    netdrive
    davfs2
    paramiko
    pysftp
    ssh.net: ssh.net
    libssh
    libssh2
    jsch
    ssh2-sftp-client: ssh2 sftp client, ssh2-sftp-client
    git-ftp: git ftp
    apache commons net: commons net
    maverick
    phpseclib
    asyncssh
    duck cli
    expandrive
    goodsync
    kodi
    nautilus
    dolphin: dolphin?
    goodsync
    freefilesync
    firefox: mozilla firefox, firefox, firefox esr
    chrome: google chrome, chrome
    chromium: chromium
    edge: microsoft edge, ms edge, edge?
    safari: safari
    brave: brave browser, brave?
    opera: opera browser, opera?
    internet explorer: internet explorer
    ftplib
    net-sftp: net sftp
    net-ssh: net ssh
    flysystem
    edtftpj: edtftpj, edtftpnet
    rebex sftp: rebex sftp
    chilkat
    sshj
    basic-ftp: basic ftp
    commons-vfs: commons vfs
    russh
    node-ssh: node ssh
    air explorer
    raidrive
    cyberduck cli
    xftp
    nppftp
    sublime sftp
    vscode-sftp: vscode sftp
    warp: warp terminal
    tabby: tabby terminal
    royal tsx
    remote desktop manager: remote desktop manager
    solid explorer
    owlfiles
    fe file explorer: fe file explorer
    documents by readdle: readdle documents
    andftp
    krusader
    thunar
    pcmanfm
    insomnia
    postman: postman?
    axway desktop
    """
  ) { .client($0) }
}
