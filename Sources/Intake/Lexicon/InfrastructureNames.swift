/// Databases, brokers, monitoring, containers, networks and backups that cases are about.
enum InfrastructureNames {
  static let entries = Lexicon.table(
    """
    3proxy, alertmanager, altaro, apacheds, arangodb, asterisk, autofs, awx, backrest, backuppc
    barman, beegfs, beszel, borgmatic, buildah, buildbot, buildkite, bunkerweb, cacti, calico
    casdoor, centreon, ceph, certbot, cfengine, cilium, citus, clamav, clonezilla, cloudflared
    cockroachdb, colima, collectd, containerd, coredns, corosync, coturn, couchbase, crowdsec
    dagster, ddclient, dnsdist, dnsmasq, drbd, duplicacy, duplicity, ejbca, emqx, etcd, fail2ban
    filebeat, firezone, flannel, fluentd, freeradius, freerdp, freeswitch, gerrit
    glassfish, glusterfs, gluu, gunicorn, haraka, headscale, hiawatha, incus, influxdb, istio
    jetty, juicefs, k0s, k3s, kamailio, kanidm, katello, keda, keepalived, keydb, kibana
    knative, kopia, kops, kubeadm, kubespray, kyverno, libreswan, libvirt, linkerd, linotp
    linstor, lldap, logstash, longhorn, lustre, lxc, lxd, meilisearch, memcached, metallb
    microk8s, milvus, minikube, misp, moosefs, munin, naemon, nakivo, neo4j, netatalk, netbird
    netdata, netplan, ngrok, nomachine, nslcd, ntopng, observium, ocserv, okd, openam
    openconnect, opendkim, opendmarc, openebs, opennebula, opennms, openobserve, openresty
    opensearch, openstack, opentofu, opentsdb, ossec, ovirt, pacemaker, packetfence, passcore
    patroni, payara, pgadmin, pgbackrest, pgbouncer, pingfederate, polkit, pomerium, portainer
    postgrey, pritunl, privacyidea, privoxy, promtail, proxysql, prtg, pulumi, qdrant, qmail
    rancher, redpanda, remmina, repmgr, rethinkdb, rke2, rook, rsnapshot, rspamd, rsyslog
    rumpus, runc, rundeck, sanoid, seaweedfs, sendmail, shadowsocks, signoz, simplesamlphp
    skopeo, snort, sonarqube, spacewalk, spamassassin, spinnaker, strongswan, suricata
    tailscale, teamcity, telegraf, teleport, terraform, thanos, thehive, thinlinc, tigervnc
    timescaledb, timeshift, tinyproxy, trino, tunnelblick, typesense, unbound, urbackup, uwsgi
    uyuni, v2ray, vagrant, valkey, velero, velociraptor, verdaccio, victoriametrics, viscosity
    vitess, vorta, watchtower, weaviate, weblogic, wildfly, winbind, winfsp, x2go, xenserver
    xrdp, zeek, zerotier, zipkin, zitadel, zoraxy, zrepl
    cassandra: apache cassandra, cassandra
    clickhouse: clickhouse server, clickhouse
    couchdb: apache couchdb, couchdb
    sql server: microsoft sql server, ms sql server, mssql server, mssql, sql server
    oracle database: oracle database, oracle db
    percona server: percona server, percona xtradb cluster
    solr: apache solr, solr
    zookeeper: apache zookeeper, zookeeper
    nats: nats server
    pulsar: apache pulsar
    mosquitto: eclipse mosquitto, mosquitto
    airflow: apache airflow, airflow
    superset: apache superset, superset
    fluent-bit: fluent bit
    loki: grafana loki, loki?
    tempo: grafana tempo
    mimir: grafana mimir
    nagios: nagios core, nagios xi, nagios
    icinga2: icinga2, icinga 2, icinga
    checkmk: checkmk raw, checkmk, check_mk
    graylog: graylog server, graylog
    splunk: splunk enterprise, splunk
    wazuh: wazuh manager, wazuh
    syslog-ng: syslog ng
    bind: bind9, isc bind
    powerdns: powerdns recursor, powerdns authoritative server, powerdns, pdns
    kea: isc kea, kea?
    openvpn: openvpn access server, openvpn
    nginx proxy manager: nginx proxy manager
    varnish: varnish cache, varnish
    kong: kong gateway, kong?
    apisix: apache apisix, apisix
    oauth2-proxy: oauth2 proxy
    dex: dexidp
    shibboleth: shibboleth idp, shibboleth
    univention corporate server: univention corporate server
    nfs-ganesha: nfs ganesha
    cyrus: cyrus imapd, cyrus imap
    stalwart: stalwart mail server, stalwart
    docker-mailserver: docker mailserver
    ansible: ansible?
    semaphore: ansible semaphore, semaphore ui
    foreman: theforeman, foreman?
    puppet: puppet server, puppetserver, puppet?
    saltstack: saltstack, salt master, salt minion
    packer: hashicorp packer
    consul: hashicorp consul, consul
    nomad: hashicorp nomad
    gitlab runner: gitlab runner
    woodpecker: woodpecker ci, woodpecker
    drone: drone ci
    bamboo: atlassian bamboo
    bitbucket: bitbucket server, bitbucket data center, bitbucket
    nexus: sonatype nexus, nexus repository manager, nexus repository
    artifactory: jfrog artifactory, artifactory
    harbor: goharbor, harbor?
    argo cd: argo cd, argocd
    flux: fluxcd
    cert-manager: cert manager
    ingress-nginx: ingress nginx
    kubernetes: kubernetes?
    openshift: openshift?
    cri-o: cri o
    docker compose: docker compose?
    docker desktop: docker desktop
    virt-manager: virt manager
    xen orchestra: xen orchestra
    xcp-ng: xcp ng
    openmediavault: openmediavault, open media vault, omv?
    jboss eap: jboss eap, jboss
    websphere: websphere application server, websphere
    pgpool: pgpool ii, pgpool
    wal-g: wal g
    yugabytedb: yugabytedb, yugabyte
    maxscale: mariadb maxscale, maxscale
    galera cluster: galera cluster
    firebird: firebird sql, firebird?
    scylladb: scylladb, scylla
    hbase: apache hbase, hbase
    hadoop: apache hadoop, hadoop
    hive: apache hive
    spark: apache spark
    flink: apache flink, flink
    presto: prestodb, presto?
    druid: apache druid
    artemis: activemq artemis, artemis?
    ibm mq: ibm mq, websphere mq
    tibco ems: tibco ems
    manticore: manticore search
    sphinx search: sphinx search
    h2o: h2o?
    node_exporter: node_exporter, node exporter
    blackbox_exporter: blackbox_exporter, blackbox exporter
    windows_exporter: windows_exporter, windows exporter, wmi exporter
    mysqld_exporter: mysqld_exporter
    postgres_exporter: postgres_exporter
    snmp_exporter: snmp_exporter, snmp exporter
    cortex: cortexproject
    alloy: grafana alloy
    graphite: graphite web
    sensu: sensu go, sensu
    monit: monit?
    glances: glances?
    pandora fms: pandora fms
    jaeger: jaegertracing, jaeger?
    otel-collector: opentelemetry collector, otel collector, otelcol
    vector: vectordotdev
    openvas: openvas, greenbone
    knot resolver: knot resolver, knot dns
    nsd: nsd?
    frp: fatedier frp, frpc, frps
    nebula: slackhq nebula
    softether: softether vpn, softether
    xray: xray core
    sing-box: sing box
    litespeed: litespeed web server, openlitespeed, litespeed
    apache traffic server: apache traffic server
    dante: dante server, sockd
    nginx unit: nginx unit
    passenger: phusion passenger
    ory hydra: ory hydra
    ory kratos: ory kratos
    wso2: wso2 identity server, wso2 api manager, wso2
    garage: garagehq
    amanda: amanda backup
    burp: burp backup
    snapper: snapper?
    rear: relax and recover
    fog: fog project, fogproject
    cloudstack: apache cloudstack, cloudstack
    virtualbox: oracle vm virtualbox, virtualbox
    vmware esxi: vmware esxi
    vcenter: vcenter server
    multipass: canonical multipass
    lima: lima vm
    rancher desktop: rancher desktop
    kind: kind cluster
    talos: talos linux, talos
    harvester: harvester hci
    gatekeeper: opa gatekeeper
    sealed-secrets: sealed secrets
    external-secrets: external secrets operator, external secrets
    external-dns: external dns
    kube-prometheus-stack: kube prometheus stack, prometheus operator
    minio operator: minio operator, minio-operator
    samba-operator: samba operator
    concourse: concourse ci
    gocd: gocd server, gocd
    azure devops server: azure devops server, team foundation server, tfs
    github enterprise server: github enterprise server
    act_runner: act_runner, act runner
    reviewboard: review board, reviewboard
    pulp: pulpcore, pulp?
    octopus deploy: octopus deploy, octopus server
    chef: chef infra, chef server
    tomee: apache tomee, tomee
    karaf: apache karaf, karaf
    mule: mulesoft, mule esb
    biztalk: biztalk server, biztalk
    open-xchange: open xchange, ox app suite
    citrix adc: citrix adc
    omada: omada controller, omada sdn
    routeros: mikrotik routeros, routeros
    amavis: amavisd, amavis
    mailman: gnu mailman, mailman
    courier: courier imap
    james: apache james
    chrony: chronyd, chrony
    ntpd: ntpsec, ntpd
    cups: cups?
    nfs-utils: nfs utils, nfs kernel server
    networkmanager: networkmanager, network manager
    systemd-resolved: systemd resolved
    apt-cacher-ng: apt cacher ng
    docker registry: docker registry
    traefik forward auth: traefik forward auth
    acme.sh: acme.sh
    step-ca: step ca, smallstep
    boundary: hashicorp boundary
    macfuse: macfuse, osxfuse
    sshfs-win: sshfs win
    """
  ) { .product($0) }
}
