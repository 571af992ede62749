# Tests of a web server, as TAP in $CASELAB_RESULTS. The environment is read once, into shell words.
folder=/var/log/caselab-web
rm -rf "$folder"
mkdir -p "$folder"
: >"$CASELAB_RESULTS" || exit 1
number=0

ask() { # expression: what environment.json has there, or nothing
  jq -r --arg path "$1" 'getpath($path / ".") | if . == null then "" else . end' \
    "$CASELAB_ENVIRONMENT"
}
host=$(ask host) http=$(ask protocols.http.port) https=$(ask protocols.https.port)
ca=$(ask tls.ca) tokens=$(ask settings.server_tokens) redirects=$(ask settings.redirect_to_https)
hsts=$(ask settings.hsts) versions=$(ask settings.tls_protocols)
[ -n "$host" ] || { echo "no host in $CASELAB_ENVIRONMENT" >&2; exit 1; }

get() { # path or URL, more of curl's arguments: status, then headers and body in files
  target=$1; shift
  case $target in http*) ;; *) target=$base$target ;; esac
  echo "+ $target $*" >>"$folder/curl.log"
  curl --silent --show-error --max-time 60 --connect-timeout 20 --cacert "$ca" \
    --dump-header "$folder/headers" --output "$folder/body" --write-out '%{http_code}' \
    "$@" "$target" 2>>"$folder/curl.log"
}
has() { tr -d '\r' <"$folder/headers" | grep -Eiq "$1"; }

ok() { number=$((number + 1)); echo "ok $number - $scheme: $1" | tee -a "$CASELAB_RESULTS"; }
skip() { number=$((number + 1)); echo "ok $number - $scheme: $1 # SKIP not applicable: $2" | tee -a "$CASELAB_RESULTS"; }
test_() { # name, command
  name=$1; shift
  if "$@"; then ok "$name"; return; fi
  number=$((number + 1))
  { echo "not ok $number - $scheme: $name"
    tail -n 5 "$folder/curl.log" | sed 's/^/# /'; } | tee -a "$CASELAB_RESULTS"
}

status() { # wanted, path, more
  wanted=$1; shift
  got=$(get "$@") || true
  [ "$got" = "$wanted" ] || { echo "status $got, not $wanted" >>"$folder/curl.log"; return 1; }
}
whole() { status 200 data.bin && sum=$(sha256sum <"$folder/body") && get data.sha256 >/dev/null &&
  [ "${sum%% *}" = "$(cut -d' ' -f1 "$folder/body")" ]; }
part() { status 206 data.bin --range 100-199 && [ "$(wc -c <"$folder/body")" -eq 100 ]; }
unchanged() { status 200 hello.txt && has '^etag:' &&
  tag=$(tr -d '\r' <"$folder/headers" | sed -n 's/^[Ee][Tt][Aa][Gg]: *//p') &&
  status 304 hello.txt --header "If-None-Match: $tag"; }
typed() { status 200 hello.txt && has '^content-type: text/plain'; }
no_upload() { for way in PUT DELETE; do
    case $(get new.txt --request "$way" --data-binary x) in 403|405) ;; *) return 1 ;; esac
  done; status 404 new.txt; }
no_escape() { for path in ../../etc/passwd %2e%2e/%2e%2e/etc/passwd; do
    case $(get "$path" --path-as-is) in 400|403|404) ;; *) return 1 ;; esac
  done; }
no_listing() { case $(get folder/) in 403|404) ;; *) return 1 ;; esac; }
told() { status 200 hello.txt && has '^server:.*/[0-9]'; }
untold() { status 200 hello.txt && ! has '^server:.*/[0-9]'; }
fails() { ! get "$@" >/dev/null; }
chain() { openssl s_client -connect "$host:$https" -servername "$host" -CAfile "$ca" \
    -verify_return_error $named </dev/null >>"$folder/curl.log" 2>&1; }
# Curves and ciphers of old versions are not what is asked here.
speaks() { openssl s_client -connect "$host:$https" "-$1" -cipher 'ALL:@SECLEVEL=0' </dev/null \
    >"$folder/tls" 2>&1; grep -Eq 'Cipher is [A-Z]' "$folder/tls" && ! grep -q 'Cipher is (NONE)' "$folder/tls"; }
refuses() { status 200 hello.txt && ! speaks "$1"; }
stays() { status 200 hello.txt && has '^strict-transport-security:'; }
redirected() { status 301 hello.txt && has '^location: https://'; }

every() {
  test_ "a page is found" status 200 hello.txt
  test_ "a missing page is not" status 404 missing.txt
  test_ "a file comes whole" whole
  test_ "a part of a file" part
  test_ "an unchanged page is not sent again" unchanged
  test_ "content type" typed
  test_ "uploading and deleting are refused" no_upload
  test_ "no way out of the folder" no_escape
  if [ "$(ask settings.autoindex)" = true ]; then skip "folders are not listed" "the profile lists them"
  else test_ "folders are not listed" no_listing; fi
  case $tokens in
    true) test_ "the version is told" told ;;
    false) test_ "the version is not told" untold ;;
  esac
}

if [ -n "$http" ]; then
  scheme=http base=http://$host:$http/
  if [ -n "$https" ] && [ "$redirects" = true ]; then test_ "leads to HTTPS" redirected; else every; fi
fi
if [ -n "$https" ]; then
  scheme=https base=https://$host:$https/
  case $host in *[!0-9.]*) named="-verify_hostname $host" ;; *) named="-verify_ip $host" ;; esac
  every
  test_ "the certificate leads to the authority and has the name" chain
  test_ "an unknown authority is refused" fails hello.txt --cacert /etc/ssl/certs/ca-certificates.crt
  for each in TLSv1:tls1 TLSv1.1:tls1_1 TLSv1.2:tls1_2 TLSv1.3:tls1_3; do
    case " ${versions:-TLSv1.2 TLSv1.3} " in
      *" ${each%:*} "*) test_ "${each%:*} is accepted" speaks "${each#*:}" ;;
      *) test_ "${each%:*} is refused" refuses "${each#*:}" ;;
    esac
  done
  if [ "$hsts" = true ]; then test_ "tells browsers to stay" stays
  else skip "tells browsers to stay" "the profile does not ask for it"; fi
fi
echo "1..$number" | tee -a "$CASELAB_RESULTS"
