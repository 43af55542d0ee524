"""What a word's neighbours say of whether it is somebody's name."""

from blanketter.avidentifiering.namn import institution, narstaende, predikat, verb
from blanketter.avidentifiering.namn import ledtradar as l
from blanketter.avidentifiering.namn.kallas import efter_namnord, kallas_for
from blanketter.avidentifiering.namn.ordform import namnlikhet
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    ENGELSKA,
    FORNAMN,
    GRUPP,
    KAND,
    NAMN,
    ORD,
    ORT,
    STARK,
)
from blanketter.avidentifiering.namn.ordstycken import (
    GEMEN,
    SIFFRA,
    VERSALER,
    Ord,
    intill,
)
from blanketter.avidentifiering.namn.sammanhang import NATURNAMN
from blanketter.avidentifiering.namn.spann import MANGA, PARTIKLAR

_SVAGT = 0.3  # says nothing of a word that may be anything
_PASSIVT = ("des", "ts", "ades")
_TILLHOR = frozenset(("till", "åt", "med", "av"))
_ADLIGT = frozenset(("von", "af", "bin", "bint", "abu", "umm", "van"))
_CITAT = frozenset("\"”“»«'’")
_DAR_ELLER_SOM = frozenset(("i", "på", "från", "hos", "vid", "som"))


def fore(orden: list[Ord], plats: int) -> float:
    """Return points for what stands before the word."""
    ett = orden[plats]
    if plats == 0:
        return 3.0 if "/" in ett.fore else 0.0
    forra = orden[plats - 1]
    if not intill(ett.fore):
        return _over_tecken(ett, forra)
    if forra.gemen in l.HOVORD or forra.gemen in l.MARKEN:
        return -6.0
    if l.ar_dopt(forra.gemen) and ett.versal:
        return -8.0
    if l.ar_sakord(forra.gemen):
        return -4.0
    return _efter_ord(orden, plats)


def _efter_ord(orden, plats):
    ett, forra = orden[plats], orden[plats - 1]
    ord_ = forra.gemen
    if ord_ in _ADLIGT and ett.versal:
        return 2.0
    if ett.ar(ENGELSKA) and (_engelskt(forra) or _tre_engelska(orden, plats)):
        return -4.0
    if l.ar_roll(ord_):
        return 1.5 if ett.skrivet == GEMEN and ett.vanligt else 4.0
    if ord_ in l.NAMNORD or (plats > 1 and kallas_for(orden, plats)):
        return efter_namnord(orden, plats)
    if ord_ in verb.VARSEBLIR and ett.versal and _fore_infinitiv(orden, plats):
        return 6.0
    if ord_ in l.PREPOSITIONER:
        return _efter_preposition(ett, forra, orden[max(plats - 2, 0)].gemen)
    if ord_ in verb.PRATVERB:
        if ord_ == "hörde" and not ett.ar(NAMN) and not _fore_infinitiv(orden, plats):
            return 0.3
        return 5.5 if ett.skrivet == GEMEN and _fore_att(orden, plats) else 2.5
    if forra.vanligt and ett.versal and not ett.borjar and l.ar_yrke(ord_):
        return 3.0 if ett.ar(NAMN) else 1.0
    return 0.0 if ett.borjar else verb.med_objekt(ord_, kant=ett.ar(NAMN))


def _fore_att(orden, plats):
    return plats + 1 < len(orden) and orden[plats + 1].gemen == "att"


def _fore_infinitiv(orden, plats):
    """Whether it is what someone is seen to do: «såg X gråta»."""
    if plats + 1 >= len(orden) or not intill(orden[plats + 1].fore):
        return False
    nasta = orden[plats + 1]
    ar = nasta.gemen in _INFINITIVER or (nasta.gemen[-1] == "a" and nasta.vanligt)
    return ar and nasta.skrivet == GEMEN


_INFINITIVER = frozenset("gå stå slå få le se dö spy be bli sy ro fly".split())


_KOPULA = frozenset(("är", "var", "blir", "blev", "varit", "gäller", "vara"))


