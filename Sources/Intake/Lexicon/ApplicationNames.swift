/// Applications that people host themselves, as their projects spell them, and how customers do.
enum ApplicationNames {
  static let entries = Lexicon.table(
    """
    3cx, activepieces, adminer, airsonic, alfresco, ampache, anydesk, anythingllm, appwrite
    audiobookshelf, azuracast, backintime, baserow, bazarr, bitwarden, bookstack, budibase, bugzilla
    caprover, carbonio, casaos, chamilo, chatwoot, ckan, clearos, cloudpanel, coolify, copyparty
    cryptpad, dataverse, dbeaver, dbgate, dify, directus, discourse, dockge, docspell, docuware
    dokku, dokploy, dokuwiki, dolibarr, domoticz, drupal, dspace, ejabberd, eprints, erplibre
    esphome, espocrm, excalidraw, faveo, fhem, filestash, flarum, flowise, formbricks, freepbx
    freescout, freshrss, funkwhale, fusionpbx, gatus, geonetwork, geoserver, gitbucket, gogs
    graphhopper, grocy, grommunio, healthchecks, hedgedoc, heidisql, hmailserver, homarr
    homebridge, huginn, icecast, idempiere, ilias, indico, infisical, invenio, iobroker, ipfire
    iredmail, jackett, jellyseerr, joomla, jupyterhub, kanboard, keepass, keepassxc, kavita, kestra, koha, komga
    kopano, langfuse, leantime, lemmy, librechat, librenms, librephotos, lidarr, liferay
    limesurvey, linkding, linkwarden, listmonk, livekit, magento, mailhog, mailpit, mailu
    marzban, matomo, mautic, mautrix, mealie, mediawiki, meshcentral, metabase, miniflux
    misskey, moodle, motioneye, navidrome, netbox, nethserver, nocodb, nominatim, ntfy, nuxeo
    nzbget, odoo, ollama, ombi, omeka, onedev, openbao, opencast, opencloud, openemr, openfire
    openhab, openkm, openmrs, openproject, opensips, opnform, orthanc, osrm, overleaf, overseerr
    owncast, passbolt, peertube, penpot, pentaho, photoprism, phpbb, phpipam, piwigo, pixelfed
    planka, posthog, prestashop, pretix, prosody, prowlarr, psono, qbittorrent, radarr, rainloop
    readarr, redash, redmica, redmine, rustdesk, rutorrent, sabnzbd, scrypted, searx, searxng
    shopware, signal-cli, smartermail, snappymail, sogo, sonarr, spiceworks, suitecrm, supabase
    taiga, talend, tasmota, tautulli, teampass, teamviewer, thingsboard, traccar, trilium
    tryton, tuleap, tvheadend, typo3, umami, uvdesk, vikunja, vyos, wallabag, webtrees, wekan
    woocommerce, xigmanas, xwiki, yacy, youtrack, yunohost, zammad, zigbee2mqtt, zoneminder
    zulip
    adguard home: adguard home, adguardhome
    bigbluebutton: bigbluebutton, big blue button
    calibre-web: calibre web
    code-server: code server
    collabora online: collabora online, collabora code, collabora
    emby: emby server, emby
    erpnext: erpnext
    firefly iii: firefly iii
    frigate: frigate nvr, frigate
    ghost: ghost cms, ghost?
    guacamole: apache guacamole, guacamole
    hestiacp: hestiacp, hestia cp, hestia control panel, hestia
    invoice ninja: invoice ninja, invoiceninja
    jitsi meet: jitsi meet, jitsi
    mailcow: mailcow dockerized, mailcow
    mantisbt: mantisbt, mantis bt
    matrix synapse: matrix synapse, synapse?
    mattermost: mattermost server, mattermost
    onlyoffice: onlyoffice document server, onlyoffice docs, onlyoffice
    osticket: osticket, os ticket
    otrs: otrs, znuny
    outline: outline wiki, outline?
    phpmyadmin: phpmyadmin, php my admin
    pi-hole: pi hole, pihole
    request tracker: request tracker
    rocket.chat: rocket.chat, rocket chat, rocketchat
    roundcube: roundcube webmail, roundcube
    sentry: sentry?
    snipe-it: snipe it, snipeit
    stirling-pdf: stirling pdf
    trac: trac?
    unifi: unifi network application, unifi controller, unifi network
    uptime kuma: uptime kuma
    wiki.js: wiki.js, wikijs
    node-red: node red
    open webui: open webui, openwebui
    windmill: windmill?
    authentik: goauthentik
    sharepoint: sharepoint server, sharepoint
    exchange: exchange server, microsoft exchange
    dynamics 365: dynamics 365
    sap: sap netweaver, sap pi, sap po
    zentyal: zentyal server, zentyal
    turnkey: turnkey domain controller, turnkey linux, turnkey
    umbrel: umbrel os, umbrel
    tandoor: tandoor recipes
    actual budget: actual budget
    monica: monica crm
    kasm workspaces: kasm workspaces, kasm
    joplin: joplin server, joplin
    etherpad: etherpad lite, etherpad
    temporal: temporal server, temporal?
    plausible: plausible analytics
    unleash: unleash?
    horde: horde groupware, horde?
    mail-in-a-box: mail in a box, mailinabox
    kerio connect: kerio connect
    hcl domino: hcl domino, lotus domino, lotus notes, ibm domino
    ofbiz: apache ofbiz, ofbiz
    sap business one: sap business one
    dynamics nav: dynamics nav, navision, business central
    sage: sage 100, sage x3
    mayan edms: mayan edms
    open edx: open edx, openedx
    canvas lms: canvas lms
    deluge: deluge torrent
    lychee: lychee?
    zwave-js-ui: zwave js ui, zwavejs2mqtt, z wave js
    pelican panel: pelican panel
    teamspeak: teamspeak server, teamspeak
    mumble: murmur, mumble server, mumble
    dendrite: dendrite?
    element web: element web
    3x-ui: 3x ui
    wg-easy: wg easy
    technitium dns: technitium dns server, technitium
    blocky: blocky?
    tableau: tableau server, tableau?
    qlik sense: qlik sense
    jasperreports: jasperreports server, jasperreports
    comarch erp: comarch erp xl, comarch xl, comarch optima, comarch
    filecloud: filecloud server, filecloud
    rebex buru: rebex buru sftp server, rebex buru, buru sftp server, buru
    mattermost desktop: mattermost desktop
    easy redmine: easy redmine
    frappe: frappe?
    twenty crm: twenty crm
    outline vpn: outline vpn
    mattermost calls: mattermost calls
    nextcloud talk: nextcloud talk
    nextcloud office: nextcloud office
    ttrss: tiny tiny rss, ttrss
    bitwarden_rs: bitwarden rs
    gramps web: gramps web
    dcm4chee: dcm4che, dcm4chee
    qgis server: qgis server, qgis
    """
  ) { .product($0) }
}
