/// The scripts by which a case's nodes make their certificates, all of one authority of the case.
///
/// `openssl ca` and not `openssl x509 -req`: it alone sets both ends of the validity in OpenSSL 1.1.1
/// as in 3.5, so that an expired certificate is one that was valid once.
enum GuestCertificates {
  /// Makes `/etc/caselab/tls/ca.pem` and `ca.key` where there are none; does nothing without openssl.
  static let authority = #"""
    #!/bin/sh
    set -eu
    command -v openssl >/dev/null || exit 0
    umask 077
    folder=/etc/caselab/tls
    [ ! -s "$folder/ca.key" ] || [ ! -s "$folder/ca.pem" ] || exit 0
    install -d -m 755 /etc/caselab "$folder"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cat >"$work/ca.cnf" <<'END'
    [ca]
    default_ca = it
    [it]
    database = index
    new_certs_dir = .
    rand_serial = yes
    default_md = sha256
    unique_subject = no
    policy = policy
    x509_extensions = v3
    [policy]
    commonName = supplied
    [v3]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    subjectKeyIdentifier = hash
    [req]
    distinguished_name = dn
    [dn]
    END
    cd "$work"
    : >index
    openssl ecparam -name prime256v1 -genkey -noout -out ca.key
    openssl req -new -config ca.cnf -key ca.key -subj '/CN=Caselab test authority' -out ca.csr
    openssl ca -batch -notext -selfsign -config ca.cnf -keyfile ca.key -in ca.csr -out ca.pem \
      -startdate "$(date -u -d '-3 years' +%y%m%d%H%M%SZ)" \
      -enddate "$(date -u -d '+10 years' +%y%m%d%H%M%SZ)" 2>openssl.log || { cat openssl.log >&2; exit 1; }
    install -m 600 ca.key "$folder/ca.key"
    install -m 644 ca.pem "$folder/ca.pem"

    """#

  /// `/etc/caselab/bin/certificate [--expired] [--unknown-authority] FILE NAME-OR-ADDRESS...`
  static let script = #"""
    #!/bin/sh
    # certificate [--expired] [--unknown-authority] FILE NAME-OR-ADDRESS...
    # Writes FILE.pem and FILE.key: a server certificate of the case's authority.
    set -eu
    umask 077
    fail() { printf 'certificate: %s\n' "$1" >&2; exit 64; }

    # A day back: the nodes' clocks may differ.
    from='-1 day' until='+5 years' ca=/etc/caselab/tls/ca unknown=
    while [ $# -gt 0 ]; do
      case $1 in
        --expired) from='-2 years' until='-30 days' ;;
        --unknown-authority) unknown=yes ;;
        --) shift; break ;;
        -*) fail "unknown option $1" ;;
        *) break ;;
      esac
      shift
    done
    [ $# -gt 1 ] || fail 'usage: certificate [--expired] [--unknown-authority] FILE NAME...'
    case $1 in /*) file=$1 ;; *) file=$PWD/$1 ;; esac
    shift

    # The names become lines of a configuration: only what a name or an address is made of may be in them.
    first= names=
    for name; do
      case $name in
        '') continue ;;
        -*|*[!A-Za-z0-9.:*_-]*) fail "not a name or an address: $name" ;;
        *:*) kind=IP ;;
        *[!0-9.]*) kind=DNS ;;
        *) kind=IP ;;
      esac
      first=${first:-$name}
      names=$names${names:+,}$kind:$name
    done
    [ -n "$first" ] || fail 'no name'
    # A common name has 64 characters at most; clients read the alternative names.
    [ "${#first}" -le 64 ] || first='Caselab server'

    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cd "$work"
    cat >config <<END
    [ca]
    default_ca = it
    [it]
    database = index
    new_certs_dir = .
    rand_serial = yes
    default_md = sha256
    unique_subject = no
    policy = policy
    x509_extensions = v3
    [policy]
    commonName = supplied
    [v3]
    basicConstraints = critical,CA:FALSE
    keyUsage = critical,digitalSignature
    extendedKeyUsage = serverAuth
    subjectKeyIdentifier = hash
    authorityKeyIdentifier = keyid
    subjectAltName = $names
    [authority]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    subjectKeyIdentifier = hash
    [req]
    distinguished_name = dn
    [dn]
    END
    : >index
    key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
    if [ -n "$unknown" ]; then
      ca=$work/ca
      key ca.key
      openssl req -x509 -new -config config -extensions authority -sha256 -days 3650 -key ca.key \
        -subj '/CN=Authority that nobody knows' -out ca.pem
    fi
    [ -s "$ca.key" ] && [ -s "$ca.pem" ] || fail "no authority: $ca.key"
    key key
    openssl req -new -config config -key key -subj "/CN=$first" -out request
    openssl ca -batch -notext -config config -cert "$ca.pem" -keyfile "$ca.key" -in request \
      -out certificate -startdate "$(date -u -d "$from" +%y%m%d%H%M%SZ)" \
      -enddate "$(date -u -d "$until" +%y%m%d%H%M%SZ)" 2>log || { cat log >&2; exit 1; }
    install -m 600 key "$file.key"
    install -m 644 certificate "$file.pem"

    """#
}
