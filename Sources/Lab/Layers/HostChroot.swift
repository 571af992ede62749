import CaseModel
import Foundation
import Machines

/// Runs steps of a layer on its disk without a machine: the disk is mounted in namespaces of its own,
/// and the step is run in a chroot(2) there, at the host's speed.
///
/// Only for disks that no machine has ever written to: the host's kernel and its root open the file
/// system. qemu-storage-daemon(1) shows the qcow2 as a file; root mounts that by a loop device, anybody
/// else by fuse2fs(1). Everything ends with the namespaces, also when they are killed.
struct HostChroot: Sendable {
  /// qcow2, an overlay.
  var disk: String
  /// Gets the mount point and the shown disk, for the time of a step.
  var folder: String
  var apt: HostApt
  var authorities: HostAuthorities?

  /// Of this host, as uname(1) says it: a chroot runs no other programs.
  static let arch: String = {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }()

  /// - Throws: `labFailed` with the last lines of output where this host cannot, or the script fails.
  func run(_ command: GuestCommand) async throws -> GuestResult {
    let output = try await tool(command).output()
    return GuestResult(status: 0, output: Array(output.utf8))
  }

  func tool(_ command: GuestCommand, asRoot: Bool = geteuid() == 0) throws -> ToolCommand {
    var environment = command.environment
    environment["APT_CONFIG"] = "/run/caselab.apt"
    if authorities != nil { environment.merge(HostAuthorities.variables) { $1 } }
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let options =
      apt.buildOptions
      + (authorities == nil ? [] : ["Acquire::https::CAInfo \"\(HostAuthorities.path)\";"])
    return UserNamespace.command(
      ["sh", "-euc", Self.script, "sh", folder, try blockDevice(), try export()]
        // Should this process be killed, nobody else looks at the time.
        + ["timeout", "--kill-after=5", "\(command.deadline.components.seconds + 30)"]
        + ["env", "-i"] + variables + command.arguments,
      environment: [
        "CASELAB_APT": options.joined(separator: "\n"),
        "CASELAB_AUTHORITIES": authorities == nil ? "" : HostAuthorities.ofHost,
      ],
      deadline: command.deadline, asRoot: asRoot)
  }

  private func blockDevice() throws -> String {
    struct File: Encodable {
      var driver = "file"
      var filename: String
    }
    struct Device: Encodable {
      var driver = "qcow2"
      var name = "disk"
      var discard = "unmap"
      // What is not finished is thrown away: it is written to disk when the layer is sealed.
      var cache = ["no-flush": true]
      var file: File
      enum CodingKeys: String, CodingKey {
        case driver, discard, cache, file
        case name = "node-name"
      }
    }
    return try json(Device(file: File(filename: disk)))
  }

  private func export() throws -> String {
    struct Export: Encodable {
      var type = "fuse"
      var id = "disk"
      var node = "disk"
      var mountpoint: String
      var writable = true
      enum CodingKeys: String, CodingKey {
        case type, id, mountpoint, writable
        case node = "node-name"
      }
    }
    return try json(Export(mountpoint: folder + "/disk.raw"))
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// $1: the folder; $2, $3: what qemu-storage-daemon opens and shows; the rest: what to run.
  private static let script = #"""
    folder=$1 device=$2 export=$3
    shift 3
    root=$folder/root shown=$folder/disk.raw
    mkdir -p "$root"
    : > "$shown"

    qemu-storage-daemon --blockdev "$device" --export "$export" >&2 &
    storage=$!
    for turn in $(seq 200); do
      [ ! -s "$shown" ] || break
      kill -0 "$storage"
      sleep 0.02
    done

    filesystem=
    mount -t ext4 -o loop,noatime "$shown" "$root" 2> /dev/null || {
      fuse2fs -f -o rw,fakeroot,allow_other "$shown" "$root" >&2 &
      filesystem=$!
      for turn in $(seq 200); do
        [ ! -d "$root/etc" ] || break
        kill -0 "$filesystem"
        sleep 0.02
      done
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
