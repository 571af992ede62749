import CaseModel
import Machines

/// A guest's end of the ports that a person opened into it.
public struct GuestGate: Sendable {
  /// What the guest calls the device.
  public static let device = "expose"

  let machine: any Machine
  let guest: any Guest

  public init(machine: any Machine, guest: any Guest) {
    self.machine = machine
    self.guest = guest
  }

  /// Opens the port and gives the guest its address on it; closes the port again on a failure.
  public func open(_ forward: PortForward) async throws {
    guard guest.system == .posix else {
      throw CaselabError(.usage, "ports of a machine with Windows cannot be opened")
    }
    try await step("prepared", Self.prepare)
    try await machine.open(forward)
    do {
      try await step("set up", Self.address)
    } catch {
      try? await Shield.run { try await machine.close(forward) }
      throw error
    }
  }

  private func step(_ what: String, _ script: String) async throws {
    let result = try await guest.run(
      .script(
        script,
        environment: [
          "CASELAB_DEVICE": Self.device, "CASELAB_MAC": Gate.mac,
          "CASELAB_ADDRESS": "\(Gate.guestSide)/\(Gate.prefix)",
        ], deadline: .seconds(180)))
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed,
        "the port's network device cannot be \(what) in the guest: \(result.errorText.printable())")
    }
  }

  /// Before the device comes: nothing in the guest may ask it for an address, a way or name servers.
  static let prepare = #"""
    mkdir -p /run/systemd/network
    printf '[Match]\nMACAddress=%s\n[Link]\nUnmanaged=yes\n' "$CASELAB_MAC" \
      >/run/systemd/network/00-caselab-expose.network
    if systemctl is-active --quiet systemd-networkd.service; then
      networkctl reload
    else
      # A new device would start it, and it would forget the routes that the lab has set.
      systemctl --quiet mask --runtime systemd-networkd.service systemd-networkd.socket 2>/dev/null || :
    fi
    if systemctl is-active --quiet NetworkManager.service; then
      mkdir -p /run/NetworkManager/conf.d
      printf '[keyfile]\nunmanaged-devices=mac:%s\n' "$CASELAB_MAC" \
        >/run/NetworkManager/conf.d/caselab-expose.conf
      systemctl reload NetworkManager.service
    fi
    """#

  /// An address and nothing else: no route but the device's own, no name server.
  static let address = #"""
    tries=0
    while :; do
      device=
      for each in /sys/class/net/*; do
        [ "$(cat "$each/address" 2>/dev/null)" != "$CASELAB_MAC" ] || device=${each##*/}
      done
      [ -z "$device" ] || break
      tries=$((tries + 1))
      [ "$tries" -lt 60 ] || { echo "no network device has come" >&2; exit 1; }
      sleep 1
    done
    [ "$device" != "$CASELAB_DEVICE" ] || exit 0
    # udev may be about to give it another name.
    udevadm settle --timeout=30 2>/dev/null || :
    for each in /sys/class/net/*; do
      [ "$(cat "$each/address" 2>/dev/null)" != "$CASELAB_MAC" ] || device=${each##*/}
    done
    ip link set dev "$device" down
    ip link set dev "$device" name "$CASELAB_DEVICE"
    sysctl -q -w "net.ipv6.conf.$CASELAB_DEVICE.disable_ipv6=1" 2>/dev/null || :
    ip link set dev "$CASELAB_DEVICE" up
    ip address replace "$CASELAB_ADDRESS" dev "$CASELAB_DEVICE"
    """#
}
