/// The first words by which each kind's lines are known, and how surely.
enum ConfigurationWords {
  struct Sign {
    var kind: ConfigurationKind
    var weight: Int
  }

  /// By the first word in lower case, cut at 24 bytes as `Substring.head` is.
  static let byHead: [String: [Sign]] = {
    var signs: [String: [Sign]] = [:]
    for (kind, sure, faint) in table {
      for (words, weight) in [(sure, 3), (faint, 1)] {
        for word in words.split(separator: " ") {
          let key = String(decoding: word.utf8.prefix(24), as: UTF8.self)
          signs[key, default: []].append(Sign(kind: kind, weight: weight))
        }
      }
    }
    return signs
  }()

  private static let table: [(ConfigurationKind, sure: String, faint: String)] = [
    (
      .sshd,
      "permitrootlogin passwordauthentication challengeresponseauthentication pubkeyauthentication kbdinteractiveauthentication authorizedkeysfile subsystem chrootdirectory forcecommand usepam x11forwarding allowtcpforwarding permittunnel hostkey clientaliveinterval clientalivecountmax maxauthtries maxsessions maxstartups allowgroups allowusers denyusers denygroups syslogfacility usedns permitemptypasswords strictmodes logingracetime hostkeyalgorithms pubkeyacceptedkeytypes pubkeyacceptedalgorithms gssapiauthentication printmotd acceptenv listenaddress trustedusercakeys authorizedkeyscommand hostcertificate addressfamily gatewayports allowagentforwarding kexalgorithms ciphers macs",
      "port match loglevel banner protocol include compression tcpkeepalive"
    ),
    (
      .ssh,
      "identityfile proxyjump proxycommand stricthostkeychecking userknownhostsfile identitiesonly serveraliveinterval serveralivecountmax forwardagent controlmaster controlpath controlpersist localforward remoteforward",
      "host hostname user port pubkeyauthentication kexalgorithms ciphers macs hostkeyalgorithms include loglevel match"
    ),
    (
      .proftpd,
      "servertype defaultserver serverident passiveports masqueradeaddress tlsengine tlsprotocol tlsrequired tlsoptions tlsrsacertificatefile tlsrsacertificatekeyfile tlseccertificatefile tlslog tlsciphersuite tlsverifyclient tlsrenegotiate tlscacertificatefile sftpengine sftplog sftphostkey sftpauthmethods sftpauthorizeduserkeys sftpcompression sftpoptions sftpciphers sftpdigests sftpkeyexchanges sftpclientmatch requirevalidshell defaultroot maxinstances authorder authuserfile authgroupfile authpam delayengine transferlog systemlog allowoverwrite maxclients maxclientsperhost maxloginattempts usereversedns identlookups sqlconnectinfo sqlauthtypes sqlbackend sqlauthenticate sqluserinfo sqlnamedquery ldapserver ldapbinddn ldapusers ldapgroups ldapsearchscope quotaengine multilinerfc2228 timeoutnotransfer timeoutstalled timeoutidle allowforeignaddress deferwelcome displaylogin scoreboardfile hidenoaccess createhome persistentpasswd extendedlog vrootengine wrapengine banengine socketbindtight <limit <global> <anonymous",
      "servername serveradmin port user group include umask timeoutlogin allowall denyall loadmodule <ifmodule </ifmodule> <virtualhost </virtualhost> </limit> </global>"
    ),
    (
      .vsftpd,
      "listen_ipv6 anonymous_enable local_enable write_enable local_umask dirmessage_enable xferlog_enable connect_from_port_20 chroot_local_user chroot_list_enable allow_writeable_chroot pasv_enable pasv_min_port pasv_max_port pasv_address pasv_addr_resolve ssl_enable force_local_logins_ssl force_local_data_ssl implicit_ssl rsa_cert_file rsa_private_key_file require_ssl_reuse ssl_tlsv1 ssl_ciphers userlist_enable tcp_wrappers pam_service_name guest_enable guest_username user_sub_token virtual_use_local_privs seccomp_sandbox local_root secure_chroot_dir xferlog_std_format use_localtime ftpd_banner nopriv_user hide_ids local_max_rate idle_session_timeout data_connection_timeout",
      "listen listen_port max_clients max_per_ip"
    ),
    (
      .pureFTPd,
      "chrooteveryone brokenclientscompatibility maxclientsnumber maxclientsperip verboselog displaydotfiles anonymousonly noanonymous dontresolve passiveportrange forcepassiveip anonymouscancreatedirs puredb ldapconfigfile mysqlconfigfile pgsqlconfigfile unixauthentication pamauthentication keepallfiles prohibitdotfileswrite certfile customerproof",
      "daemonize maxidletime minuid umask tls altlog syslogfacility"
    ),
    (.iptables, "*filter *nat *mangle *raw -a", "commit -p -n"),
    (.nft, "table chain", "type ct tcp udp iif iifname oifname ip ip6 policy accept drop"),
    (
      .firewalld, "icmp-block-inversion icmp-blocks forward-ports source-ports <zone",
      "target masquerade services ports interfaces sources rich <service <port"
    ),
    (
      .sssd,
      "[sssd] [domain/ id_provider auth_provider access_provider chpass_provider ldap_uri ldap_search_base ad_domain ad_server krb5_realm krb5_server cache_credentials config_file_version ldap_schema ldap_id_mapping ldap_tls_reqcert use_fully_qualified_names fallback_homedir ldap_default_bind_dn ipa_domain",
      "services domains [nss] [pam] enumerate default_shell"
    ),
    (
      .krb5,
      "[libdefaults] [realms] [domain_realm] default_realm dns_lookup_kdc dns_lookup_realm ticket_lifetime renew_lifetime default_ccache_name permitted_enctypes admin_server",
      "kdc forwardable rdns [logging] [appdefaults]"
    ),
    (
      .ldap, "tls_cacert tls_cacertdir tls_reqcert sasl_mech nss_base_passwd pam_password binddn",
      "uri base bindpw sizelimit timelimit"
    ),
    (
      .ldif, "dn objectclass changetype",
      "cn sn uid ou dc uidnumber gidnumber member memberof mail givenname userpassword homedirectory samaccountname"
    ),
    (
      .haproxy,
      "balance default_backend use_backend frontend backend",
      "global defaults listen bind server mode timeout option maxconn acl stats log daemon user group"
    ),
    (
      .squid,
      "http_access http_port https_port cache_dir refresh_pattern coredump_dir ftp_passive ftp_epsv cache_peer forwarded_for visible_hostname cache_mem ssl_bump never_direct always_direct",
      "acl auth_param dns_nameservers"
    ),
    (
      .nginx,
      "proxy_pass server_name location upstream client_max_body_size fastcgi_pass proxy_set_header dav_methods worker_processes ssl_certificate ssl_certificate_key proxy_request_buffering",
      "server listen root index error_log access_log include return http events user"
    ),
    (
      .apache,
      "documentroot serveralias proxypass proxypassreverse sslengine sslcertificatefile sslcertificatekeyfile rewriterule rewriteengine rewritecond dav davlockdb customlog errorlog allowoverride authldapurl <directory <location authtype",
      "servername serveradmin <virtualhost </virtualhost> <ifmodule </ifmodule> require options alias order </directory> </location> authname loadmodule"
    ),
    (
      .keepalived,
      "vrrp_instance virtual_router_id virtual_ipaddress advert_int vrrp_script virtual_server real_server lb_algo track_script vrrp_sync_group",
      "state interface priority authentication auth_type auth_pass global_defs"
    ),
    (
      .samba, "workgroup idmap vfs wins netbios browseable valid",
      "[global] [homes] security realm path read guest create template log server map"
    ),
    (
      .compose, "image container_name depends_on",
      "services ports volumes environment restart networks version build command"
    ),
    (
      .mysql,
      "[mysqld] innodb_buffer_pool_size innodb_log_file_size character-set-server log_bin max_allowed_packet",
      "[client] datadir bind-address max_connections socket port user"
    ),
    (
      .rsyslog, "$modload $actionfiledefaulttem $inputtcpserverrun $workdirectory *.*",
      "$includeconfig auth authpriv"
    ),
    (
      .postfix,
      "smtpd_recipient_restrictions smtpd_tls_cert_file smtpd_tls_key_file smtpd_sasl_type smtpd_sasl_path smtpd_milters non_smtpd_milters milter_default_action virtual_mailbox_maps virtual_alias_maps virtual_mailbox_domains virtual_transport mydestination inet_interfaces smtp_tls_security_level smtpd_tls_security_level content_filter alias_maps recipient_delimiter compatibility_level mailbox_size_limit",
      "mynetworks myhostname relayhost mail_version message_size_limit readme_directory myorigin"
    ),
    (
      .kubernetes, "apiversion kind",
      "metadata spec template containers image name env labels selector replicas namespace - value ports volumemounts volumes nfs server path"
    ),
  ]
}
