/// What every image that Caselab builds is given, whatever its recipe: scripts run in its root.
enum GuestSetup {
  /// Before the packages are installed: the initramfs needs to find a virtio disk with ext4 and no
  /// more, which saves seconds of every boot under emulation.
  static let prepare = #"""
    set -eu
    mkdir -p /etc/initramfs-tools/conf.d
    printf '%s\n' virtio_pci virtio_blk ext4 > /etc/initramfs-tools/modules
    printf '%s\n' MODULES=list > /etc/initramfs-tools/conf.d/caselab
    """#

  /// After the packages are installed; `CASELAB_APT` holds apt's configuration inside the image.
  static let finish = #"""
    set -eu
    rm -f /etc/apt/apt.conf.d/99mmdebstrap /etc/dpkg/dpkg.cfg.d/99mmdebstrap
    printf '%s\n' "$CASELAB_APT" > /etc/apt/apt.conf.d/80caselab
    # The disk of a node is thrown away: no need to wait for it at every package.
    mkdir -p /etc/dpkg/dpkg.cfg.d
    echo force-unsafe-io > /etc/dpkg/dpkg.cfg.d/80caselab
    # The kernel and initrd that boot lie beside the disk: none is made inside.
    echo 'update_initramfs=no' > /etc/initramfs-tools/update-initramfs.conf

    echo debian > /etc/hostname
    printf '%s\n' '127.0.0.1 localhost' '127.0.1.1 debian' \
      '::1 localhost ip6-localhost ip6-loopback' > /etc/hosts
    : > /etc/resolv.conf
    : > /etc/machine-id
    echo '/dev/vda / ext4 errors=remount-ro,x-systemd.growfs 0 1' > /etc/fstab
    passwd --quiet --lock root
    mkdir -p /var/log/journal

    # A network interface brings the services that configure it; without one none is waited for.
    printf '%s\n' '[Match]' 'Name=en* eth*' '[Network]' DHCP=ipv4 IPv6AcceptRA=no \
      > /etc/systemd/network/80-dhcp.network
    # Not only "add": a renamed interface is settled by "move".
    printf '%s %s\n' 'ACTION!="remove", SUBSYSTEM=="net", KERNEL=="en*|eth*", TAG+="systemd",' \
      'ENV{SYSTEMD_WANTS}+="systemd-networkd.service resolv-conf.path"' \
      > /etc/udev/rules.d/90-network.rules
    printf '%s\n' '[Unit]' 'Description=Watch for name servers learnt by DHCP' \
      '[Path]' PathChanged=/run/systemd/netif/state > /etc/systemd/system/resolv-conf.path
    cat > /etc/systemd/system/resolv-conf.service <<'UNIT'
    [Unit]
    Description=Write the name servers learnt by DHCP to resolv.conf
    [Service]
    Type=oneshot
    ExecStart=/bin/sh -c 'sed -n "s/^DNS=//p" /run/systemd/netif/state | tr " " "\n" | sed -n "s/./nameserver &/p" > /etc/resolv.conf'
    UNIT
    for unit in systemd-networkd.service systemd-networkd.socket \
      systemd-networkd-wait-online.service systemd-network-generator.service \
      systemd-resolved.service; do
      systemctl --quiet disable "$unit" 2> /dev/null || true
    done

    # Nothing was updated since the packages were configured: the first boot need not look.
    touch --reference=/usr /etc/.updated /var/.updated

    # The agent notes every call in the journal, which is collected as evidence.
    mkdir -p /etc/systemd/system/qemu-guest-agent.service.d
    printf '%s\n' '[Service]' LogLevelMax=notice \
      > /etc/systemd/system/qemu-guest-agent.service.d/quiet.conf
    # Nothing works in the background of a test unless the customer has it.
    for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer \
      e2scrub_reap.service fstrim.timer logrotate.timer man-db.timer; do
      systemctl --quiet disable "$unit" 2> /dev/null || true
    done
    """#
}
