"""Read: two imprints of a plan compared, in the order of the paper. Pure functions."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from aktiviteter.historia.avtryck import (
    AktivitetAvtryck,
    AvsnittAvtryck,
    Avtryck,
    samma_rad,
)
from aktiviteter.historia.i_ord import Faltpar, jamfor_falt
from aktiviteter.historia.ordning import flyttade
from vbeplan.text.jamfor import Blockpar, jamfor_block, jamfor_ord

LIKA, ANDRAT, NYTT, BORTA = "lika", "andrat", "nytt", "borta"
SAMMANFATTNING = {
    ("kapitel", ANDRAT): ("kapitel ändrat", "kapitel ändrade"),
    ("kapitel", NYTT): ("kapitel nytt", "kapitel nya"),
    ("kapitel", BORTA): ("kapitel borttaget", "kapitel borttagna"),
    ("aktivitet", ANDRAT): ("aktivitet ändrad", "aktiviteter ändrade"),
    ("aktivitet", NYTT): ("aktivitet ny", "aktiviteter nya"),
    ("aktivitet", BORTA): ("aktivitet borttagen", "aktiviteter borttagna"),
    ("aktivitet", "flyttad"): ("aktivitet flyttad", "aktiviteter flyttade"),
}


@dataclass(frozen=True, slots=True)
class Radjamforelse:
    """One activity: `slag`, what differs, and the chapter it came from if it moved.

    `var`: its id before, None when it is new.
    """

    slag: str
    nummer: int
    titel: str
    falt: tuple[Faltpar, ...] = ()
    flyttad: bool = False
    fran: str = ""
    var: int | None = None


@dataclass(frozen=True, slots=True)
class Kapiteljamforelse:
    """One chapter: `rubrik` with marks, its blocks, and those rows that differ.

    `slag` is "lika" when not a word of it, nor of its rows, differs.
    """

    slag: str
    nummer: str
    niva: int
    rubrik: SafeString
    block: tuple[Blockpar, ...] = ()
    aktiviteter: tuple[Radjamforelse, ...] = ()
    lika_rader: int = 0
    flyttad: bool = False


@dataclass(frozen=True, slots=True)
class Planjamforelse:
    """The cover's fields that differ, every chapter, and how many of each kind."""

    framsida: tuple[Faltpar, ...]
    avsnitt: tuple[Kapiteljamforelse, ...]
    antal: dict

    @property
    def lika(self):
        return not self.framsida and all(a.slag == LIKA for a in self.avsnitt)

    @property
    def i_ord(self):
        """Return what differs in numbers: "3 kapitel ändrade", "1 aktivitet ny"."""
        return [
            f"{antal} {ord_[min(antal, 2) - 1]}"
            for nyckel, ord_ in SAMMANFATTNING.items()
            if (antal := self.antal.get(nyckel))
        ]

    @property
    def i_ett_svep(self):
        """The chapters in runs of [those that differ] and [those that don't]."""
        return [
            (lika, list(rad))
            for lika, rad in groupby(self.avsnitt, lambda a: a.slag == LIKA)
        ]


def jamfor_planer(fore: Avtryck, efter: Avtryck, *, samma=samma_rad):
    """Return a `Planjamforelse` of two imprints; no query.

    `samma` says what is the same thing on both sides: `samma_rad` within a plan,
    `samma_i_ett_annat_ar` between two.
    """
    gamla, nya = map(_Sida, (fore, efter), samma(fore, efter))
    flyttade_ = gamla.flyttade_till(nya)
    avsnitt = tuple(
        _kapitel(
            gamla.avsnitt.get(nyckel), nya.avsnitt.get(nyckel), gamla, nya, flyttade_
        )
        for nyckel in _hopflatade(list(gamla.avsnitt), list(nya.avsnitt))
    )
    framsida = jamfor_falt(fore.framsida, efter.framsida)
    return Planjamforelse(framsida, avsnitt, _antal(avsnitt))


