/// Software that cases are about, as its project spells it, and how customers do.
///
/// Only names, so that a version beside one is known to be its own; any other name counts too
/// where an answer, a form or a repository gives it.
enum ProductNames {
  static let entries = Lexicon.table(
    """
    proftpd: proftpd, pro ftpd, proftp, pro ftp daemon, proftpd server
    vsftpd: vsftpd, vs ftpd, vsftp
    pure-ftpd: pure ftpd, pureftpd, pureftp
    wu-ftpd: wu ftpd
    bftpd
    pyftpdlib
    sftpgo: sftpgo
    filezilla server: filezilla server, file zilla server, filezilla ftp server, fz server
    crushftp: crushftp, crush ftp
    wing ftp server: wing ftp server, wing ftp, wingftp
    serv-u: serv u, servu, serv u mft, serv u ftp server, solarwinds serv u
    cerberus ftp server: cerberus ftp server, cerberus ftp, cerberus?
    globalscape eft: globalscape eft server, globalscape eft, eft server, eft enterprise, globalscape, eft?
    goanywhere mft: goanywhere mft, goanywhere, go anywhere
    moveit transfer: moveit transfer, moveit, moveit automation
    jscape mft server: jscape mft server, jscape mft, jscape
    titan ftp server: titan ftp server, titan ftp, titan mft server
    titan sftp server: titan sftp server
    bitvise ssh server: bitvise ssh server, bitvise sshd, bitvise server, bitvise, bitvise winsshd, winsshd
    ws_ftp server: ws_ftp server
    xlight ftp server: xlight ftp server, xlight ftp, xlight
    core ftp server: core ftp server
    gene6 ftp server: gene6 ftp server, gene6
    syncplify server: syncplify server, syncplify.me server, syncplify
    ibm sterling file gateway: sterling file gateway, ibm sterling file gateway
    ibm sterling b2b integrator: sterling b2b integrator, ibm sterling b2b integrator, b2bi
    axway securetransport: securetransport, axway securetransport, axway st
    diplomat mft: diplomat mft
    tumbleweed securetransport: tumbleweed securetransport
    apache mina sshd: apache mina sshd, mina sshd, sshd core, apache sshd, sshd mina
    apache ftpserver: apache ftpserver, apache ftp server
    openssh: openssh server, openssh, open ssh, sshd, openssh portable
    win32-openssh: win32 openssh, openssh for windows, openssh win32
    dropbear: dropbear ssh, dropbear
    nextcloud: nextcloud server, nextcloud, next cloud, nextcloud aio, nextcloud hub, nextcloud all in one
    nextcloud desktop: nextcloud desktop client, nextcloud desktop, nextcloud client, nextcloud sync client
    owncloud desktop: owncloud desktop client, owncloud desktop, owncloud client, owncloud sync client
    owncloud: owncloud server, owncloud, own cloud
    ocis: owncloud infinite scale, ocis
    seafile: seafile server, seafile, seafile pro
    pydio: pydio cells, pydio
    filebrowser: filebrowser
    filerun
    syncthing: syncthing
    resilio sync: resilio sync
    minio
    samba: samba server, samba
    apache httpd: apache httpd, apache http server, httpd, apache2, apache web server, apache?
    nginx
    iis: iis, microsoft iis, internet information services, iis ftp
    tomcat: apache tomcat, tomcat
    caddy: caddy server, caddy?
    lighttpd
    haproxy
    opendj
    podman
    docker: docker engine, docker ce, docker ee, dockerd
    wireguard
    glpi
    modoboa
    grr
    traefik: traefik, traefik proxy
    squid: squid proxy, squid
    envoy: envoy proxy
    keycloak: keycloak, kc?
    authentik
    authelia
    openldap: openldap, slapd
    389-ds: 389 directory server, 389 ds, 389ds, 389 ds base, dirsrv, ns slapd
    freeipa: freeipa
    sssd
    lemonldap-ng: lemonldap ng
    postgresql: postgresql server, postgresql, postgres
    mysql: mysql server, mysql
    mariadb: mariadb server, mariadb
    mongodb
    redis
    jenkins
    gitlab: gitlab ce, gitlab ee, gitlab
    gitea
    forgejo
    jira: jira server, jira software, jira data center
    confluence
    grafana
    prometheus
    zabbix
    elasticsearch: elasticsearch
    kafka: apache kafka, kafka
    rabbitmq
    activemq: activemq, apache activemq
    vault: hashicorp vault
    home assistant: home assistant, homeassistant
    pterodactyl: pterodactyl wings, pterodactyl panel, pterodactyl
    plesk
    cpanel
    webmin
    ispconfig
    postfix
    dovecot
    exim
    zimbra
    bacula
    bareos
    duplicati
    restic
    borgbackup: borgbackup, borg backup, borg?
    veeam
    proxmox backup server: proxmox backup server
    pfsense
    opnsense
    apache camel: apache camel, camel?
    apache nifi: apache nifi, nifi
    spring integration: spring integration
    immich
    jellyfin
    plex media server: plex media server
    vaultwarden
    paperless-ngx: paperless ngx
    n8n
    mastodon
    wordpress
    glftpd
    drftpd
    openas2
    mendelson as2: mendelson as2
    aws transfer family: aws transfer family, aws transfer for sftp
    sftpplus: sftpplus, sftp plus
    completeftp: completeftp, complete ftp
    freeftpd
    coreftp server: coreftp server
    """
  ) { .product($0) }
}
