/// Applications that people host themselves, as their projects spell them, and how customers do.
enum ApplicationNames {
  static let entries = Lexicon.table(
    """
    adguard home: adguard home, adguardhome
    airsonic
    alfresco
    audiobookshelf
    bigbluebutton: bigbluebutton, big blue button
    bitwarden
    bookstack
    calibre-web: calibre web
    chatwoot
    cloudpanel
    code-server: code server
    collabora online: collabora online, collabora code, collabora
    directus
    discourse
    dokuwiki
    dolibarr
    drupal
    ejabberd
    emby: emby server, emby
    erpnext: erpnext
    espocrm
    firefly iii: firefly iii
    flarum
    freepbx
    freshrss
    frigate: frigate nvr, frigate
    ghost: ghost cms, ghost?
    gogs
    guacamole: apache guacamole, guacamole
    hestiacp: hestiacp, hestia cp, hestia control panel, hestia
    invoice ninja: invoice ninja, invoiceninja
    jitsi meet: jitsi meet, jitsi
    joomla
    jupyterhub
    librenms
    linkwarden
    listmonk
    mailcow: mailcow dockerized, mailcow
    mailu
    magento
    mantisbt: mantisbt, mantis bt
    matomo
    matrix synapse: matrix synapse, synapse?
    mattermost: mattermost server, mattermost
    mautic
    mediawiki
    metabase
    moodle
    navidrome
    netbox
    ntfy
    odoo
    onlyoffice: onlyoffice document server, onlyoffice docs, onlyoffice
    openhab
    openproject
    osticket: osticket, os ticket
    otrs: otrs, znuny
    outline: outline wiki, outline?
    overleaf
    passbolt
    photoprism
    phpbb
    phpipam
    phpmyadmin: phpmyadmin, php my admin
    pi-hole: pi hole, pihole
    piwigo
    prestashop
    prosody
    redmine
    request tracker: request tracker
    rocket.chat: rocket.chat, rocket chat, rocketchat
    roundcube: roundcube webmail, roundcube
    searxng
    sentry: sentry?
    shopware
    snipe-it: snipe it, snipeit
    sogo
    sonarr
    radarr
    lidarr
    prowlarr
    qbittorrent
    stirling-pdf: stirling pdf
    suitecrm
    taiga
    thingsboard
    trac: trac?
    traccar
    trilium
    typo3
    umami
    unifi: unifi network application, unifi controller, unifi network
    uptime kuma: uptime kuma
    wallabag
    wekan
    wiki.js: wiki.js, wikijs
    woocommerce
    xwiki
    yunohost
    zammad
    zoneminder
    zulip
    zigbee2mqtt
    node-red: node red
    kanboard
    leantime
    lemmy
    peertube
    pixelfed
    misskey
    owncast
    azuracast
    appwrite
    supabase
    nocodb
    baserow
    budibase
    dify
    open webui: open webui, openwebui
    ollama
    librechat
    activepieces
    windmill: windmill?
    authentik: goauthentik
    sharepoint: sharepoint server, sharepoint
    exchange: exchange server, microsoft exchange
    dynamics 365: dynamics 365
    sap: sap netweaver, sap pi, sap po
    liferay
    nuxeo
    docuware
    opencast
    ilias
    eprints
    dspace
    zentyal: zentyal server, zentyal
    turnkey: turnkey domain controller, turnkey linux, turnkey
    nethserver
    clearos
    ipfire
    vyos
    xigmanas
    casaos
    umbrel: umbrel os, umbrel
    dokploy
    coolify
    caprover
    dokku
    dockge
    homarr
    linkding
    mealie
    tandoor: tandoor recipes
    grocy
    actual budget: actual budget
    monica: monica crm
    huginn
    kasm workspaces: kasm workspaces, kasm
    rustdesk
    meshcentral
    joplin: joplin server, joplin
    etherpad: etherpad lite, etherpad
    hedgedoc
    cryptpad
    excalidraw
    penpot
    bugzilla
    youtrack
    planka
    vikunja
    anythingllm
    flowise
    langfuse
    kestra
    temporal: temporal server, temporal?
    healthchecks
    gatus
    posthog
    plausible: plausible analytics
    unleash: unleash?
    mailpit
    mailhog
    snappymail
    rainloop
    horde: horde groupware, horde?
    carbonio
    kopano
    grommunio
    iredmail
    mail-in-a-box: mail in a box, mailinabox
    hmailserver
    kerio connect: kerio connect
    smartermail
    hcl domino: hcl domino, lotus domino, lotus notes, ibm domino
    tryton
    idempiere
    ofbiz: apache ofbiz, ofbiz
    sap business one: sap business one
    dynamics nav: dynamics nav, navision, business central
    sage: sage 100, sage x3
    mayan edms: mayan edms
    docspell
    openkm
    open edx: open edx, openedx
    chamilo
    canvas lms: canvas lms
    tautulli
    overseerr
    jellyseerr
    ombi
    bazarr
    readarr
    sabnzbd
    nzbget
    deluge: deluge torrent
    rutorrent
    jackett
    lychee: lychee?
    librephotos
    funkwhale
    ampache
    icecast
    kavita
    komga
    tvheadend
    motioneye
    scrypted
    domoticz
    iobroker
    fhem
    homebridge
    esphome
    tasmota
    zwave-js-ui: zwave js ui, zwavejs2mqtt, z wave js
    pelican panel: pelican panel
    fusionpbx
    3cx
    opensips
    livekit
    teamspeak: teamspeak server, teamspeak
    mumble: murmur, mumble server, mumble
    dendrite: dendrite?
    openfire
    mautrix
    element web: element web
    infisical
    openbao
    psono
    teampass
    3x-ui: 3x ui
    marzban
    wg-easy: wg easy
    copyparty
    opencloud
    filestash
    technitium dns: technitium dns server, technitium
    blocky: blocky?
    adminer
    dbeaver
    heidisql
    redash
    dbgate
    tableau: tableau server, tableau?
    qlik sense: qlik sense
    jasperreports: jasperreports server, jasperreports
    pentaho
    talend
    comarch erp: comarch erp xl, comarch xl, comarch optima, comarch
    filecloud: filecloud server, filecloud
    rebex buru: rebex buru sftp server, rebex buru, buru sftp server, buru
    anydesk
    teamviewer
    mattermost desktop: mattermost desktop
    signal-cli
    searx
    yacy
    gitbucket
    onedev
    tuleap
    redmica
    easy redmine: easy redmine
    erplibre
    frappe: frappe?
    formbricks
    twenty crm: twenty crm
    outline vpn: outline vpn
    freescout
    faveo
    uvdesk
    spiceworks
    limesurvey
    opnform
    pretix
    indico
    mattermost calls: mattermost calls
    nextcloud talk: nextcloud talk
    nextcloud office: nextcloud office
    ttrss: tiny tiny rss, ttrss
    miniflux
    bitwarden_rs: bitwarden rs
    webtrees
    gramps web: gramps web
    openemr
    openmrs
    orthanc
    dcm4chee: dcm4che, dcm4chee
    koha
    invenio
    omeka
    dataverse
    ckan
    geoserver
    geonetwork
    qgis server: qgis server, qgis
    nominatim
    graphhopper
    osrm
    """
  ) { .product($0) }
}
