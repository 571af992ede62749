/// Software that cases are about, as its project spells it, and how customers do.
///
/// Only names, so that a version beside one is known to be its own; any other name counts too
/// where an answer, a form or a repository gives it.
enum ProductNames {
  static let entries = Lexicon.table(
    """
    authelia, authentik, bacula, bareos, bftpd, confluence, cpanel, dovecot, drftpd, duplicati
    exim, filerun, forgejo, freeftpd, gitea, glftpd, glpi, grafana, grr, haproxy, immich
    ispconfig, jellyfin, jenkins, lighttpd, mastodon, minio, modoboa, mongodb, n8n, nginx
    openas2, opendj, opnsense, pfsense, plesk, podman, postfix, prometheus, pyftpdlib, rabbitmq
    redis, restic, sssd, vaultwarden, veeam, webmin, wireguard, wordpress, zabbix, zimbra
    proftpd: proftpd, pro ftpd, proftp, pro ftp daemon, proftpd server
    vsftpd: vsftpd, vs ftpd, vsftp
    pure-ftpd: pure ftpd, pureftpd, pureftp
    wu-ftpd: wu ftpd
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
    cleo harmony: cleo harmony
    cleo vltrader: cleo vltrader, vltrader
    cleo lexicom: cleo lexicom
    seeburger bis: seeburger bis, seeburger business integration suite, seeburger
    oracle directory server enterprise edition: oracle directory server enterprise edition, odsee, oracle dsee, sun directory server enterprise edition
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
    syncthing: syncthing
    resilio sync: resilio sync
    samba: samba server, samba
    apache httpd: apache httpd, apache http server, httpd, apache2, apache web server, apache?
    iis: iis, microsoft iis, internet information services, iis ftp
    tomcat: apache tomcat, tomcat
    caddy: caddy server, caddy?
    docker: docker engine, docker ce, docker ee, dockerd
    traefik: traefik, traefik proxy
    squid: squid proxy, squid
    envoy: envoy proxy
    keycloak: keycloak, kc?
    openldap: openldap, slapd
    389-ds: 389 directory server, 389 directory, 389 ds, 389ds, 389 ds base, dirsrv, ns slapd
    freeipa: freeipa, ipa?
    lemonldap-ng: lemonldap ng
    titan sftp server: titan sftp server, titan sftp, titan ftp server, titan mft server, titan mft
    tectia: tectia ssh server, tectia server, ssh tectia server, tectia
    freesshd: freesshd
    mendelson oftp2: mendelson oftp2, mendelson oftp
    robo-ftp: robo ftp server, robo ftp
    zftpserver: zftpserver
    postgresql: postgresql server, postgresql, postgres
    mysql: mysql server, mysql
    mariadb: mariadb server, mariadb
    gitlab: gitlab ce, gitlab ee, gitlab
    jira: jira server, jira software, jira data center
    elasticsearch: elasticsearch
    kafka: apache kafka, kafka
    activemq: activemq, apache activemq
    vault: hashicorp vault
    home assistant: home assistant, homeassistant
    pterodactyl: pterodactyl wings, pterodactyl panel, pterodactyl
    borgbackup: borgbackup, borg backup, borg?
    proxmox backup server: proxmox backup server
    apache camel: apache camel, camel?
    apache nifi: apache nifi, nifi
    spring integration: spring integration
    plex media server: plex media server
    paperless-ngx: paperless ngx
    mendelson as2: mendelson as2
    aws transfer family: aws transfer family, aws transfer for sftp
    sftpplus: sftpplus, sftp plus
    completeftp: completeftp, complete ftp
    coreftp server: coreftp server
    """
  ) { .product($0) }
}
