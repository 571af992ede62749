#!/usr/bin/env bash
# Installs what Caselab is built and run with, on Debian 12 and 13: only what is missing, saying what.
#
#   Scripts/lib/setup.sh                everything, as root or as a user with sudo
#   Scripts/lib/setup.sh --system USER  only what needs root: Debian packages, and USER's range of
#                                       subordinate IDs; for somebody with the right to do it
#
# Scripts/quickstart and Scripts/test source this file, call set_up and find `swift` in PATH.
set -euo pipefail

setup_self=$(readlink -f "${BASH_SOURCE[0]}")

swift_wanted=6.2     # the oldest that builds Caselab
swift_release=6.3.1  # the one that is installed when there is none

# Building: Swift's toolchain needs a C and C++ development environment and a linker.
build_packages=(
  ca-certificates curl g++ git libarchive-dev libc6-dev libgmime-3.0-dev libncurses6 libsqlite3-dev
  libxml2-dev pkg-config python3 tzdata zlib1g-dev
)
# Debian 12 has these too old: its QEMU 7.2 crashes emulated guests with 6.x kernels, its
# mmdebstrap has no --chrooted-customize-hook.
lab_packages=(
  libvirt-clients libvirt-daemon libvirt-daemon-driver-qemu libvirt-daemon-driver-storage libvirt-dev
  mmdebstrap qemu-system-x86 qemu-utils
)
declare -A lab_oldest=([libvirt-daemon]=10 [mmdebstrap]=1.5 [qemu-system-x86]=1:9)
other_packages=(dpkg-dev e2fsprogs fuse2fs genisoimage openssh-client osinfo-db uidmap util-linux)

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 69; }

# Everything; afterwards `swift` is in PATH.
set_up() {
  local user
  user=$(id -un)
  read_release
  if ! system_is_ready "$user"; then
    if [[ $(id -u) == 0 ]]; then
      set_up_system "$user"
    elif may_sudo; then
      say "the next steps need root: sudo $setup_self --system $user"
      sudo "$setup_self" --system "$user"
    else
      say "this needs somebody with the right to install packages, once:"
      printf '\n  sudo %q --system %q\n\n' "$setup_self" "$user" >&2
      exit 69
    fi
  fi
  find_swift || install_swift
}

# Sets `codename` and `lab_release`.
read_release() {
  local ID='' VERSION_CODENAME=''
  # shellcheck disable=SC1091
  [[ ! -r /etc/os-release ]] || . /etc/os-release
  codename=$VERSION_CODENAME
  lab_release=$codename
  [[ $codename != bookworm ]] || lab_release=bookworm-backports
  case $ID:$codename in
    debian:bookworm | debian:trixie) ;;
    *) fail "this is for Debian 12 and 13; here is ${ID:-an unknown system} ${codename:-}" ;;
  esac
}

may_sudo() {
  command -v sudo > /dev/null || return 1
  sudo -n true 2> /dev/null || { [[ -t 0 ]] && sudo -v; }
}

system_is_ready() {
  [[ -z $(missing_packages) ]] && ! needs_subordinate_ids "$1"
}

# What root does. $1: the user who will work with Caselab.
set_up_system() {
  local missing
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]})); then
    say "installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    mapfile -t missing < <(missing_common_packages)
    ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
    if [[ -n $(missing_lab_packages) ]]; then
      # All of them anew, and from one release: they depend on each other's versions.
      [[ $codename != bookworm ]] || add_backports
      install_packages -t "$lab_release" "${lab_packages[@]}"
    fi
  fi
  if needs_subordinate_ids "$1"; then
    local first
    first=$(free_subordinate_id)
    say "giving user $1 the subordinate IDs $first-$((first + 65535)) (subuid(5))"
    usermod --add-subuids "$first-$((first + 65535))" --add-subgids "$first-$((first + 65535))" "$1"
  fi
}

install_packages() { apt-get install -q -y --no-install-recommends "$@"; }

missing_packages() {
  missing_common_packages
  missing_lab_packages
}

missing_common_packages() {
  local package
  for package in "${build_packages[@]}" "${other_packages[@]}"; do
    is_installed "$package" || printf '%s\n' "$package"
  done
  # Swift links with gold, which Debian 13 has in a package of its own.
  [[ $codename == bookworm ]] || is_installed binutils-gold || printf 'binutils-gold\n'
}

# Also those that are too old.
missing_lab_packages() {
  local package
  for package in "${lab_packages[@]}"; do
    is_installed "$package" && is_new_enough "$package" || printf '%s\n' "$package"
  done
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null) == installed ]]; }

