import CaseModel

/// What stands before the product: web servers that hand on, and routers.
extension PassageReader {
  /// `an Apache in front`: a web server that hands on what comes in is a proxy.
  mutating func readFronts() {
    for mention in mentions where mention.integration == nil && isWebServer(mention) {
      guard standsInFront(mention), !isInPassing(mention) else { continue }
      claimIntegration(mention, (kind: "proxy", isMake: true), false)
    }
  }

  /// What many have at home for other ends as well: a FritzBox keeps files, too.
  func isHomeRouter(_ mention: Mention) -> Bool {
    [
      "fritzbox", "fritz", "netgear", "zyxel", "unifi", "ubiquiti", "mikrotik", "draytek",
      "livebox",
      "freebox", "speedport", "easybox",
    ].contains(
      tokens[mention.range.lowerBound].key)
  }

  /// Whether a router is said to stand between.
  func routes(_ mention: Mention) -> Bool {
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    return passage.isAnswer && passage.has(.integrations)
      || mentions.contains {
        $0.range.upperBound <= passage.labelCount
          && ["firewall", "nat"].contains($0.integration?.kind)
      }
      || askedKinds.contains("firewall") || askedKinds.contains("nat")
      || sentence.range.contains { index in
        Self.routing.contains(tokens[index].key)
          || mentions.contains {
            $0.range.contains(index) && $0.range != mention.range
              && ["firewall", "nat"].contains($0.integration?.kind)
          }
      }
  }

  private static let routing = DenialCues.words(
    "router routers routeur enrutador roteador ruter port ports porte puertos portas poort poorten porty behind hinter derriere detras atras achter za dietro front davor devant forwards forwarded gateway przez through durch via door"
  )

  /// What serves pages as well as it hands them on.
  func isWebServer(_ mention: Mention) -> Bool {
    let names = tokens[mention.range].map(\.key)
    return names.count == 1
      ? ["nginx", "apache", "apache2", "httpd", "caddy", "iis", "lighttpd"].contains(names[0])
      : mention.integration == nil
        && ["apache httpd", "iis", "caddy", "lighttpd"].contains(mention.product)
  }

  /// Whether the words around say that it stands before the product.
  func standsInFront(_ mention: Mention) -> Bool {
    if passage.isAnswer, passage.has(.integrations) { return true }
    guard let sentence = bearing.sentence(of: mention.range.lowerBound) else { return false }
    let isBesideFront = mentions.contains { other in
      other.range != mention.range && sentence.range.contains(other.range.lowerBound)
        && other.integrations.contains {
          ["proxy", "load-balancer"].contains($0.kind) && !$0.isMake
        }
        && bearing.stance(of: other.range) != .absent
    }
    if isBesideFront { return true }
    return sentence.range.contains { index in
      guard abs(index - mention.range.lowerBound) <= 12, !bearing.mentioned.contains(index) else {
        return false
      }
      let key = tokens[index].key
      if ["behind", "hinter", "derriere", "detras", "achter", "dietro", "za"].contains(key) {
        return index < mention.range.lowerBound && mention.range.lowerBound - index <= 5
      }
      return Self.frontSigns.contains(key)
        || key == "before" && index + 1 < tokens.count
          && ["it", "them", "that", "us"].contains(tokens[index + 1].key)
    }
  }

  private static let frontSigns = DenialCues.words(
    """
    front davor vorgeschaltet davorgeschaltet devant delante frente ervoor daarvoor przed davanti terminates terminated terminating \
    termination terminiert ingress frontend hands forwards forwarding proxies proxied upstream proxying weiterleitet
    """)
}
