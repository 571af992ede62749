/// The names of a tracker's fields in other languages than English: `opis` is `description`.
enum FieldNames {
  /// The same value with the English names that the readers of trackers look for.
  static func english(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): .array(items.map(english))
    case .object(let members):
      .object(
        Dictionary(
          members.map { (name(of: $0.key, $0.value), english($0.value)) },
          uniquingKeysWith: { first, _ in first }))
    default: value
    }
  }

  private static func name(of key: String, _ value: JSONValue) -> String {
    guard let name = names[Folding.key(key).replacing("-", with: "_")] else { return key }
    // `data` is a date in Polish, and what an interface wraps its answer in.
    return name == "created" && value.text == nil ? key : name
  }

  private static let names: [String: String] = {
    let groups = [
      "title": "titel tytul titulo titre titolo",
      "subject": "betreff objet asunto assunto onderwerp temat oggetto",
      "description":
        "beschreibung descripcion descricao omschrijving beschrijving opis descrizione problembeschreibung",
      "comments": "kommentare commentaires comentarios reacties opmerkingen komentarze commenti",
      "messages":
        "nachrichten mensajes mensagens berichten wiadomosci messaggi antworten odpowiedzi",
      "author": "autor auteur autore verfasser absender nadawca",
      "reporter":
        "melder ersteller zglaszajacy demandeur solicitante aanmelder melden_von richiedente",
      "body":
        "tresc inhalt texte texto contenu contenido conteudo inhoud tekst testo mensaje mensagem",
      "created":
        "data datum fecha zeit zeitpunkt erstellt erstellt_am utworzono aangemaakt creado criado",
      "version": "wersja versie versao versione",
      "product": "produkt produit producto produto prodotto",
    ]
    var names: [String: String] = [:]
    for (name, words) in groups {
      for word in words.split(separator: " ") { names[String(word)] = name }
    }
    return names
  }()
}