is_new_enough() {
  local version
  version=$(dpkg-query -W -f '${Version}' "$1" 2> /dev/null) || return 1
  dpkg --compare-versions "$version" ge "${lab_oldest[$1]:-0}"
}

# Names no mirror: takes the one that apt is configured with for Debian 12 itself.
add_backports() {
  local targets site
  targets=$(apt-get indextargets --format "\$(RELEASE) \$(COMPONENT) \$(CREATED_BY) \$(REPO_URI)")
  ! grep -q '^bookworm-backports main Packages ' <<< "$targets" || return 0
  site=$(awk '$1 == "bookworm" && $2 == "main" && $3 == "Packages" { print $4; exit }' <<< "$targets")
  [[ -n $site ]] || fail 'apt has no source for Debian 12 (bookworm main); see sources.list(5)'
  say "adding apt source /etc/apt/sources.list.d/caselab-backports.sources ($site)"
  printf '%s\n' 'Types: deb' "URIs: $site" 'Suites: bookworm-backports' 'Components: main' \
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' \
    > /etc/apt/sources.list.d/caselab-backports.sources
  apt-get update -q
}

# An ordinary user builds images in a user namespace.
needs_subordinate_ids() {
  [[ $(id -u "$1") != 0 ]] || return 1
  ! grep -q "^$1:" /etc/subuid 2> /dev/null || ! grep -q "^$1:" /etc/subgid 2> /dev/null
}

free_subordinate_id() {
  cat /etc/subuid /etc/subgid 2> /dev/null \
    | awk -F: -v first=100000 '$2 + $3 > first { first = $2 + $3 } END { print first }'
}

# Puts a `swift` that is new enough into PATH.
find_swift() {
  local folder version
  for folder in "$(dirname "$(command -v swift || echo /none/swift)")" /opt/swift/usr/bin \
    "$(swift_home)/usr/bin"; do
    [[ -x $folder/swift ]] || continue
    version=$("$folder/swift" --version 2> /dev/null | grep -oE 'Swift version [0-9.]+' || true)
    [[ -n $version ]] || continue
    dpkg --compare-versions "${version##* }" ge "$swift_wanted" || continue
    PATH=$folder:$PATH
    return 0
  done
  return 1
}

swift_home() { printf '%s\n' "${XDG_DATA_HOME:-$HOME/.local/share}/swift-$swift_release"; }

# As https://www.swift.org/install/linux/tarball has it: the archive, its detached signature, and
# the project's keys. The build for Debian 12 runs on 13 too.
install_swift() {
  local home name url work
  home=$(swift_home)
  name=swift-$swift_release-RELEASE-debian12
  case $(uname -m) in
    x86_64) url=https://download.swift.org/swift-$swift_release-release/debian12 ;;
    aarch64)
      url=https://download.swift.org/swift-$swift_release-release/debian12-aarch64
      name+=-aarch64
      ;;
    *) fail "there is no Swift toolchain for $(uname -m)" ;;
  esac
  command -v gpg > /dev/null || fail 'gpg is needed to check the Swift toolchain: apt-get install gpg'
  say "installing Swift $swift_release from swift.org into $home (about 1 GB to download)"
  mkdir -p "$(dirname "$home")"
  work=$(mktemp -d "$home.XXXXXX")
  if ! (
    cd "$work"
    curl -fL --retry 3 -O "$url/swift-$swift_release-RELEASE/$name.tar.gz" \
      -O "$url/swift-$swift_release-RELEASE/$name.tar.gz.sig" -O https://www.swift.org/keys/all-keys.asc
    mkdir -m 700 keys
    gpg --homedir keys --quiet --import all-keys.asc
    gpg --homedir keys --verify "$name.tar.gz.sig" "$name.tar.gz"
    tar xzf "$name.tar.gz"
    mv "$name" "$home"
  ); then
    rm -rf "$work"
    fail "Swift >= $swift_wanted is missing and could not be installed; put one in PATH (swift.org/install)"
  fi
  rm -rf "$work"
  find_swift || fail "$home/usr/bin/swift does not run"
}

if [[ $setup_self == "$(readlink -f "$0")" ]]; then
  case ${1:-} in
    '')
      set_up
      say "ready; $(command -v swift)"
      ;;
    --system)
      [[ $(id -u) == 0 && -n ${2:-} ]] || fail 'usage, as root: setup.sh --system USER'
      id -u "$2" > /dev/null || fail "there is no user $2"
      read_release
      set_up_system "$2"
      ;;
    *) fail "usage: setup.sh [--system USER]" ;;
  esac
fi
