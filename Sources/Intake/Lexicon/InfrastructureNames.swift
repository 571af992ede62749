/// Databases, brokers, monitoring, containers, networks and backups that cases are about.
enum InfrastructureNames {
  static let entries = Lexicon.table(
    """
    cassandra: apache cassandra, cassandra
    clickhouse: clickhouse server, clickhouse
    cockroachdb
    couchdb: apache couchdb, couchdb
    couchbase
    etcd
    influxdb
    memcached
    sql server: microsoft sql server, ms sql server, mssql server, mssql, sql server
    neo4j
    opensearch
    oracle database: oracle database, oracle db
    pgadmin
    pgbouncer
    percona server: percona server, percona xtradb cluster
    solr: apache solr, solr
    timescaledb
    valkey
    victoriametrics
    zookeeper: apache zookeeper, zookeeper
    meilisearch
    typesense
    weaviate
    qdrant
    milvus
    nats: nats server
    pulsar: apache pulsar
    emqx
    mosquitto: eclipse mosquitto, mosquitto
    airflow: apache airflow, airflow
    superset: apache superset, superset
    kibana
    logstash
    filebeat
    fluentd
    fluent-bit: fluent bit
    loki: grafana loki, loki?
    tempo: grafana tempo
    mimir: grafana mimir
    telegraf
    netdata
    nagios: nagios core, nagios xi, nagios
    naemon
    icinga2: icinga2, icinga 2, icinga
    checkmk: checkmk raw, checkmk, check_mk
    centreon
    prtg
    munin
    cacti
    graylog: graylog server, graylog
    splunk: splunk enterprise, splunk
    wazuh: wazuh manager, wazuh
    rsyslog
    syslog-ng: syslog ng
    suricata
    crowdsec
    fail2ban
    clamav
    bind: bind9, isc bind
    unbound
    powerdns: powerdns recursor, powerdns authoritative server, powerdns, pdns
    coredns
    dnsmasq
    kea: isc kea, kea?
    freeradius
    openvpn: openvpn access server, openvpn
    strongswan
    headscale
    tailscale
    netbird
    firezone
    nginx proxy manager: nginx proxy manager
    varnish: varnish cache, varnish
    kong: kong gateway, kong?
    apisix: apache apisix, apisix
    oauth2-proxy: oauth2 proxy
    dex: dexidp
    zitadel
    casdoor
    shibboleth: shibboleth idp, shibboleth
    simplesamlphp
    privacyidea
    univention corporate server: univention corporate server
    keepalived
    pacemaker
    corosync
    drbd
    ceph
    glusterfs
    nfs-ganesha: nfs ganesha
    longhorn
    rook
    openebs
    velero
    rspamd
    spamassassin
    opendkim
    cyrus: cyrus imapd, cyrus imap
    sendmail
    stalwart: stalwart mail server, stalwart
    docker mailserver: docker mailserver
    asterisk
    freeswitch
    kamailio
    coturn
    ansible: ansible?
    awx
    semaphore: ansible semaphore, semaphore ui
    foreman: theforeman, foreman?
    puppet: puppet server, puppetserver, puppet?
    saltstack: saltstack, salt master, salt minion
    rundeck
    terraform
    opentofu
    packer: hashicorp packer
    vagrant
    consul: hashicorp consul, consul
    nomad: hashicorp nomad
    gitlab runner: gitlab runner
    woodpecker: woodpecker ci, woodpecker
    drone: drone ci
    teamcity
    bamboo: atlassian bamboo
    bitbucket: bitbucket server, bitbucket data center, bitbucket
    nexus: sonatype nexus, nexus repository manager, nexus repository
    artifactory: jfrog artifactory, artifactory
    harbor: goharbor, harbor?
    sonarqube
    gerrit
    argo cd: argo cd, argocd
    flux: fluxcd
    istio
    linkerd
    cilium
    calico
    metallb
    cert-manager: cert manager
    ingress-nginx: ingress nginx
    k3s
    k0s
    rke2
    kubernetes: kubernetes?
    microk8s
    minikube
    openshift: openshift?
    okd
    rancher
    portainer
    containerd
    cri-o: cri o
    buildah
    docker compose: docker compose?
    docker desktop: docker desktop
    lxd
    lxc
    incus
    libvirt
    virt-manager: virt manager
    xen orchestra: xen orchestra
    xcp-ng: xcp ng
    ovirt
    kopia
    urbackup
    duplicity
    borgmatic
    backuppc
    rsnapshot
    timeshift
    openmediavault: openmediavault, open media vault, omv?
    wildfly
    jboss eap: jboss eap, jboss
    glassfish
    payara
    jetty
    websphere: websphere application server, websphere
    weblogic
    teleport
    zerotier
    patroni
    repmgr
    pgpool: pgpool ii, pgpool
    pgbackrest
    barman
    wal-g: wal g
    citus
    yugabytedb: yugabytedb, yugabyte
    maxscale: mariadb maxscale, maxscale
    proxysql
    vitess
    galera cluster: galera cluster
    firebird: firebird sql, firebird?
    scylladb: scylladb, scylla
    keydb
    arangodb
    rethinkdb
    hbase: apache hbase, hbase
    hadoop: apache hadoop, hadoop
    hive: apache hive
    spark: apache spark
    flink: apache flink, flink
    trino
    presto: prestodb, presto?
    druid: apache druid
    dagster
    redpanda
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
    alertmanager
    thanos
    cortex: cortexproject
    alloy: grafana alloy
    promtail
    collectd
    graphite: graphite web
    opentsdb
    sensu: sensu go, sensu
    observium
    monit: monit?
    glances: glances?
    beszel
    opennms
    pandora fms: pandora fms
    jaeger: jaegertracing, jaeger?
    signoz
    openobserve
    zipkin
    otel-collector: opentelemetry collector, otel collector, otelcol
    vector: vectordotdev
    snort
    zeek
    ossec
    thehive
    misp
    openvas: openvas, greenbone
    ntopng
    velociraptor
    knot resolver: knot resolver, knot dns
    nsd: nsd?
    dnsdist
    cloudflared
    frp: fatedier frp, frpc, frps
    ngrok
    nebula: slackhq nebula
    libreswan
    softether: softether vpn, softether
    ocserv
    openconnect
    pritunl
    v2ray
    xray: xray core
    shadowsocks
    sing-box: sing box
    openresty
    litespeed: litespeed web server, openlitespeed, litespeed
    hiawatha
    apache traffic server: apache traffic server
    privoxy
    tinyproxy
    dante: dante server, sockd
    3proxy
    nginx unit: nginx unit
    gunicorn
    uwsgi
    passenger: phusion passenger
    bunkerweb
    zoraxy
    pomerium
    lldap
    kanidm
    apacheds
    nslcd
    winbind
    linotp
    packetfence
    ory hydra: ory hydra
    ory kratos: ory kratos
    gluu
    wso2: wso2 identity server, wso2 api manager, wso2
    openam
    pingfederate
    seaweedfs
    garage: garagehq
    moosefs
    lustre
    beegfs
    juicefs
    linstor
    netatalk
    duplicacy
    amanda: amanda backup
    burp: burp backup
    nakivo
    altaro
    zrepl
    sanoid
    snapper: snapper?
    rear: relax and recover
    clonezilla
    fog: fog project, fogproject
    xenserver
    opennebula
    openstack
    cloudstack: apache cloudstack, cloudstack
    virtualbox: oracle vm virtualbox, virtualbox
    vmware esxi: vmware esxi
    vcenter: vcenter server
    multipass: canonical multipass
    lima: lima vm
    colima
    rancher desktop: rancher desktop
    skopeo
    runc
    kind: kind cluster
    kubespray
    kubeadm
    kops
    talos: talos linux, talos
    harvester: harvester hci
    keda
    knative
    kyverno
    gatekeeper: opa gatekeeper
    sealed-secrets: sealed secrets
    external-secrets: external secrets operator, external secrets
    external-dns: external dns
    kube-prometheus-stack: kube prometheus stack, prometheus operator
    minio operator: minio operator, minio-operator
    samba-operator: samba operator
    flannel
    concourse: concourse ci
    buildbot
    buildkite
    gocd: gocd server, gocd
    azure devops server: azure devops server, team foundation server, tfs
    github enterprise server: github enterprise server
    act_runner: act_runner, act runner
    reviewboard: review board, reviewboard
    verdaccio
    pulp: pulpcore, pulp?
    katello
    uyuni
    spacewalk
    octopus deploy: octopus deploy, octopus server
    spinnaker
    cfengine
    chef: chef infra, chef server
    pulumi
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
    postgrey
    opendmarc
    courier: courier imap
    qmail
    haraka
    james: apache james
    chrony: chronyd, chrony
    ntpd: ntpsec, ntpd
    cups: cups?
    autofs
    nfs-utils: nfs utils, nfs kernel server
    winfsp
    netplan
    networkmanager: networkmanager, network manager
    systemd-resolved: systemd resolved
    polkit
    apt-cacher-ng: apt cacher ng
    docker registry: docker registry
    watchtower
    traefik forward auth: traefik forward auth
    ddclient
    acme.sh: acme.sh
    certbot
    step-ca: step ca, smallstep
    ejbca
    boundary: hashicorp boundary
    xrdp
    tigervnc
    x2go
    nomachine
    thinlinc
    freerdp
    remmina
    vorta
    tunnelblick
    viscosity
    fluentftp
    macfuse: macfuse, osxfuse
    sshfs-win: sshfs win
    backrest
    rumpus
    passcore
    """
  ) { .product($0) }
}
