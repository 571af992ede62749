/// Words that tell a thing that is not there from one that does not work.
///
/// `Cues` has the words that deny; these tell what they deny. All without accents, as `Folding`
/// has them.
enum DenialCues {
  /// Deny the verb beside them: `not used`, `verwenden wir nicht`.
  static let adverbs = words(
    """
    not don't dont doesn't doesnt isn't isnt aren't arent haven't havent hasn't hasnt didn't didnt wasn't wasnt won't never \
    n't nicht nie niemals pas jamais nunca nao niet nooit inte ikke non neni nejsou nemame nepouzivame kullanmiyoruz tampoco nem
    """)
  /// `can't use`, `kann nicht genutzt werden`: what fails, rather than what is not there.
  static let modals = words(
    """
    can can't cannot could couldn't kann koennen konnte konnten peut peuvent pouvons puede pueden podemos pode podem \
    kan kunnen moze mozna mozemy puo possiamo possono
    """)
  /// Stand between a denying word and its verb without a meaning of their own: `nicht mehr im`.
  static let fillers = words(
    """
    currently at all anymore any more really here we have been be being is are do also still even actually mehr hier bei uns gar \
    ueberhaupt derzeit momentan auch noch wir ist sind wird werden plus chez nous du tout y est sont ete aussi lo la los las le \
    les se nos aun ya aqui esta estan mas aqui nos meer hier ook op dit is zijn wordt juz u nas tez tutaj jest sa piu da noi qui \
    anche e sono in im en em w so it that es das on
    """)
  /// What is said of things that are there, beside `Cues.uses`: `not installed`, `nicht freigegeben`.
  static let presences = words(
    """
    offer offers offered permitted provided provide own got bought install activated connected attached hooked bound licensed turned \
    switched installiert eingerichtet aktiviert freigegeben freigeschaltet angeboten bieten erlaubt zugelassen angebunden angeschlossen \
    davor dazwischen vorhanden lizenziert betreiben im-einsatz remis propose proposons installe installee active activee autorise autorisee permis \
    ofrecemos instalado instalada habilitado habilitada activado activada permitido permitida disponemos oferecemos ativado ativada \
    dispomos geinstalleerd ingeschakeld toegestaan aangeboden actief aanwezig tussen zainstalowany zainstalowana zainstalowane wlaczony \
    wlaczona wlaczone dozwolony dozwolone posiadamy stosowane uzywane installato installata attivo attiva abilitato abilitata consentito \
    presente previsto c'e ce service betrieb einsatz gebruik uzyciu uzytku between medio mezzo spiel spel jeu juego jogo play had hatten avions teniamo teniamo mieli hadden
    """)
  /// `not only`, `not sure`
  static let softeners = words(
    """
    only sure just nur sicher seulement solo seguro alleen tylko apenas yet know exactly necessarily allein zeker sur soltanto
    """)
  /// `we do not have problems with the proxy`
  static let leaping = words(
    """
    with through via because when if mit avec con com met ueber than from between after while to au al all'ao zu zum zur aan fuer for \
    pour para voor dla per z ze przy sur an am unter
    """)
  /// Where a thing would be that one is in, behind or on: `not behind a proxy`.
  static let places = words(
    """
    in inside within behind part im hinter dans derriere en detras dentro em atras achter w za dietro on auf sur op na su under unter into an am sous
    """)
  /// The thing itself, or one: `a container` may be missing, `the firewall` is known.
  static let definites = words(
    "the die der das dem den le la les l el los las o os het il lo gli ta ten te")
  /// Words of a clause that says no more than that a thing is not there: `er is geen`, `ist es nicht`.
  static let empties = words(
    """
    er is ist es gibt est c ce y il a an ein eine einen einem un une uno una um uma een we wir on nous ne n here hier da dort there also \
    auch ebenfalls aussi too tambien tambem ook tez anche and und et e en i jest nie ma hay existe or oder ou lub tutaj aqui ici my
    """)
  /// The state of a thing that is off, behind it: `FTP is disabled`, `staat uit`, `mamy wyłączone`.
  static let off = words(
    """
    disabled unused deactivated deaktiviert abgeschaltet ausgeschaltet stillgelegt abgestellt ungenutzt desactive desactivee desactives \
    desactivees coupe coupee arrete desactivado desactivada desactivados desactivadas deshabilitado deshabilitada apagado apagada \
    apagados desativado desativada desativados desativadas desligado desligada desligados desligadas desabilitado desabilitada \
    uitgeschakeld uitgezet gedeactiveerd wylaczony wylaczona wylaczone wylaczono wylaczeni wylaczylismy nieaktywny nieaktywna nieaktywne \
    disattivato disattivata disattivati disattivate disabilitato disabilitata disabilitati disabilitate spento spenta spenti \
    avstaengd avstaengt vypnuto vypnute vypnut kapali gesperrt inactive inaktiv inactif inactivo inactiva inativo inativa inactief \
    entfernt abgeschafft eingestellt supprime supprimee supprimes retire retiree quitamos quitado eliminado eliminamos retiramos retirado \
    removemos removido removida desligamos desativamos desactivamos deshabilitamos cerrado cerrada fechado fechada verwijderd afgeschaft \
    usuniety usunieta usunelismy zlikwidowany zlikwidowalismy rimosso rimossa eliminato retired dismantled \
    decommissioned removed verboten untersagt prohibited forbidden interdit interdite prohibido proibido verboden zabronione vietato
    """)
  /// What a thing is in that is used: `not in use`, `nicht in Gebrauch`.
  static let service = words(
    """
    used use service production gebrauch betrieb einsatz nutzung genutzt benutzt verwendet eingesetzt utilise utilisee utilises employe \
    service usado usada usados uso utilizado utilizada servicio servico gebruik gebruikt bedrijf uzywany uzywana uzywane uzywamy uzyciu \
    uzytku usato usata uso servizio enabled activated aktiviert activado ativado active aktiv
    """)
  /// Leave the one that is there: `no other proxy`, `sonst kein Proxy`.
  static let others = words(
    """
    other others else further additional weitere weiteren weiterer weiteres sonst andere anderen anderer zusaetzlichen autre autres otro \
    otra otros outro outra outros ander andere anders verder inny inna innego innej altro altra altri
    """)
  /// When something was switched off: `letztes Jahr abgeschaltet`.
  static let times = words(
    """
    letztes letzten letzte letzter jahr jahren monat monaten woche wochen tage tagen vor im gestern heute schon bereits laengst last year \
    years month months week weeks ago yesterday already long in on l'annee annee dernier derniere mois semaine hier deja an ans il ano anos \
    pasado pasada mes semana ayer hace passado passada ontem ja ha vorig vorige jaar maand geleden gisteren al zeszlym roku ubieglym \
    miesiacu temu wczoraj juz scorso anno mese fa gia january february march april may june july august september october november december \
    januar februar maerz mai juni juli oktober dezember seit since
    """)
  /// Off when something else says that they are a state: `ist aus`, `is off`, `staat uit`.
  static let weaklyOff = words(
    "off aus uit eteint eteinte blocked geblockt bloque bloqueado geblokkeerd zablokowane zablokowany bloccato"
  )
  /// Between a thing and its state: `FTP and FTPS have been`.
  static let states = words(
    """
    is are was were been has have had now currently since completely still also both be being turned switched set ist sind wurde wurden \
    war bleibt steht stehen haben wir hat jetzt inzwischen mittlerweile komplett bei uns ja aber da a ete est sont reste on l avons ai y \
    teneis tienen tiene esta estan fue se ha sido queda lo la tenemos quedo foi estao e temos tem ficou staat staan zijn werd hebben we nog gewoon trouwens \
    jest sa zostal zostala zostalo mamy jest byl u nas zostaly stato stata sono abbiamo resta by policy and und et y en i e oraz too auch \
    seit depuis desde od simple plain normal normale clair chiffre cifrado
    """)
  /// Tried for a moment, so that the thing is there: `désactivé 10 minutes pour essayer`.
  static let trials = words(
    """
    minutes minute minuten minutos minuti minut minuty temporarily briefly testweise kurz voruebergehend kurzzeitig essayer essai temporairement \
    brevemente temporalmente temporariamente probar tijdelijk chwile chwilowo temporaneamente anyway trotzdem still rien nichts \
    difference unterschied verschil differenza diferencia diferenca roznicy change changes nic nada cambia muda helps helped hilft
    """)
  /// Begin a condition: `when I disable the firewall`.
  static let conditions = words(
    """
    falls when if after once unless even with wenn sobald nachdem mit quand lorsque apres si avec cuando despues al quando depois \
    wanneer als zodra jesli gdy kiedy po dopo while during mentre
    """)
  /// Give a thing up, with the words that stand beside it: `auf LDAP verzichten`, `do without`.
  static let givingUp = words(
    """
    verzichten verzichtet verzichte verzichteten prescindimos prescindir dispensamos rezygnujemy zrezygnowalismy rinunciamo rinunciato \
    abandonne abandonnons abandonado abandonamos zien afgezien dropped ditched abandoned scrapped
    """)
  /// How well it is done: `not configured correctly` is no denial.
  static let qualities = words(
    """
    correctly properly right correct richtig korrekt sauber correctement bien correctamente corretamente goed correct poprawnie \
    prawidlowo dobrze correttamente bene
    """)
  /// `FTPS também`: the same as of the one before.
  static let alsos = words(
    "evenmin ebensowenig tampouco neppure neanche nor too also likewise auch ebenso ebenfalls genauso aussi egalement pareil tambien igualmente tampoco tambem ook eveneens tez rowniez takze anche pure same"
  )
  /// `LDAP haben wir keins`
  static let endings = words(
    "keins keine keinen keines keiner keinerlei aucun aucune ninguno ninguna nenhum nenhuma zadnego zadnej geen nessuno nessuna none niente"
  )
  /// Words for one's having a thing: `antivirus – we don't have one`.
  static let possessions = words(
    "have use got need run haben habe ham nutzen avons ai utilisons tenemos usamos temos hebben gebruiken mamy uzywamy abbiamo usiamo"
  )
  /// Stand for the thing: `we have none of that`.
  static let pronouns = words(
    "one any it that those this them such einen eine keinen keine sowas welche en ca ninguno nenhum nada disso er ziets tego takiego"
  )
  /// Somebody else's words: `it says that LDAP is not configured`.
  static let reports = words(
    """
    says said saying claims tells told complains reports message error warning meldung meldet fehler fehlermeldung sagt warnung dit affiche \
    message erreur dice muestra mensaje diz mostra mensagem erro zegt melding fout mowi komunikat blad messaggio errore mostra
    """)

  /// `not used`, `haben wir nicht`, `nie dotyczy`, `no and no`: an answer that says nothing but
  /// that a thing is not there.
  static func isFlat(_ tokens: [Token]) -> Bool {
    (1...7).contains(tokens.count)
      && tokens.contains {
        Cues.none.contains($0.key) || Cues.not.contains($0.key) || void.contains($0.key)
      }
      && tokens.allSatisfy { flat.contains($0.key) }
  }

  private static let void = words("na n/a n.a nvt n.v.t neant entfaellt nil")

  private static let flat = void.union(Cues.none).union(Cues.uses).union(adverbs).union(endings)
    .union(empties)
    .union(possessions).union(pronouns).union(fillers).union(definites)
    .union(
      words(
        """
        dotyczy applicable aplica applique toepassing van objet zutreffend these all of nichts nothing \
        rien tout ca nada eso isso niets nic tego z de d at davon such kind
        """))

  static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }
}
