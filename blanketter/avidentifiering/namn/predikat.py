"""What is said of a word, in the verbs after it: of a person, or of a thing."""

from blanketter.avidentifiering.namn import ledtradar as l
from blanketter.avidentifiering.namn import verb
from blanketter.avidentifiering.namn.ordlista import FORNAMN, GRUPP, KAND, NAMN, ORT
from blanketter.avidentifiering.namn.ordstycken import SIFFRA

_VAR = frozenset("min mitt vår vårt hans hennes samma deras din".split())
_LEDORD = _VAR | frozenset(
    "första andra tredje fjärde femte sjätte översta nedersta nya gamla lilla".split()
)
_NUMRERADE = frozenset("plan våning avdelning rum hus klass etage".split())
_PRESENS = ("ar", "er", "år", "ör")
_ADVERB = frozenset(
    """inte aldrig redan nu ofta alltid också även sedan nog väl bara ännu nyligen
    precis ju dock själv igår idag länge nästan alltså fortfarande plötsligt""".split()
)
_AR = frozenset(("är", "var", "blir", "blev", "heter", "kallas"))
_LANGSTA_LED = 4  # words between a name and its verb


def om_person(orden, plats: int) -> bool:
    """Whether the verbs that begin at `plats` are said of persons only."""
    if plats >= len(orden):
        return False
    ord_ = orden[plats].gemen
    if ord_ in ("kallas", "heter") and orden[plats + 1 :]:
        return orden[plats + 1].gemen in ("han", "hon")
    if ord_ in verb.PASSIV_PERSON or ord_ in verb.SAGER_PERSON:
        return True
    if ord_ not in verb.HJALPVERB:
        return False
    efter = plats + 1
    while efter < len(orden) and orden[efter].gemen in _ADVERB:
        efter += 1
    if efter < len(orden) and orden[efter].gemen in ("blivit", "bli", "varit", "vara"):
        efter += 1
    return fyller_person(orden, efter)


def fyller_person(orden, plats: int) -> bool:
    """Whether what follows a copula is said of persons: «mamma», «rädd», «elva år»."""
    if plats >= len(orden):
        return False
    ord_ = orden[plats].gemen
    if ord_ in verb.PERSONORD or ord_ in verb.SUPINUM or l.ar_roll(ord_):
        return True
    return plats + 1 < len(orden) and orden[plats + 1].gemen == "år"


def om_sak(orden, plats: int) -> bool:
    """Whether the verb at `plats` says that its subject is no private person.

    «X heter bandet», «X är en webbläsare», «X är profeten», «X spelades».
    """
    ord_ = orden[plats].gemen
    if ord_ in verb.PASSIV_SAK:
        return True
    efter = plats + 1
    if ord_ not in _AR or efter >= len(orden):
        return False
    nasta = orden[efter].gemen
    if ord_ in ("heter", "kallas"):
        return l.ar_sakord(nasta) or nasta in _VAR
    if nasta in l.HOVORD or nasta in ("färgen", "temat", "namnet", "ämnet"):
        return True
    return nasta in ("en", "ett") and _sist_ar_sak(orden, efter + 1)


def _sist_ar_sak(orden, plats):
    """Whether the noun phrase that begins here is of no person: «trygg stadsdel»."""
    for ett in orden[plats : plats + 3]:
        ord_ = ett.gemen
        if l.ar_sakord(ord_) or l.ar_sakord(ord_ + "en") or ord_.endswith(_SAKER):
            return True
        if l.ar_roll(ord_) or l.ar_yrke(ord_) or ord_ in verb.PERSONORD:
            return False
    return False


_SAKER = tuple(
    """del ort stad plats månad dag vecka tid webbläsare app sida grupp märke band låt
    film bok serie ras ord tecken symbol figur sång skola by park gata kanal blomma färg
    högtid helg organisation förening rörelse spel kedja bil sort stil metod docka
    hund katt fågel krydda dryck rätt pizza lek bild affisch""".split()
)


def i_verksamhet(orden, plats: int) -> float:
    """Return points for «X på städgruppen har», «X i 2:an», «X som säljer»."""
    ett, forst = orden[plats], orden[plats + 1].gemen
    if forst == "som":
        return _som(orden, plats)
    if plats + 2 < len(orden) and orden[plats + 2].ar(ORT) and forst == "från":
        return 3.0 if ett.ar(FORNAMN) and om_person(orden, plats + 3) else 0.0
    slut = _stallets_slut(orden, plats + 2)
    if slut is None:
        return 0.0
    stalle = orden[slut]
    egen = orden[plats + 2].gemen in _VAR and ett.ar(FORNAMN)
    sakert = stalle.skrivet == SIFFRA or l.ar_verksamhet(stalle.gemen) or egen
    efter = slut + 1
    if stalle.skrivet == SIFFRA and efter < len(orden) and len(orden[efter].text) < 3:
        efter += 1  # «2:an», «8 b»
    nasta = orden[efter].gemen if efter < len(orden) else ""
    if not sakert:
        okand = not ett.ar(NAMN | ORT | GRUPP | KAND) and nasta in ("har", "blev")
        return 3.0 if nasta in verb.STARKA_VERB else 0.8 if okand else 0.0
    gor = verb.ar_finit(nasta) or nasta.endswith(_PRESENS)
    return 4.5 if gor else 2.0


def _stallets_slut(orden, plats):
    """Return the place of the noun that tells where: «köket», «vår skola», «plan 2»."""
    for nasta in range(plats, min(plats + _LANGSTA_LED, len(orden))):
        ett = orden[nasta]
        numrerat = nasta + 1 < len(orden) and orden[nasta + 1].skrivet == SIFFRA
        if numrerat and ett.gemen in _NUMRERADE:
            return nasta + 1
        if ett.gemen in _LEDORD or ett.gemen.endswith(("iga", "ska", "ra")):
            continue
        ar = ett.skrivet == SIFFRA or l.ar_verksamhet(ett.gemen)
        egen = nasta > plats and orden[plats].gemen in _VAR
        return nasta if ar or egen or l.ar_bestamd(ett.gemen) else None
    return None


def _som(orden, plats):
    ett = orden[plats]
    if plats + 2 >= len(orden) or ett.ar(GRUPP | KAND | ORT):
        return 0.0
    gor = orden[plats + 2].gemen
    if gor in verb.SVAGA_VERB or gor in ("har", "hade", "får", "fick"):
        return 0.3
    if gor in verb.STARKA_VERB or gor in verb.SAGER_PERSON:
        return 3.0
    if verb.ar_verb(gor) or gor.endswith(("ar", "er", "ade")):
        return 1.0
    return 0.0