def _efter_preposition(ett, forra, tva_fore):
    poang = l.PREPOSITIONER[forra.gemen]
    if tva_fore in l.KANT_BROTT:
        return -4.0
    if tva_fore in l.BARARE and not ett.ar(NAMN):
        return -1.0
    if forra.gemen == "det" and tva_fore in _KOPULA:
        return 0.7
    if poang < 0 and (ett.genitiv or (forra.gemen == "i" and tva_fore in l.KAR_I)):
        poang = 0.0
    if poang < 0 and ett.ar(FORNAMN) and not ett.vanligt and not ett.ar(ORT):
        poang = -2.2 if forra.gemen == "i" and ett.versal else poang / 3
        poang = max(poang, 0.0) if ett.skrivet == GEMEN else poang
    if poang < 0 and ett.ar(STARK):
        poang /= 2
    if ett.skrivet == GEMEN and ett.vanligt:
        poang = min(poang, 0)
    if forra.gemen == "enligt" and ett.ar(NAMN) and not ett.ar(GRUPP | KAND | ORT):
        poang = 2.5 if ett.versal else poang
    if forra.gemen in _TILLHOR and l.ar_roll(tva_fore):
        poang = 2.0
    return poang if ett.ar(NAMN) or abs(poang) > _SVAGT else 0.0


def _over_tecken(ett, forra):
    """A greeting, a signature or a kind of person over a comma, colon or line."""
    if "/" in ett.fore and ett.versal:
        return 3.0 if ett.fore.strip(" /") == "" and "\n" in ett.fore else 2.0
    if ett.fore == ". " and forra.gemen in l.FORKORTADE_ROLLER:
        return 4.0
    if _ar_initial(forra) and ett.fore in {". ", "."} and ett.versal:
        return 3.0
    if forra.gemen in l.ROLLER and ett.fore.strip() in {",", ":", "", "/", "-", "!"}:
        return 3.0 if ett.versal or not ett.vanligt else 0.0
    tecken = ett.fore.strip()
    if tecken == ":" and forra.gemen in l.FORE_NAMNLISTA:
        return 3.0
    if forra.gemen == "alias" or (tecken in {"(", ","} and forra.gemen in l.NAMNORD):
        return 4.0
    if tecken in _CITAT and not (ett.ar(FORNAMN) and not ett.ar(ORD)):
        return -1.5
    return 0.0


def _ar_initial(ett):
    return len(ett.text) == 1 and ett.text.isupper()


def efter(orden: list[Ord], plats: int) -> float:
    """Return points for what stands after the word."""
    ett = orden[plats]
    if plats + 1 == len(orden):
        return 0.0
    nasta = orden[plats + 1]
    if not intill(nasta.fore):
        return _efter_komma(orden, plats)
    if ett.genitiv:
        return _agt(nasta)
    if ett.gemen[-1] in "sxz" and ett.versal and nasta.gemen in l.SLAKT:
        kand = ett.ar(FORNAMN) and ett.gemen not in narstaende.SIN
        return 3.5 if kand else 2.0  # «Rozerins bror», whom no list has
    if ett.ar(FORNAMN) and ett.versal and narstaende.foljer(orden, plats + 1):
        return 4.0
    if nasta.versal:
        return _fore_versal(ett, nasta)
    if ett.ar(FORNAMN) and ett.vanligt and _gement_par(ett, nasta):
        return 4.5
    if nasta.skrivet == SIFFRA:
        return -2.0
    return _fore_gement(orden, plats, nasta)


def _fore_gement(orden, plats, nasta):
    ett, ord_ = orden[plats], nasta.gemen
    if ord_ in PARTIKLAR and _sist_versal(orden, plats + 2):
        return 3.0
    if predikat.om_sak(orden, plats + 1):
        return -6.0
    ar_led = bool(plats) and _ar_led(orden, plats)
    if ett.ar(ENGELSKA) and _engelskt(nasta):
        return -6.0
    if ord_ in verb.PRATVERB and not ord_.endswith("t"):
        return 4.5
    if not ar_led and predikat.om_person(orden, plats + 1):
        return 1.5 if ett.skrivet == GEMEN and ett.vanligt else 3.0
    if ord_ in _DAR_ELLER_SOM:
        annat = ett.ar(GRUPP | KAND | ORT) and ar_led
        return 0.0 if annat else predikat.i_verksamhet(orden, plats)
    if ett.vanligt and not ett.borjar and ett.skrivet == GEMEN:
        return 0.0
    if ord_.endswith(_PASSIVT) and ord_ not in verb.SAGER:
        return -1.0
    poang = _fore_verb(ett, ord_)
    return min(poang, 0.3) if ar_led else poang


