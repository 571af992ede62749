/// Software that stands beside the product, whose versions are not the product's.
enum ComponentNames {
  static let entries = Lexicon.table(
    """
    openssl: openssl, libssl
    gnutls
    libressl
    boringssl
    libsodium
    java: java, jdk, jre, openjdk, oracle jdk, adoptopenjdk, temurin, corretto, jvm, java se
    python: python, python3, cpython
    php: php, php fpm, php8, php7
    perl
    ruby
    node: node.js, nodejs, node js
    npm
    golang: golang, go version
    rust: rust, rustc
    dotnet: .net framework, .net core, dotnet, net framework, .net
    kernel: linux kernel, kernel, kernel version, noyau, jadro
    glibc: glibc, musl, libc
    gcc: gcc, clang, cmake
    systemd
    pam
    zlib
    rsync
    bash: bash, zsh, powershell
    git
    vmware: vmware, vmware esxi, esxi, vsphere, vcenter, hyper v, hyperv, kvm, qemu, xen, virtualbox, xenserver, nutanix, vmware workstation
    outlook: outlook, exchange, thunderbird, office 365, microsoft 365, teams, excel
    mod_tls: mod_tls, mod_sftp, mod_sql, mod_ldap, mod_auth, mod_proxy
    tls: tls, tlsv1, ssl, sslv3, tls1, tlsv1.2, tlsv1.3
    ip: ipv4, ipv6, ip, tcp, udp
    rfc: rfc, cve, iso, pci dss, pci, gdpr, dsgvo
    cpu: intel, xeon, amd, epyc, ryzen, cpu, ram, gb, ghz
    raspberry: raspberry pi, raspi, rpi
    http: http 1.1, http 2
    """
  ) { .component($0) }
}
