import CaseModel
import Machines

/// Gives a node its addresses, its ways to the others and their names.
enum GuestNetwork {
  /// What would leave goes to this neighbour, which the link's switch is.
  static let sink = "02:ca:5e:1a:b0:fe"

  /// - Parameter hasSink: whether there is a switch that answers for what would leave; else nobody is
  ///   asked for names, which would not come and only be waited for.
  static func step(
    _ topology: Topology, _ node: Topology.Node, on system: GuestSystem = .posix,
    hasSink: Bool = true
  ) -> (Product.Step, [String: String]) {
    let interfaces = node.interfaces.map { "\($0.mac) \($0.link) \($0.address) \($0.prefix)" }
    let routes = topology.routes(of: node).map { "\($0.subnet) \($0.via)" }
    let hosts = topology.hosts(for: node).map { line in
      "\(line.address) " + line.names.joined(separator: " ")
    }
    let gateway = node.interfaces.first.flatMap {
      topology.link($0.link)?.subnet.gateway?.description
    }
    return (
      Product.Step(
        name: "network", run: system == .windows ? WindowsScripts.network : script, timeout: 120),
      [
        "CASELAB_NETWORK": interfaces.joined(separator: "\n"),
        "CASELAB_ROUTES": routes.joined(separator: "\n"),
        "CASELAB_HOSTS": hosts.joined(separator: "\n"), "CASELAB_GATEWAY": gateway ?? "",
        "CASELAB_NAMESERVER": hasSink ? gateway ?? "" : "127.0.0.1",
        "CASELAB_SINK": sink, "CASELAB_FORWARDS": node.forwards ? "1" : "0",
        "CASELAB_IPV6": node.interfaces.contains { $0.address.isIPv6 } ? "1" : "",
        "CASELAB_GATE_MAC": Gate.mac, "CASELAB_GATE": "\(Gate.guestSide)/\(Gate.prefix)",
      ]
    )
  }

  /// A device is called as its link is, so that configuration and logs read like the profile.
  private static let script = #"""
    for unit in systemd-networkd.socket systemd-networkd.service NetworkManager.service; do
      systemctl stop "$unit" 2>/dev/null || :
    done
    # What the lab comes in by, where that is SSH, keeps the address that those had asked for.
    for each in /sys/class/net/*; do
      [ "$(cat "$each/address" 2>/dev/null)" = "$CASELAB_GATE_MAC" ] || continue
      ip link set dev "${each##*/}" up
      ip address replace "$CASELAB_GATE" dev "${each##*/}"
      while ip route delete default dev "${each##*/}" 2>/dev/null; do :; done
    done
    short=${CASELAB_HOST%%.*}
    echo "$short" >/etc/hostname
    hostname "$short"
    {
      printf '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n'
      printf '%s %s %s %s\n' "$CASELAB_ADDRESS" "$CASELAB_HOST" "$short" "$CASELAB_NODE"
      printf '%s\n' "$CASELAB_HOSTS"
    } >/etc/hosts
    : >/etc/caselab/links
    printf '%s\n' "$CASELAB_NETWORK" | while read -r mac name address prefix; do
      device=
      for each in /sys/class/net/*; do
        [ "$(cat "$each/address" 2>/dev/null)" != "$mac" ] || device=${each##*/}
      done
      [ -n "$device" ] || { echo "no network device has the address $mac" >&2; exit 1; }
      ip link set dev "$device" down
      ip address flush dev "$device"
      [ "$device" = "$name" ] || ip link set dev "$device" name "$name"
      ip link set dev "$name" up
      case $address in
        *:*) ip address add "$address/$prefix" dev "$name" nodad ;;
        *) ip address add "$address/$prefix" broadcast + dev "$name" ;;
      esac
      printf '%s %s %s\n' "$name" "$address" "$prefix" >>/etc/caselab/links
    done
    sysctl -q -w "net.ipv4.ip_forward=$CASELAB_FORWARDS"
    [ -z "$CASELAB_IPV6" ] || sysctl -q -w "net.ipv6.conf.all.forwarding=$CASELAB_FORWARDS"
    printf '%s\n' "$CASELAB_ROUTES" | while read -r subnet via; do
      [ -z "$subnet" ] || ip route replace "$subnet" via "$via"
    done
    if [ -n "$CASELAB_GATEWAY" ]; then
      read -r first rest </etc/caselab/links
      ip neighbour replace "$CASELAB_GATEWAY" lladdr "$CASELAB_SINK" nud permanent dev "$first"
      ip route replace default via "$CASELAB_GATEWAY" dev "$first"
      rm -f /etc/resolv.conf
      printf 'nameserver %s\noptions timeout:1 attempts:1\n' "$CASELAB_NAMESERVER" >/etc/resolv.conf
    fi
    """#
}