class _Sida:
    """One imprint by its keys."""

    def __init__(self, avtryck, nycklar):
        self.kapitelnyckel, self.radnyckel = nycklar
        self.avsnitt = {self.kapitelnyckel[a.pk]: a for a in avtryck.avsnitt}
        self.rader = {
            self.radnyckel[r.pk]: r for a in avtryck.avsnitt for r in a.aktiviteter
        }
        self.kapitel_av = {
            self.radnyckel[r.pk]: self.kapitelnyckel[a.pk]
            for a in avtryck.avsnitt
            for r in a.aktiviteter
        }

    def flyttade_till(self, nya):
        """Return the keys of what stands on both sides, but not in the same place."""
        kapitel = flyttade(self._kapitelrader(), nya._kapitelrader())
        rader = flyttade(list(self.kapitel_av.items()), list(nya.kapitel_av.items()))
        finns = (self.avsnitt.keys() & nya.avsnitt.keys()) | (
            self.rader.keys() & nya.rader.keys()
        )
        return (kapitel | rader) & finns

    def _kapitelrader(self):
        return [(n, self.kapitelnyckel.get(a.over)) for n, a in self.avsnitt.items()]


def _hopflatade(gamla, nya):
    """Return the new keys in order, each lost one after the one it used to follow."""
    ut, finns = list(nya), set(nya)
    for plats, nyckel in enumerate(gamla):
        if nyckel not in finns:
            fore = gamla[plats - 1] if plats else None
            ut.insert(ut.index(fore) + 1 if fore in ut else 0, nyckel)
    return ut


def _kapitel(gammalt, nytt, gamla, nya, flyttade_):
    ett: AvsnittAvtryck = nytt or gammalt
    nyckel = (nya if nytt else gamla).kapitelnyckel[ett.pk]
    rader = _raderna(gammalt, nytt, gamla, nya, flyttade_)
    olika = tuple(rad for rad in rader if rad.slag != LIKA or rad.flyttad)
    flyttad = nyckel in flyttade_
    if gammalt and nytt:
        lika = (gammalt.rubrik, gammalt.text) == (nytt.rubrik, nytt.text)
        slag = LIKA if lika and not olika and not flyttad else ANDRAT
    else:
        slag = NYTT if nytt else BORTA
    block = ()
    if slag != LIKA:
        block = jamfor_block(gammalt.text if gammalt else "", nytt.text if nytt else "")
    return Kapiteljamforelse(
        slag,
        ett.nummer,
        ett.niva,
        _rubrik(gammalt, nytt),
        tuple(block),
        olika,
        len(rader) - len(olika),
        flyttad,
    )


def _rubrik(gammalt, nytt):
    fore, efter = (ett.rubrik if ett else "" for ett in (gammalt, nytt))
    return fore if fore == efter else jamfor_ord(fore, efter)


def _raderna(gammalt, nytt, gamla, nya, flyttade_):
    """Compare a chapter's rows; one that has left for another is told of there."""
    fore = [gamla.radnyckel[r.pk] for r in gammalt.aktiviteter] if gammalt else []
    efter = [nya.radnyckel[r.pk] for r in nytt.aktiviteter] if nytt else []
    kvar = [n for n in fore if n not in nya.rader or n in efter]
    return [_rad(nyckel, gamla, nya, flyttade_) for nyckel in _hopflatade(kvar, efter)]


def _rad(nyckel, gamla, nya, flyttade_):
    gammal, ny = gamla.rader.get(nyckel), nya.rader.get(nyckel)
    rad: AktivitetAvtryck = ny or gammal
    falt = jamfor_falt(gammal.falt if gammal else {}, ny.falt if ny else {})
    if gammal and ny:
        slag = ANDRAT if falt else LIKA
    else:
        slag = NYTT if ny else BORTA
    fran = gamla.kapitel_av.get(nyckel)
    bytt = gammal and ny and fran != nya.kapitel_av[nyckel]
    return Radjamforelse(
        slag,
        rad.nummer,
        rad.titel,
        falt,
        nyckel in flyttade_,
        gamla.avsnitt[fran].rubrik if bytt else "",
        gammal.pk if gammal else None,
    )


def _antal(avsnitt):
    """Return how many chapters and rows there are of each kind: {(what, kind): n}."""
    antal = {}
    for kapitel in avsnitt:
        for vad, ett in (
            ("kapitel", kapitel),
            *(("aktivitet", r) for r in kapitel.aktiviteter),
        ):
            slag = "flyttad" if ett.slag == LIKA and ett.flyttad else ett.slag
            antal[vad, slag] = antal.get((vad, slag), 0) + 1
    return antal
