extension HostChroot {
  /// $1: the folder; $2, $3: what qemu-storage-daemon opens and shows; the rest: what to run.
  static let script = #"""
    folder=$1 device=$2 export=$3
    shift 3
    root=$folder/root shown=$folder/disk.raw
    # Until a test is true, while process $1 lives.
    await() {
      living=$1
      shift
      for turn in $(seq 1000); do
        ! test "$@" || return 0
        kill -0 "$living"
        sleep 0.02
      done
    }

    mkdir -p "$root"
    : > "$shown"

    qemu-storage-daemon --blockdev "$device" --export "$export" >&2 &
    storage=$!
    await "$storage" -s "$shown"

    filesystem=
    mount -t ext4 -o loop,noatime "$shown" "$root" 2> /dev/null || {
      fuse2fs -f -o rw,fakeroot,allow_other "$shown" "$root" >&2 &
      filesystem=$!
      await "$filesystem" -d "$root/etc"
    }
    cd "$root"

    mount -t proc proc proc
    mount -t tmpfs -o mode=755 tmpfs run
    mkdir run/lock
    mount -t tmpfs -o mode=755 tmpfs dev
    for each in null zero full random urandom; do
      : > "dev/$each"
      mount --bind "/dev/$each" "dev/$each"
    done
    mkdir dev/pts dev/shm
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
    mount -t tmpfs tmpfs dev/shm
    ln -s pts/ptmx dev/ptmx
    ln -s /proc/self/fd dev/fd
    ln -s /proc/self/fd/0 dev/stdin
    ln -s /proc/self/fd/1 dev/stdout
    ln -s /proc/self/fd/2 dev/stderr
    for each in resolv.conf hosts; do mount --bind "/etc/$each" "etc/$each"; done
    # Whatever takes the name of the machine into a file gets the image's, not this host's.
    hostname "$(cat etc/hostname)"
    printf '%s\n' "$CASELAB_APT" > run/caselab.apt
    [ -z "$CASELAB_AUTHORITIES" ] || cp "$CASELAB_AUTHORITIES" run/caselab.authorities.pem
    # Nothing is started here, whatever its package says; see invoke-rc.d(8).
    printf '#!/bin/sh\nexit 101\n' > usr/sbin/policy-rc.d
    chmod 755 usr/sbin/policy-rc.d

    chroot . "$@"

    rm -f usr/sbin/policy-rc.d
    # As after a boot with these packages: the next one need not look for what to update.
    touch --reference=usr etc/.updated var/.updated
    umount etc/hosts etc/resolv.conf run proc
    umount --recursive dev
    # Files that were removed while they were open, which fuse2fs renames.
    find var/lib/dpkg -name '.fuse_hidden*' -delete
    cd /
    umount "$root"
    [ -z "$filesystem" ] || wait "$filesystem"
    e2fsck -fn "$shown" >&2
    kill "$storage"
    wait "$storage"
    rmdir "$root"
    rm "$shown"
    """#
}
