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
  ///
  /// Where `like` is there, what it makes has the key, the digest, the validity and the names of that,
  /// and says in `made` how near it came.
  static let script = #"""
    #!/bin/sh
    # certificate [--expired] [--unknown-authority] FILE NAME-OR-ADDRESS...
    # Writes FILE.pem and FILE.key: a server certificate of the case's authority.
    set -euf
    umask 077
    fail() { printf 'certificate: %s\n' "$1" >&2; exit 64; }

    # Of a certificate: kind, bits and curve of its key, digest, from, until.
    look() {
      text=$(openssl x509 -in "$1" -noout -text) || fail "not a certificate: $1"
      said() { printf '%s\n' "$text" | sed -n "s/.*$1//p" | head -n 1; }
      kind=$(said 'Public Key Algorithm: ')
      bits=$(said 'Public-Key: (' | sed 's/ bit.*//')
      curve=$(said 'ASN1 OID: ')
      digest=$(said 'Signature Algorithm: ' | tr A-Z a-z | grep -oE 'sha[0-9]+|md5' | head -n 1) || true
      digest=${digest:-sha256}
      from=$(openssl x509 -in "$1" -noout -startdate)
      from=${from#*=}
      until=$(openssl x509 -in "$1" -noout -enddate)
      until=${until#*=}
    }
    described() {
      printf '%s %s %s, %s to %s\n' "$kind" "${curve:-$bits}" "$digest" \
        "$(date -u -d "$from" +%Y-%m-%d)" "$(date -u -d "$until" +%Y-%m-%d)"
    }
    # The names that it is good for; those that are no names of hosts are left out.
    theirs() {
      printf '%s\n' "$text" | sed -n '/X509v3 Subject Alternative Name/{n;p;}' | tr ',' '\n' |
        sed -n 's/^ *DNS://p; s/^ *IP Address://p' | grep -E '^[A-Za-z0-9*][A-Za-z0-9.:*_-]*$' |
        head -n 50 || true
    }
    # No less than what the TLS libraries of today load.
    key() {
      case $kind in
        rsa*)
          [ "${bits:-0}" -ge 2048 ] && [ "$bits" -le 8192 ] || bits=2048
          openssl genpkey -algorithm RSA -pkeyopt "rsa_keygen_bits:$bits" -out "$1" ;;
        ED25519|ED448) openssl genpkey -algorithm "$kind" -out "$1" ;;
        *)
          case ${curve:-} in secp384r1|secp521r1) ;; *) curve=prime256v1 ;; esac
          openssl ecparam -name "$curve" -genkey -noout -out "$1" ;;
      esac 2>log || { cat log >&2; exit 1; }
    }
    stamp() { # DATE, as openssl ca takes it: two digits of the year up to 2049
      case $(date -u -d "$1" +%Y) in
        19[5-9]?|20[0-4]?) date -u -d "$1" +%y%m%d%H%M%SZ ;;
        *) date -u -d "$1" +%Y%m%d%H%M%SZ ;;
      esac
    }

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
    like=/etc/caselab/tls/like.pem
    kind= digest=sha256
    if [ -s "$like" ]; then
      look "$like"
      set -- $(theirs) "$@"
      wanted=$(described)
    fi

    first= names=
    for name; do
      case $name in
        '') continue ;;
        -*|*[!A-Za-z0-9.:*_-]*) fail "not a name or an address: $name" ;;
        *:*) type=IP ;;
        *[!0-9.]*) type=DNS ;;
        *) type=IP ;;
      esac
      first=${first:-$name}
      names=$names${names:+,}$type:$name
    done
    [ -n "$first" ] || fail 'no name'
    # A common name has 64 characters at most; clients read the alternative names.
    [ "${#first}" -le 64 ] || first='Caselab server'

    case $digest in sha256|sha384|sha512) ;; *) digest=sha256 ;; esac

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
    default_md = $digest
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
    if [ -n "$unknown" ]; then
      ca=$work/ca
      openssl ecparam -name prime256v1 -genkey -noout -out ca.key
      openssl req -x509 -new -config config -extensions authority -sha256 -days 3650 -key ca.key \
        -subj '/CN=Authority that nobody knows' -out ca.pem
    fi
    [ -s "$ca.key" ] && [ -s "$ca.pem" ] || fail "no authority: $ca.key"
    key key
    openssl req -new -config config -key key -subj "/CN=$first" -out request
    openssl ca -batch -notext -config config -cert "$ca.pem" -keyfile "$ca.key" -in request \
      -out certificate -startdate "$(stamp "$from")" -enddate "$(stamp "$until")" 2>log ||
      { cat log >&2; exit 1; }
    install -m 600 key "$file.key"
    install -m 644 certificate "$file.pem"
    if [ -s "$like" ]; then
      look certificate
      { printf '%s\n' "$wanted"; described; } >"${like%/*}/made"
    fi

    """#
}
