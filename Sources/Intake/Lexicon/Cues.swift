/// Words that tell how a thing is meant, in the languages that customers write.
///
/// All without accents, as `Folding` has them.
enum Cues {
  /// Deny what follows them: `no LDAP`, `kein LDAP`, `sans proxy`.
  static let none = words(
    """
    no without none neither nor weder ni ani tampoco kein keine keinen keinem keiner keinerlei ohne sans aucun aucune sin ningun ninguna ningun nenhum nenhuma sem \
    geen zonder bez brak zadnego zadnej zadnych nessun nessuna senza ingen inget inga utan zadny zadna zadne ne pas nao non nie hayir yok nothing niente nada
    """)
  /// Say of what stands before them that it is off: `FTP is disabled`.
  static let off = words(
    "disabled unused deaktiviert abgeschaltet ausgeschaltet ungenutzt desactive desactivee desactivado desactivada desativado desativada uitgeschakeld uitgezet wylaczony wylaczone wylaczona disattivato avstaengd avstaengt vypnuto vypnute kapali gesperrt removed decommissioned stillgelegt"
  )
  /// Deny a verb: `not used`, `nicht verwendet`.
  static let not = words(
    """
    not don't dont doesn't doesnt isn't isnt aren't arent haven't havent hasn't hasnt never n't nicht nie niemals pas jamais nunca nao niet nooit \
    inte ikke ne non neni nejsou nemame nepouzivame kullanmiyoruz disabled unused deaktiviert ungenutzt desactive inactief unconfigured cannot \
    wasn't wasnt didn't didnt can't no nie mais brak
    """)
  /// What a product does not do when something is wrong, rather than what is not there.
  static let troubles = words(
    """
    problema problemas probleme probleem problemy problemow fehler erro erros erreur erreurs fout fouten work works working worked connect connects connecting start starts starting reach reachable respond responds login log authenticate \
    authenticates resolve see seeing find sync list listing load loads accept accepts open opens get gets able possible appear show shows \
    happen happens occur complete finish let allow allows allowed receive send upload download transfer close closing recognize recognise \
    recognized detect help match understand answer return funktioniert geht startet klappt erreichbar verbinden moeglich fonctionne marche \
    demarre repond accessible funciona arranca responde conecta werkt start lukt dziala laczy laczyc polaczyc funzionano funziona fungerar \
    nefunguje trust verify validate valid correct change matter fail issue problem error errors problems properly correctly longer anmelden \
    verbindung conecte conectar ga gaat recebem recebe receber reciben recibe recoivent recoit ontvangen ontvangt otrzymuja otrzymuje erhalten erhaelt bekommen bekommt kommen kommt arrivent arrive llegan llega chegam chega gelangen ricevono arrivano deposer peuvent
    """)
  /// What is said of things that are there or not.
  static let uses = words(
    """
    use used using uses have has having need needs run running involved configured enabled installed present behind place exist exists there \
    deployed active set setup employ verwendet verwenden benutzt benutzen nutzen genutzt nutzt haben hat habe eingesetzt setzen vorhanden \
    gibt ham konfiguriert aktiv utilisons utilise utilisees utilisee avons avez y emploie usamos uso usa utilizamos utiliza tenemos tiene hay \
    existe temos tem ha gebruiken gebruikt hebben heeft wordt uzywamy mamy ma jest uzywa uzywany usiamo abbiamo anvaender har pouzivame mame \
    var kullaniyoruz applicable relevant connected integrated joined wykorzystujemy korzystamy stosujemy intermediaire
    """)
  static let doubts = words(
    """
    julgo maybe perhaps possibly probably whether ob think unsure unknown might unclear guess believe assume presumably approximately roughly afaik iirc suppose \
    supposedly likely seems vielleicht glaube vermutlich wahrscheinlich unsicher unbekannt eventuell schaetze vermute moeglicherweise muesste wohl \
    peut-etre crois pense probablement sais inconnu quizas quiza creo probablemente seguro desconocido talvez acho provavelmente desconhecido misschien \
    denk waarschijnlijk vermoedelijk onbekend weet chyba moze prawdopodobnie mozliwe forse credo probabilmente sconosciuto kanske tror snad asi \
    belki galiba sanirim nieznany nieznana penso certeza idk dunno tbd ?? apparently should supongo soupconne imagino wydaje mysle
    """)
  /// Marks what held earlier when it stands before.
  static let formers = words(
    """
    formerly previously was were had hatten avions teniamos mielismy old older until till prior former earlier past ago originally initially previous last-known \
    frueher frueheren vorher zuvor alte alten alter altes bis war ehemals bisher anciennement auparavant ancien ancienne etait \
    precedemment anteriormente antigua antiguo era anterior antiga antigo voorheen oude eerder vroeger \
    tava estava estavam estaba wczesniej poprzednio stara stary stare byla byl bylo przedtem dotychczas precedente vecchia vecchio tidigare foerut gamla \
    puvodne eskiden onceki worked replaced replacing downgraded reverted
    """)
  /// Begin what changed: `from 1.3.7 to 1.3.8b`; alone they only tell where a thing is from.
  static let froms = words("from von vom depuis desde de van vanaf z ze da od del dal")
  /// Ends what `formers` begin: `from 1.3.7 to 1.3.8b`.
  static let nows = words(
    """
    to now currently current today auf jetzt nun aktuell derzeit mittlerweile inzwischen vers a maintenant actuellement en au ahora actualmente \
    para agora atualmente naar nu momenteel do na teraz obecnie aktualnie adesso ora attualmente till nyni simdi became
    """)
  /// Tell that something was put in another's place: `we went to`, `instalou a`.
  static let became = words(
    """
    went moved upgraded updated switched migrated installed jumped patched rolled aktualisiert installiert eingespielt hochgezogen \
    umgestellt gewechselt upgegradet geupdatet gegangen passe passes passee installe installee migre actualizado actualizamos actualice \
    instalado instalamos instale instalo puse puesto pusimos subido subimos pasado pasamos instalou instalei atualizou atualizei \
    atualizamos subi subiu subimos fui foi fomos passei passamos migrei geinstalleerd bijgewerkt geupgraded overgestapt gezet \
    zainstalowalem zainstalowalismy zaktualizowalem zaktualizowalismy wgralem wgralismy podnioslem podnieslismy przeszlismy aggiornato \
    aggiornati installato passati
    """)
  /// Say of what stands right behind them that it is the one of now: `that's now macOS 12.7`.
  static let atPresent = words("now jetzt nun maintenant ahora agora nu teraz adesso")
  static let planned = words(
    """
    plan plans planned planning consider considering evaluating evaluate future upcoming intend intending geplant planen plant demnaechst kuenftig \
    zukuenftig prevoyons prevu prevue prochainement envisageons planeamos pensamos planejamos previsto binnenkort gepland wkrotce planujemy \
    przyszlosci zamierzamy planowana planowany prevediamo planerar planujeme yakinda someday zukunft
    """)
  /// Tell of what comes, together with `changes`.
  static let will = words(
    """
    will going soon thinking eventually tomorrow would wanted want next werden wollen moechten bald naechste naechsten naechstes prochain prochaine bientot \
    allons proximo proxima pronto vamos futuro breve volgende willen gaan zullen przyszlym prossimo presto snart brzy nastepny nastepnym should
    """)
  static let changes = words(
    """
    upgrade upgraded upgrading patched patch update updating move moving migrate migrating migration switch switching replace replacing change introduce aktualisieren \
    umsteigen migrieren umstellen umziehen wechseln upgrade-t aktualisiert migriert umgestellt aktualizacja actualizamos migramos actualise passes mis migre atualizamos bijgewerkt geupgraded geupdatet migrated zaktualizowalismy przeszlismy aggiornato aggiornati migrato uppgraderade update updated upgrades moved switched went came passer migrer migrons remplacer mettre migrar actualizar pasar cambiar mudar trocar atualizar overstappen \
    upgraden migreren przejsc zaktualizowac migrowac passare aggiornare byta uppgradera prejit
    """)
  /// Tells of another machine than the one under support, or of none.
  static let others = words(
    """
    copy clone kopie copie kopia kopii another other elsewhere competitor compared compare unlike similar years year home lab andere anderen anderer anderes \
    vergleich autre autres ailleurs otra otro otras otros outra outro ander andere inny inna innym innej inego altro altra annan \
    example e.g eg instead tried tried instead rather statt anstatt fixed changelog requires minimum supports supported stattdessen sonst \
    recette preproduction homologacao homologacion pruebas abnahme abnahmesystem acceptatie testowy testowe testowym testowej testmaskin integrationssystem referenzsystem test tests testing staging dev development lab sandbox testsystem testserver testumgebung neighbouring sibling worked ok fine
    """)
  static let clients = words(
    """
    client clients client-side browser navigateur navegador workstation workstations desktop desktops laptop laptops pc pcs notebook notebooks user users enduser endusers \
    mac macbook imac computer computers operator operators arbeitsplatz arbeitsplatzrechner arbeitsplaetze clientseitig poste postes ordinateur ordinateurs \
    utilisateur utilisateurs estacion estaciones usuario usuarios ordenador estacao estacoes computador werkstation werkstations \
    werkplek gebruiker gebruikers klient klienta klienci klientow klientem stacja stacje stacji uzytkownik uzytkownicy komputer komputery postazione utente utenti \
    klienter anvaendare klienti uzivatele istemci istemciler kullanici clientside benutzer anwender clientrechner connecting connects partner \
    partners クライアント klientsystem bueropc cliente clientes klientske tester
    """)
  static let servers = words(
    """
    server servers server-side hosted hosting backend node nodes production prod serverseitig laeuft laufen serveur serveurs tourne heberge installe servidor servidores corre instalado ejecuta roda rodando \
    draait geinstalleerd serwer serwera serwerze serwery dziala zainstalowany gira installato koers bezi serveru sunucu sunucuda calisiyor \
    サーバ サーバー serverside produktion produktiv appliance vps linux produccion producao productie produkcyjny produkcyjnym deployed virtual
    """)
  /// Say weakly that a server is meant.
  static let places = words(
    "host hosts vm machine machines box running runs run installed maschine maszyna maquina macchina linux deployed"
  )
  /// Takes an earlier statement back.
  static let corrections = words(
    """
    sorry correction correcting meant actually typo korrektur meinte entschuldigung korrigiere desole pardon \
    correctif voulais perdon correccion queria disculpa equivoque desculpe correcao errei quis correctie bedoelde excuses sprostowanie \
    przepraszam pomylka mialem correzione scusa intendevo raettelse menade oprava duezeltme korekta verschrieben pomylilem corrijo rectification
    """)
  static let yes = words(
    "yes ja oui si sim tak da evet ano yep yeah y true enabled active used present")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }
}
