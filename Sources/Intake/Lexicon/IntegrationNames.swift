/// The kinds of things that a product works with, and the words for them.
enum IntegrationNames {
  static let entries =
    Lexicon.table(kinds) { .integration(kind: $0, isMake: false) }
    + Lexicon.table(makes) { .integration(kind: $0, isMake: true) }

  private static let kinds = """
    firewall: firewall, firewalls, fire wall, pare feu, parefeu, pare feux, cortafuegos, brandmauer, zapora, zapora sieciowa, brandmuur, waf, packet filter, guvenlik duvari, fw?, brandvaegg, guevenlik duvari, zapory
    nat: nat, masquerading, port forwarding, nated, natted, dnat, snat, nat router
    proxy: reverse proxy, reverse proxies, forward proxy, http proxy, web proxy, socks proxy, proxy server, proxyserver, proxy, proxies, proksi, proxys, serveur mandataire, dmz gateway, edge gateway, socks, socks5, serwer proxy, serwera proxy
    load-balancer: load balancer, load balancers, load balancing, loadbalancer, load balanced, lastverteiler, loadbalancing, repartiteur de charge, balanceador de carga, balanceador, bilanciatore, bilanciatore di carico, equilibrador de carga, nlb, elb, alb?, lb?, repartiteur, repartition de charge, load balancera, rownowazenie obciazenia, rownowazenia obciazenia, rownowazenie, balanceo de carga, balanceamento de carga, balanceador de carga, lastverteilung, belastingverdeling, bilanciamento
    ha: high availability, high available, ha?, cluster, clustered, clustering, failover, fail over, redundancy, redundant, resilience, active active, active passive, active standby, hochverfuegbarkeit, hochverfuegbar, haute disponibilite, alta disponibilidad, alta disponibilidade, hoge beschikbaarheid, wysoka dostepnosc, ausfallsicherheit, hot standby, klaster, ha cluster, ha pair, grappe, aktiv passiv, alta disponibilita, actif passif, activo pasivo, vip?, wysokiej dostepnosci
    ldap: ldap, ldaps, annuaire, verzeichnisdienst, directory service, servicio de directorio, adreslijst, katalog ldap
    active-directory: active directory, ad?, active directory domain, domaene?, verzeichnisdienst active directory, microsoft ad, ms ad, ad ds, windows domain, azure ad ds, ad domain
    sso: single sign on, sso, openid, authentification unique, inicio de sesion unico, logon unico
    antivirus: antivirus, anti virus, virus scanner, virenscanner, av scanner, icap, virus scanning, antivirenprogramm, antywirus, virusscanner, anti malware, edr?, endpoint protection, virus scan, antivirensoftware, antivirusem, oprogramowanie antywirusowe
    network-storage: network storage, nas, san storage, file share, network share, netzlaufwerk, nfs share, smb share, cifs share, storage area network, partage reseau, recurso compartido, unc path, nfs mount, nfs export, s3 bucket, object storage, azure blob, block storage, blob storage, efs?, glusterfs, ceph, cephfs, iscsi, dfs?
    database: database, databases, datenbank, base de donnees, base de datos, banco de dados, baza danych, db backend, bazy danych
    container: container, containers, containerized, containerised, dockerized, dockerised, conteneur, contenedor, containerisiert
    management: management software, configuration management, monitoring, managed by
    syslog: syslog, siem, syslog server, log server, remote syslog, central logging
    """

  private static let makes = """
    firewall: pfsense, opnsense, iptables, nftables, firewalld, ufw, fortigate, fortinet, palo alto, palo alto networks, check point, checkpoint, cisco asa, cisco firepower, firepower, sophos xg, sophos utm, sophos, sonicwall, juniper srx, watchguard, barracuda, windows firewall, windows defender firewall, shorewall, csf?, ipfw, stormshield, zyxel, mikrotik, unifi, lancom, securepoint, aws security group, security group, security groups, modsecurity, fail2ban, forcepoint, netgear, fritzbox, fritz box, aws waf, cloudflare waf, zscaler
    proxy: sophos utm, nginx, squid, bluecoat, blue coat, envoy, nginx proxy manager, nginx reverse proxy, apache reverse proxy, traefik, caddy?, cloudflare tunnel, cloudflare, zoraxy, swag?, varnish, ftp.proxy, nginx ingress, apache2 reverse proxy, cloudflared, npm?, proxysql, linuxserver swag
    load-balancer: nginx, haproxy, f5, big ip, bigip, f5 big ip, netscaler, citrix adc, kemp, a10, aws nlb, aws elb, aws alb, azure load balancer, nginx plus, barracuda adc, network load balancer, application load balancer, lvs, metallb, octavia, loadmaster, kube vip, citrix netscaler
    ha: pacemaker, keepalived, corosync, drbd, vrrp, heartbeat?, windows failover cluster, microsoft failover cluster, wsfc, veritas cluster, powerha, hacmp, patroni, galera, rhcs, vcs?, carp?, galera cluster, serviceguard
    ldap: openldap, freeipa, free ipa, 389 directory server, 389ds, 389 ds, lldap, opendj, edirectory, e directory, oracle unified directory, red hat idm, red hat directory server, ipa?, slapd, univention, apacheds, glauth, jumpcloud
    active-directory: samba ad, azure active directory domain services
    sso: saml, saml2, saml 2.0, oidc, openid connect, kerberos, keycloak, okta, adfs, ad fs, entra id, microsoft entra, azure active directory, ping identity, pingfederate, shibboleth, authentik, authelia, auth0, duo?, onelogin, cas?, lemonldap, simplesamlphp, dex?, zitadel, entra, azuread, azure ad, privacyidea, lemonldap ng
    antivirus: sophos, barracuda, checkpoint, clamav, clamd, mcafee, symantec, crowdstrike, trend micro, kaspersky, eset, windows defender, microsoft defender, sentinelone, bitdefender, sophos endpoint, carbon black, trellix, f secure, cortex xdr, defender?, malwarebytes, avast, norton
    network-storage: nfs, cifs, san?, netapp, isilon, emc, synology, qnap, glusterfs, cephfs, aws s3, amazon s3, minio, backblaze b2, azure blob storage, google cloud storage, gcs, amazon efs, azure files, truenas, dell emc, sshfs, s3fs, wasabi, hetzner storage box, powerscale, storage box
    database: postgresql, postgres, mysql, mariadb, sql server, mssql, ms sql, ms sql server, microsoft sql server, oracle database, oracle db, oracle 19c, sqlite, sqlite3, mongodb, redis?, db2, cockroachdb, percona, postgre, postgresql server, sql express, sql server express, hsqldb, elasticsearch?, informix, aurora?, rds?
    container: docker, docker compose, docker desktop, podman, kubernetes, openshift, k8s, k3s, lxc, lxd, helm, docker swarm, eks, aks, gke, rancher, nomad?, microk8s, portainer, containerd, amazon ecs, minikube, rke2, incus, jail?
    management: ansible, puppet, chef?, saltstack, nagios, zabbix, icinga, prometheus, grafana, plesk, cpanel, webmin, checkmk, check mk, prtg, sccm, datadog, cyberpanel, satellite?, directadmin, ispconfig, virtualmin, cockpit?, terraform, solarwinds, icinga2, dynatrace, froxlor, hestiacp, aapanel, intune
    syslog: rsyslog, splunk, graylog, syslog ng, elk, elastic stack, qradar, loki?, arcsight, logstash, fluentd, sentinel?, elk stack, filebeat, promtail, kibana
    """
}
