#if canImport(Glibc)
  import Glibc
#endif

/// The members of a support bundle that say something of the installation; the rest is not read.
enum BundleMembers {
  /// Whether the member at this path below the bundle's folder is wanted.
  static func wants(_ path: String) -> Bool {
    guard let first = path.split(separator: "/", maxSplits: 1).first else { return false }
    return (byFolder[first] ?? []).contains { fnmatch($0, path, FNM_PATHNAME) == 0 }
  }

  /// Logs are only recognised and counted.
  static func isLog(_ path: String) -> Bool { path.hasPrefix("var/log/") }

  private static let byFolder = Dictionary(
    grouping: patterns, by: { $0.split(separator: "/", maxSplits: 1)[0] })

  /// As sos 4 lays them out; files at the top are links to commands' output in newer ones.
  private static let patterns = [
    "date", "hostname", "installed-debs", "installed-rpms", "ip_addr", "locale", "lsb-release",
    "netstat", "ip_route", "route", "timedatectl", "uname", "version.txt",
    "usr/lib/os-release",
    // The system
    "etc/os-release", "etc/*-release", "etc/debian_version", "etc/hostname", "etc/hosts",
    "etc/timezone", "etc/locale.conf", "etc/default/locale", "etc/sysconfig/i18n",
    "etc/sysconfig/clock", "etc/vconsole.conf", "etc/resolv.conf", "etc/nsswitch.conf",
    "etc/sysctl.conf", "etc/sysctl.d/*.conf", "etc/security/limits.conf",
    "etc/security/limits.d/*.conf", "etc/selinux/config", "etc/fstab", "etc/exports",
    "etc/chrony.conf", "etc/chrony/chrony.conf", "etc/ntp.conf", "etc/rsyslog.conf",
    "etc/rsyslog.d/*.conf",
    // Users
    "etc/sssd/sssd.conf", "etc/sssd/conf.d/*.conf", "etc/krb5.conf", "etc/krb5.conf.d/*",
    "etc/ldap.conf", "etc/ldap/ldap.conf", "etc/openldap/ldap.conf", "etc/nslcd.conf",
    "etc/realmd.conf", "etc/pam.d/sshd", "etc/pam.d/proftpd", "etc/pam.d/vsftpd",
    // The way in
    "etc/nftables.conf", "etc/nftables/*.nft", "etc/sysconfig/nftables.conf",
    "etc/sysconfig/iptables", "etc/iptables/rules.v[46]", "etc/ufw/ufw.conf", "etc/ufw/*.rules",
    "etc/firewalld/firewalld.conf", "etc/firewalld/zones/*.xml", "etc/haproxy/haproxy.cfg",
    "etc/squid/squid.conf", "etc/keepalived/keepalived.conf",
    // Servers
    "etc/ssh/sshd_config", "etc/ssh/sshd_config.d/*.conf", "etc/ssh/ssh_config",
    "etc/proftpd.conf", "etc/proftpd/*", "etc/proftpd/conf.d/*", "etc/vsftpd.conf",
    "etc/vsftpd/*.conf", "etc/pure-ftpd/*.conf", "etc/pure-ftpd/conf/*", "etc/sftpgo/sftpgo.*",
    "etc/nginx/nginx.conf", "etc/nginx/conf.d/*.conf", "etc/nginx/sites-enabled/*",
    "etc/httpd/conf/httpd.conf", "etc/httpd/conf.d/*.conf", "etc/apache2/apache2.conf",
    "etc/apache2/sites-enabled/*", "etc/samba/smb.conf", "etc/lighttpd/lighttpd.conf",
    // What commands said
    "sos_commands/date/date*", "sos_commands/date/hwclock*", "sos_commands/dpkg/dpkg_-l",
    "sos_commands/rpm/*rpm*-qa*", "sos_commands/host/hostname*", "sos_commands/general/hostname*",
    "sos_commands/host/uptime", "sos_commands/i18n/locale*", "sos_commands/kernel/uname_-a",
    "sos_commands/kernel/sysctl_-a", "sos_commands/release/*", "sos_commands/lsbrelease/*",
    "sos_commands/systemd/timedatectl*", "sos_commands/systemd/hostnamectl*",
    "sos_commands/systemd/localectl*", "sos_commands/networking/ip_*_addr*",
    "sos_commands/networking/ip_route_show*", "sos_commands/networking/ss_*",
    "sos_commands/networking/netstat_*", "sos_commands/networking/iptables_*",
    "sos_commands/networking/nft_list_ruleset", "sos_commands/firewall_tables/*",
    "sos_commands/iptables/*", "sos_commands/nftables/*", "sos_commands/firewalld/*",
    "sos_commands/ufw/*", "sos_commands/selinux/sestatus*", "sos_commands/sssd/*",
    "sos_commands/docker/docker_version", "sos_commands/docker/docker_ps",
    "sos_commands/podman/podman_version", "sos_commands/podman/podman_ps",
    "sos_commands/pacemaker/pcs_status*", "sos_commands/virt/virt-what*",
    // Logs
    "var/log/syslog", "var/log/messages", "var/log/secure", "var/log/auth.log",
    "var/log/proftpd/*", "var/log/vsftpd.log", "var/log/xferlog", "var/log/pure-ftpd/*",
    "var/log/sftpgo/*", "var/log/nginx/*.log", "var/log/httpd/*log", "var/log/apache2/*.log",
    "var/log/squid/access.log", "var/log/haproxy.log", "var/log/sssd/*.log",
  ]
}
