extension Naming {
  /// Words that often begin a sentence, folded: their capital says no name, and a capital may follow.
  static let openers: Set<String> = folded(
    """
    de het een the a an deze dit die dat dan er hier daar zo toen als want omdat zodra eerst daarna pas ook alle alleen
    elke ieder in op aan bij met via door voor na van uit over onder tussen tegen naar tot sinds vanaf binnen tijdens
    zonder ongeveer ruim minstens hooguit ons onze hun haar zijn mijn wij we ik zij ze hij je jij u men wie wat waar en
    of maar dus bel belde vraag vroeg laat betrek meld stuur mail spreek neem nam geef gaf regel schakel zoek gebruik
    bespreek vertel noem reken begin kies houd zet leg wacht ga kijk maak schrijf volg haal breng koppel plan wijs zorg
    help check overleg ruil aanbod hulp bericht brief contact afspraak afspraken vrijwilligers vrijwilliger medewerkers
    medewerker woning woningen corporatie corporaties collega collegas ambtenaren budget geld steun subsidie regeling
    formulier lijst voorrang advies stap fase wijk buurt dorp uiteindelijk soms vaak nu
    at on with by for after from then when if this these that those his her its their our my they he she who what where
    and or but so call ask asked let tell report put keep look use take give get send talk staff volunteers homes home
    since until during within before every each both all one two first last no not as january february march july
    september october november december advice help support money monday tuesday wednesday thursday friday saturday sunday
    """)

  /// Words that stand behind `mevrouw` or `meneer` and say nobody, folded.
  static let behindTitles: Set<String> = folded(
    """
    des zelf ook niet nooit altijd graag alleen eerst nog wel weer al toch meteen direct eerder later liever snel
    lang vaker jaren
    is was had heeft kan kon wil wou zou zal mag moest ging kwam bleef kreeg vond hielp gaf zat stond sprak nam deed zag
    zei vroeg koos liep schreef begreep bracht bood riep hield trok sloot won dacht wist
    boven beneden hiernaast hiertegenover naast achter overkant hoek straat flat trap verdieping balie receptie winkel
    school kerk moskee azc coa ind opvang locatie regio buren verhuurder makelaar directeur directrice voorzitter
    wethouder burgemeester consulent woonconsulent huisarts dokter arts tolk zuster leraar lerares juf meester advocaat
    andere ander oude oudere oud nieuwe nieuw jonge eerste tweede derde leeftijd huizes bank zaak familie
    is has had was can could will would may must went came stayed got found gave took did saw said wrote who with
    called asked helped moved signed wanted needed waited agreed refused himself herself also never always again upstairs downstairs nextdoor desk office director doctor interpreter
    """)

  /// Names that end as a verb does.
  static let namesLikeVerbs: Set<String> = folded(
    "smit smidt schmidt bert evert gert mert kurt ernst vermaat groot")

  /// What everybody has or knows, and is nobody: folded.
  static let organisations: Set<String> = folded(
    """
    nidos vluchtelingenwerk team wijkteam afdeling bureau dienst loket stichting woonstichting vereniging gemeente
    provincie regio wmo bibob brp ggd ggz mbo wonen haard rijk kamer college raad humanitas leger heils kruis
    department office council foundation association
    """)

  private static let organisationEnds = [
    "wonen", "dienst", "bank", "fonds", "zorg", "werk", "corporatie", "loket", "stichting", "bouw", "raad", "wet",
  ]

  /// Whether a word with a capital says an organisation rather than somebody.
  static func isOrganisation(_ key: String) -> Bool {
    organisations.contains(key) || key.hasPrefix("woon") || organisationEnds.contains(where: key.hasSuffix)
  }

  /// What is counted: a number before it belongs to no street.
  static let counted: Set<String> = folded(
    """
    dag dagen week weken maand maanden jaar jaren uur keer maal woning woningen huizen kamers personen mensen gezinnen
    huishoudens procent euro kinderen corporaties gemeenten
    day days week weeks month months year years hour hours times home homes rooms persons people families households
    percent children
    """)

  private static func folded(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
