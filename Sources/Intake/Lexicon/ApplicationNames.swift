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
    """
  ) { .product($0) }
}