def _gement_par(ett, nasta):
    """«linda ek»: a given name and a surname, although both are words as well."""
    smatt = ett.skrivet == nasta.skrivet == GEMEN and ett.gemen not in NATURNAMN
    return smatt and nasta.gemen in NATURNAMN


def _sist_versal(orden, plats):
    """Whether particles only stand between here and a word with a capital."""
    for ett in orden[plats : plats + MANGA]:
        if ett.gemen not in PARTIKLAR:
            return ett.versal
    return False


def _fore_verb(ett, ord_):
    if ord_ in verb.SKER and ett.borjar and ett.stam in verb.TVETYDIGA:
        return 1.0
    if ord_ in verb.STARKA_VERB:
        return 3.0
    if ett.gemen == "hans" and ett.borjar and verb.ar_finit(ord_):
        return 3.0  # «Hans gjorde»: after the pronoun there is no verb
    ensamt = ett.borjar and ett.vanligt and ett.ar(FORNAMN) and not ett.ar(ORT)
    if ord_ in verb.HJALPVERB and ensamt:
        return 1.5 if ett.stam in verb.TVETYDIGA else 3.0
    if ord_ in verb.SVAGA_VERB and not ett.ar(NAMN):
        return 0.3
    return 1.0 if verb.ar_verb(ord_) else 0.0


def _ar_led(orden, plats):
    """Whether the word ends what is done by someone else: «lappar från Arla satt»."""
    return orden[plats - 1].gemen in _LED and intill(orden[plats].fore)


_LED = frozenset(
    "i på från till med om mot för vid hos genom under över mellan".split()
)


def _tre_engelska(orden, plats):
    liten = orden[plats].skrivet == GEMEN and plats > 1
    return liten and all(ett.ar(ENGELSKA) for ett in orden[plats - 2 : plats])


def _engelskt(ett):
    liten = ett.skrivet == GEMEN and not ett.ar(ORD)
    bara = ett.ar(ENGELSKA) and (liten or not ett.ar(ORD | NAMN))
    return bara or ett.gemen in _ENGELSKA_SMAORD


_ENGELSKA_SMAORD = frozenset(
    "is are the of and to my you for it not your with this".split()
)


def _agt(nasta):
    if nasta.gemen in l.SLAKT:
        return 3.5
    if nasta.gemen in institution.INSTITUTION:
        return -3.0
    return 0.5


def _fore_versal(ett, nasta):
    if ett.ar(ENGELSKA) and nasta.ar(ENGELSKA) and not ett.ar(STARK):
        return -4.0 if not nasta.ar(NAMN) else 1.5
    if len(nasta.text) == 1:
        return 3.0 if ett.ar(FORNAMN) else 0.0
    if nasta.skrivet == VERSALER and ett.skrivet != VERSALER:
        return 0.0
    if nasta.ar(EFTERNAMN) and not nasta.ar(ORT) and not nasta.aldrig:
        return 3.0
    if nasta.ar(NAMN):
        return 1.5
    if nasta.vanligt:
        return 0.0
    return 0.5 if ett.ar(NAMN) else _tva_okanda(ett, nasta)


def _tva_okanda(ett, nasta):
    """«Gihan Sargsian»: two words that no list has but that look like names."""
    lika = min(namnlikhet(ett.stam), namnlikhet(nasta.stam)) > 0
    return 1.0 if lika and not nasta.sagt else 0.0


def _efter_komma(orden, plats):
    nasta = orden[plats + 1]
    mellan = nasta.fore.strip()
    if mellan == "," and nasta.skrivet == SIFFRA and len(nasta.text) < 3:
        return 3.0
    if mellan == "," and l.ar_roll(nasta.gemen):
        return 2.0
    if mellan == "(" and narstaende.ar_alder(orden, plats + 1):
        return 4.0
    om_person = nasta.skrivet == SIFFRA or l.ar_roll(nasta.gemen)
    if mellan == "(@" or (mellan == "(" and om_person):
        return 2.5
    if mellan[:1] in _CITAT and not orden[plats].ar(FORNAMN):
        return -0.5
    return 0.0
