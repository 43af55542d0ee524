"""What the file's words become: remembered, guessed, or asked about."""

from collections import Counter
from dataclasses import dataclass

from lagesbild.statistikfil.inlasning import ser_ut_som_person
from lagesbild.statistikfil.ord import DELOMRADE, KODADE, MILJO, SLAG
from lagesbild.statistikfil.oversatt import UTELAMNA
from vbeplan.text.svenska import normalisera

MINNS, GISSAR, FRAGAR = "minns", "gissar", "fragar"
MAX_ORD = 200


@dataclass
class Ordval:
    """One word of one field, how often it stands in the file, and what it becomes.

    `kod`: a code, "" for none, UTELAMNA for rows left out, None while nobody knows.
    """

    falt: str
    ord: str
    antal: int
    kod: str | None
    hur: str
    person: bool = False

    @property
    def norm(self):
        return normalisera(self.ord)[:MAX_ORD]


def ordvalen(utfall, koder, serie=None):
    """Return an Ordval for each coded word of an Utfall, the most frequent first."""
    minnen = minns(serie)
    return [
        _ordval(falt, ord_, antal, koder, minnen)
        for falt in KODADE
        for ord_, antal in utfall.orden(falt).most_common()
    ]


def minns(serie):
    """Return {(field, normalised word): code} that a series remembers."""
    if serie is None or serie.pk is None:
        return {}
    rader = serie.oversattningar.values_list("falt", "ord", "kod")
    return {(falt, ord_): kod for falt, ord_, kod in rader}


def _ordval(falt, ord_, antal, koder, minnen):
    norm = normalisera(ord_)[:MAX_ORD]
    if (falt, norm) in minnen:
        kod = minnen[falt, norm]
        if kod in ("", UTELAMNA) or kod in koder.val[falt]:
            return Ordval(falt, ord_, antal, kod, MINNS)
    if gissning := koder.gissa(falt, ord_):
        return Ordval(falt, ord_, antal, gissning.kod, GISSAR)
    return Ordval(falt, ord_, antal, None, FRAGAR, ser_ut_som_person(ord_))


@dataclass
class Rutor:
    """Counts in the house's codes, and the words that have none but are counted.

    `tal` {(first of month, precision, delområde's id or None, miljö, slag, plats): n} ·
    `oplacerade` {field: {word: n}}.
    """

    tal: Counter
    oplacerade: dict

    @property
    def summa(self):
        return sum(self.tal.values())


def rutorna(utfall, valen, koder, standard):
    """Return the Rutor of an Utfall.

    `valen` are Ordval, `standard` {field: code} for a field that no column gives.
    """
    kod = {(v.falt, v.ord): v.kod for v in valen}
    tal, okanda = Counter(), {}
    for (tid, orden), antal in utfall.poster.items():
        koderna = {}
        for falt, ord_ in zip(KODADE, orden, strict=True):
            ett = kod.get((falt, ord_)) if ord_ is not None else standard.get(falt, "")
            if ett is None:
                okanda.setdefault(falt, Counter())[ord_] += antal
            koderna[falt] = ett or koder.okant(falt)
        delomrade = koderna.pop(DELOMRADE)
        nyckel = int(delomrade) if delomrade else None
        tal[(tid.manad, tid.precision, nyckel, *koderna.values())] += antal
    return Rutor(tal, okanda)


def utelamnade(valen):
    """Return the (field, word) that are left out, for `Val.bort`."""
    return frozenset((v.falt, v.ord) for v in valen if v.kod == UTELAMNA)


def standardkod(serie):
    """Return the codes that all rows of a series have when no column says."""
    return {SLAG: "klotter"} if serie.art == "klotter" else {MILJO: ""}
