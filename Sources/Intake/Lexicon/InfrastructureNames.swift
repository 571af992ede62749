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
    bind: bind9, isc bind, named?, bind?
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
    openmediavault
    wildfly
    jboss eap: jboss eap, jboss
    glassfish
    payara
    jetty
    websphere: websphere application server, websphere
    weblogic
    teleport
    zerotier
    """
  ) { .product($0) }
}
